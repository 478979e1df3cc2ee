import { Button, PasswordInput, Radio, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Problem, TelephoneKind } from "../contract";
import { useProblemWords } from "../look/words";
import { chosenKind, rememberKind } from "../telephone/api";
import { signIn } from "./api";
import { Door } from "./Door";
import { type Enrolment, enrolmentOf } from "./enrolment";
import { EnrolmentOffer } from "./EnrolmentOffer";
import styles from "./session.module.css";

/** Name, password, the code when the account has a second factor, and which telephone to use. */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [codeAsked, setCodeAsked] = useState(false);
  const [kind, setKind] = useState<TelephoneKind>(chosenKind);
  const [offer, setOffer] = useState<Enrolment>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);

  const submit = async () => {
    setBusy(true);
    rememberKind(kind);
    const digits = code.replace(/\s/g, "");
    const result = await signIn({
      user: user.trim(),
      password,
      ...(codeAsked && digits !== "" && { code: digits }),
      ...(offer !== undefined && { enrolment: offer.enrolment }),
    });
    setBusy(false);
    if (result.ok) {
      onSignedIn(result.value);
      return;
    }
    const offered = enrolmentOf(result.problem);
    if (offered !== undefined) setOffer(offered);
    const asks = offered !== undefined || result.problem.type === "second-factor-required";
    setProblem(asks && !codeAsked ? undefined : result.problem);
    if (asks) setCodeAsked(true);
  };
  useEffect(() => {
    if (codeAsked) codeField.current?.focus();
  }, [codeAsked]);

  return (
    <Door title={t("signIn.title")} wide={offer !== undefined}>
      <form
        className={styles.form}
        data-testid="sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.who} data-wide={offer !== undefined || undefined}>
          <TextInput
            label={t("signIn.user")}
            name="user"
            autoComplete="username"
            required
            withAsterisk={false}
            maxLength={254}
            value={user}
            data-testid="sign-in-user"
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("signIn.password")}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            maxLength={256}
            value={password}
            data-testid="sign-in-password"
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
        {offer !== undefined && <EnrolmentOffer offer={offer} />}
        {codeAsked && (
          <TextInput
            ref={codeField}
            label={t("signIn.code")}
            description={offer === undefined && t("signIn.codeHint")}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            pattern="[0-9 ]{6,7}"
            maxLength={7}
            value={code}
            data-testid="sign-in-code"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {offer === undefined && (
          <Radio.Group
            label={t("signIn.telephone")}
            value={kind}
            onChange={(value) => setKind(value === "desk" ? "desk" : "browser")}
          >
            <div className={styles.choices}>
              <Radio
                value="browser"
                label={t("signIn.browser")}
                description={t("signIn.browserHint")}
              />
              <Radio
                value="desk"
                label={t("signIn.desk")}
                description={t("signIn.deskHint")}
                data-testid="sign-in-desk"
              />
            </div>
          </Radio.Group>
        )}
        {problem && (
          <p className={styles.problem} role="alert" data-testid="sign-in-problem">
            {problemWords(problem)}
          </p>
        )}
        <Button type="submit" size="md" disabled={busy} data-testid="sign-in-submit">
          {t(busy ? "signIn.signingIn" : "signIn.submit")}
        </Button>
      </form>
    </Door>
  );
}
