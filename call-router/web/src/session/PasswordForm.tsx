import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Problem } from "../contract";
import { useProblemWords, useRuleWords } from "../look/words";
import { changePassword } from "./api";
import { Door } from "./Door";
import styles from "./session.module.css";

/** The temporary password is replaced before anything else. */
export function PasswordForm({ me, onChanged }: { me: Me; onChanged: () => void }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const rule = useRuleWords();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [differs, setDiffers] = useState(false);
  const fault = (field: string) => rule(problem?.errors?.find((error) => error.field === field));

  const submit = async () => {
    setDiffers(next !== again);
    if (next !== again) return;
    const result = await changePassword({ currentPassword: current, newPassword: next });
    if (result.ok) onChanged();
    else setProblem(result.problem);
  };

  return (
    <Door title={t("password.title")}>
      <form
        className={styles.form}
        data-testid="password"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="dim">{t("password.why")}</p>
        <input type="hidden" name="username" autoComplete="username" value={me.user} />
        <PasswordInput
          label={t("password.current")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={256}
          value={current}
          error={fault("currentPassword")}
          data-testid="password-current"
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("password.new")}
          description={t("password.hint", { count: me.secondFactor ? 12 : 15 })}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={256}
          value={next}
          error={fault("newPassword")}
          data-testid="password-new"
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("password.repeat")}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={256}
          value={again}
          error={differs && t("password.differs")}
          data-testid="password-repeat"
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problemWords(problem)}
          </p>
        )}
        <Button type="submit" size="md" data-testid="password-submit">
          {t("password.submit")}
        </Button>
      </form>
    </Door>
  );
}
