import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconCheck, IconCircle } from "@tabler/icons-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { fieldErrors } from "../../contract/problem";
import type { Session } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { changePassword } from "../api";
import { checkPassword } from "../password";
import { SESSION, useSession, useSignOut } from "../state";

/** The forced change of a temporary password, and the one of one's own accord. */
export function ChangePassword({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const queries = useQueryClient();
  const notice = useNotice();
  const signOut = useSignOut();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const checks = checkPassword(next, current, session);
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      queries.setQueryData<Session>(SESSION, { ...session, mustChangePassword: false });
      notice.tell(t("password.changed"));
      onDone?.();
    },
  });
  const errors = fieldErrors(change.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <main className="alone" data-testid="change-password">
      <h1>{t("password.title")}</h1>
      {session.mustChangePassword && <p>{t("password.why")}</p>}
      <form onSubmit={submit} className="stack" aria-label={t("password.title")}>
        {change.error !== null && errors.size === 0 && (
          <p role="alert" className="problem">
            {problemMessage(change.error)}
          </p>
        )}
        <PasswordInput
          label={session.mustChangePassword ? t("password.temporary") : t("password.current")}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={fieldMessage(errors.get("currentPassword"), "password")}
          autoComplete="current-password"
          maxLength={200}
          required
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword"), tabIndex: 0 }}
          aria-invalid={errors.has("currentPassword")}
          data-testid="current-password"
        />
        <PasswordInput
          label={t("password.new")}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={fieldMessage(errors.get("newPassword"), "password")}
          autoComplete="new-password"
          maxLength={200}
          required
          aria-describedby="password-rules"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword"), tabIndex: 0 }}
          aria-invalid={errors.has("newPassword")}
          data-testid="new-password"
        />
        <ul id="password-rules" className="rules" aria-live="polite">
          {checks.map(({ rule, kept }) => (
            <li key={rule} className={kept ? "kept" : ""}>
              {kept ? <IconCheck size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
              <span>
                {t(`password.rule.${rule}`, { count: session.passwordRule.minimumLength })}
                <span className="unseen"> {kept ? t("password.kept") : t("password.notKept")}</span>
              </span>
            </li>
          ))}
        </ul>
        <ActionButton type="submit" loading={change.isPending} data-testid="save-password">
          {t("password.save")}
        </ActionButton>
        {session.mustChangePassword ? (
          <Button variant="subtle" onClick={() => void signOut()}>
            {t("settings.signOut")}
          </Button>
        ) : (
          <Button variant="subtle" onClick={onDone}>
            {t("common.cancel")}
          </Button>
        )}
      </form>
    </main>
  );
}
