import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem, UnreachableError } from "../../contract/problem";
import { speak } from "../../shell/language";
import { LanguageChoice } from "../../shell/view/LanguageChoice";
import { Wordmark } from "../../shell/view/Wordmark";
import { signIn } from "../api";
import { welcome } from "../state";

const KNOWN = [
  "wrong-credentials",
  "wrong-second-factor",
  "too-many-attempts",
  "invalid-request",
] as const;

function reasonOf(error: unknown) {
  if (error instanceof UnreachableError) return "unreachable" as const;
  return KNOWN.find((type) => isProblem(error, type)) ?? ("other" as const);
}

/** User name and password first; the one-time code only when the account asks for it. */
export function SignIn() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      await welcome(queries, session);
      if (localStorage.getItem("permanence-language") === null) await speak(session.language);
    },
  });
  const asksCode =
    isProblem(attempt.error, "second-factor-required") ||
    isProblem(attempt.error, "wrong-second-factor") ||
    totp !== "";
  const failed =
    attempt.error !== null && !isProblem(attempt.error, "second-factor-required")
      ? reasonOf(attempt.error)
      : null;
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (failed !== null) alert.current?.focus();
  }, [failed, attempt.failureCount, attempt.submittedAt]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = totp.replace(/\s/g, "");
    attempt.mutate({ user: user.trim(), password, ...(code === "" ? {} : { totp: code }) });
  };
  return (
    <main className="alone">
      <Wordmark />
      <h1>{t("signIn.title")}</h1>
      <form onSubmit={submit} className="stack" aria-label={t("signIn.title")}>
        {failed !== null && (
          <p
            role="alert"
            tabIndex={-1}
            ref={alert}
            className="problem"
            data-testid="sign-in-problem"
          >
            {t(`signIn.problem.${failed}`)}
          </p>
        )}
        <TextInput
          label={t("signIn.user")}
          value={user}
          onChange={(event) => setUser(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          required
          data-testid="user"
        />
        <PasswordInput
          label={t("signIn.password")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          maxLength={200}
          required
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword"), tabIndex: 0 }}
          data-testid="password"
        />
        {asksCode && (
          <TextInput
            label={t("signIn.code")}
            description={t("signIn.codeHelp")}
            value={totp}
            onChange={(event) => setTotp(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            required
            data-testid="totp"
          />
        )}
        <Button type="submit" loading={attempt.isPending} fullWidth data-testid="sign-in">
          {t("signIn.submit")}
        </Button>
      </form>
      <p className="quiet">{t("signIn.forgotten")}</p>
      <LanguageChoice onChange={(language) => void speak(language)} />
    </main>
  );
}
