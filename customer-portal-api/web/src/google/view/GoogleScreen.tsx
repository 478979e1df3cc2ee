import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";

import { inForce, useConsents, useConsentTexts } from "../../consent/state";
import type { Consent, ConsentText, GoogleLink } from "../../contract/types";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { useLanguage } from "../../shell/useLanguage";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { leadsOn, takeNoted } from "../onward";
import { isSharedWith, linkFor, useGoogleLink, useGoToGoogle } from "../state";
import { PurposeCard } from "./PurposeCard";

const PURPOSES = ["google-contacts", "google-calendar"] as const;
const RESULTS = ["linked", "refused", "failed"] as const;

/** The Google set-up: off by default, each purpose with its consent text, withdrawn in one tap (E1, E4). */
export function GoogleScreen() {
  const { t } = useTranslation();
  const texts = useConsentTexts(useLanguage());
  const consents = useConsents();
  const link = useGoogleLink();
  const [search] = useSearchParams();
  const result = RESULTS.find((each) => each === search.get("result"));
  const error = texts.error ?? consents.error ?? link.error;
  return (
    <Page title={t("google.title")} back="/settings" testId="google">
      {result !== undefined && (
        <p
          role="status"
          className={result === "linked" ? "hint hint-good" : "problem"}
          data-testid="google-result"
        >
          {t(`google.result.${result}`)}
        </p>
      )}
      {consents.data !== undefined && link.data !== undefined && (
        <Onward result={result ?? null} consents={consents.data} link={link.data} />
      )}
      {texts.data !== undefined && consents.data !== undefined && link.data !== undefined ? (
        <Purposes texts={texts.data} consents={consents.data} link={link.data} />
      ) : error === null ? (
        <Waiting rows={3} />
      ) : (
        <Failed
          error={error}
          onRetry={() => void Promise.all([texts.refetch(), consents.refetch(), link.refetch()])}
        />
      )}
    </Page>
  );
}

interface OnwardProps {
  readonly result: string | null;
  readonly consents: readonly Consent[];
  readonly link: GoogleLink;
}

/** Who agreed to both in the first questions and comes back from Google for the one is led on to it for the other. */
function Onward({ result, consents, link }: OnwardProps) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useProblemMessage();
  const { mutate: go, variables: next, isError } = useGoToGoogle();
  const taken = useRef(false);
  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    const noted = takeNoted(sessionStorage);
    if (noted !== undefined && leadsOn(noted, result, consents, link)) {
      go(noted, { onError: (error) => notice.warn(message(error)) });
    }
  }, [go, result, consents, link, notice, message]);
  if (next === undefined || isError) return null;
  return (
    <p role="status" className="hint" data-testid="google-onward">
      {t("google.onward")}
    </p>
  );
}

interface PurposesProps {
  readonly texts: readonly ConsentText[];
  readonly consents: readonly Consent[];
  readonly link: GoogleLink;
}

function Purposes({ texts, consents, link }: PurposesProps) {
  const { t } = useTranslation();
  const offered = PURPOSES.flatMap((purpose) =>
    texts.filter((text) => text.purpose === purpose).map((text) => ({ purpose, text })),
  );
  if (offered.length === 0) return <Empty title={t("google.notOffered")} />;
  return offered.map(({ purpose, text }) => (
    <PurposeCard
      key={purpose}
      text={text}
      consent={inForce(consents, purpose)}
      link={linkFor(link, purpose)}
      shared={isSharedWith(link, purpose)}
    />
  ));
}
