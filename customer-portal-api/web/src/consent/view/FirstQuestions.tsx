import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";

import type { ConsentText } from "../../contract/types";
import { useRegisterDevice } from "../../device/state";
import { remember } from "../../google/onward";
import { googlePurpose, useConnectGoogle } from "../../google/state";
import { ActionButton } from "../../offline/view/ActionButton";
import { answeredFirstQuestions } from "../../session/api";
import { SESSION } from "../../session/state";
import { useProblemMessage } from "../../shell/messages";
import { useLanguage } from "../../shell/useLanguage";
import { Failed, WaitingScreen } from "../../shell/view/States";
import {
  googleToOpen,
  questionsToAsk,
  useConsents,
  useConsentTexts,
  useGiveConsent,
} from "../state";
import { ConsentWords } from "./ConsentWords";

/**
 * What the first sign-in asks, one question a screen: yes and no are equally large and equally near, and
 * nothing is ticked beforehand (D9, H7). A no leaves no trace but that it was asked. Google, which takes the
 * person away from here, is opened after the last question; for contacts and calendar one after the other.
 */
export function FirstQuestions() {
  const texts = useConsentTexts(useLanguage());
  const consents = useConsents();
  const error = texts.error ?? consents.error;
  if (texts.data === undefined || consents.data === undefined) {
    return error === null ? (
      <WaitingScreen />
    ) : (
      <main className="alone">
        <Failed
          error={error}
          onRetry={() => void Promise.all([texts.refetch(), consents.refetch()])}
        />
      </main>
    );
  }
  return <Questions initial={questionsToAsk(texts.data, consents.data)} current={texts.data} />;
}

interface QuestionsProps {
  /** What is asked is settled at the start, so that the count does not shrink while answering. */
  readonly initial: readonly ConsentText[];
  /** The same texts in the language being shown. */
  readonly current: readonly ConsentText[];
}

function Questions({ initial, current }: QuestionsProps) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [purposes] = useState(() => initial.map((text) => text.purpose));
  const [agreed, setAgreed] = useState<readonly ConsentText[]>([]);
  const { mutate: connect } = useConnectGoogle();
  const [place, setPlace] = useState(0);
  const finish = useMutation({
    mutationFn: answeredFirstQuestions,
    onSuccess: (session) => {
      const leave = (to: string) => {
        queries.setQueryData(SESSION, session);
        go(to, { replace: true });
      };
      const [first, second] = googleToOpen(agreed);
      remember(second && googlePurpose(second), sessionStorage);
      if (first === undefined) leave("/");
      else connect(first, { onError: () => leave("/settings/google?result=failed") });
    },
  });
  const { mutate: end } = finish;
  const over = place >= purposes.length;
  useEffect(() => {
    if (over) end();
  }, [over, end]);
  const text = current.find((each) => each.purpose === purposes[place]);
  if (over || text === undefined) {
    return finish.error === null ? (
      <WaitingScreen />
    ) : (
      <main className="alone">
        <Failed error={finish.error} onRetry={() => end()} />
      </main>
    );
  }
  return (
    <Question
      key={text.purpose}
      text={text}
      place={place + 1}
      total={purposes.length}
      onAnswered={(yes) => {
        if (yes) setAgreed([...agreed, text]);
        setPlace(place + 1);
      }}
    />
  );
}

interface QuestionProps {
  readonly text: ConsentText;
  readonly place: number;
  readonly total: number;
  readonly onAnswered: (yes: boolean) => void;
}

function Question({ text, place, total, onAnswered }: QuestionProps) {
  const { t } = useTranslation();
  const message = useProblemMessage();
  const { accept, pending, error, hindrance } = useAcceptance(text, () => onAnswered(true));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="alone" data-testid="first-question" data-purpose={text.purpose}>
      <p className="quiet">{t("first.progress", { place, total })}</p>
      <h1 ref={heading} tabIndex={-1}>
        {t(`first.question.${text.purpose}`)}
      </h1>
      <ConsentWords text={text} />
      {hindrance !== null && (
        <p role="alert" className="problem">
          {t(`device.${hindrance}`)}
        </p>
      )}
      {error !== null && (
        <p role="alert" className="problem">
          {message(error)}
        </p>
      )}
      <div className="even">
        <Button variant="outline" onClick={() => onAnswered(false)} data-testid="refuse">
          {t("first.refuse")}
        </Button>
        <ActionButton variant="outline" loading={pending} onClick={accept} data-testid="accept">
          {t("first.accept")}
        </ActionButton>
      </div>
      <p className="quiet">{t("first.later")}</p>
    </main>
  );
}

/** What a yes sets in motion, by purpose. */
function useAcceptance(text: ConsentText, onAnswered: () => void) {
  const device = useRegisterDevice();
  const give = useGiveConsent();
  const accept = () => {
    switch (text.purpose) {
      case "push":
        device.mutate(text, {
          onSuccess: (registration) => {
            if (registration === "registered") onAnswered();
          },
        });
        return;
      case "google-contacts":
      case "google-calendar":
      case "device-contacts":
      case "optional-email":
        give.mutate(text, { onSuccess: onAnswered });
    }
  };
  const hindrance = device.data === "refused" || device.data === "unsupported" ? device.data : null;
  return {
    accept,
    hindrance,
    pending: device.isPending || give.isPending,
    error: device.error ?? give.error,
  };
}
