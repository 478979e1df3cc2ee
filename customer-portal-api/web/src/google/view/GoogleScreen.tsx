import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";

import { inForce, useConsents, useConsentTexts, useWithdrawConsent } from "../../consent/state";
import { ConsentWords } from "../../consent/view/ConsentWords";
import type { Consent, ConsentText, GoogleLink } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFormats } from "../../shell/format";
import { useLanguage } from "../../shell/useLanguage";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Confirm } from "../../shell/view/Confirm";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { useConnectGoogle, useGoogleLink } from "../state";

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
      {texts.data !== undefined && consents.data !== undefined && link.data !== undefined ? (
        <>
          <LinkState link={link.data} />
          <Purposes texts={texts.data} consents={consents.data} link={link.data} />
        </>
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

function LinkState({ link }: { readonly link: GoogleLink }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const run = link.lastSync;
  return (
    <div className="card" data-testid="google-state" data-state={link.state}>
      <p className="row-title">{t(`google.state.${link.state}`)}</p>
      {run !== null && (
        <p className="quiet">
          {run.endedAt === null
            ? t("google.running", { time: formats.moment(run.startedAt) })
            : run.failure !== null
              ? t("google.failed", { time: formats.moment(run.endedAt) })
              : t("google.lastSync", {
                  time: formats.moment(run.endedAt),
                  added: run.added,
                  changed: run.changed,
                  removed: run.removed,
                })}
        </p>
      )}
    </div>
  );
}

interface PurposesProps {
  readonly texts: readonly ConsentText[];
  readonly consents: readonly Consent[];
  readonly link: GoogleLink;
}

function Purposes({ texts, consents, link }: PurposesProps) {
  const { t } = useTranslation();
  const offered = PURPOSES.flatMap((purpose) => texts.filter((text) => text.purpose === purpose));
  if (offered.length === 0) return <Empty title={t("google.notOffered")} />;
  return offered.map((text) => (
    <PurposeCard
      key={text.purpose}
      text={text}
      consent={inForce(consents, text.purpose)}
      linked={link.purposes.some((each) => each === text.purpose)}
    />
  ));
}

interface CardProps {
  readonly text: ConsentText;
  readonly consent: Consent | undefined;
  readonly linked: boolean;
}

function PurposeCard({ text, consent, linked }: CardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const notice = useNotice();
  const message = useProblemMessage();
  const connect = useConnectGoogle();
  const withdraw = useWithdrawConsent();
  const [asking, setAsking] = useState(false);
  const tellProblem = (error: unknown) => notice.warn(message(error));
  return (
    <section className="card stack-tight" aria-labelledby={text.purpose} data-testid={text.purpose}>
      <h2 id={text.purpose} className="small-title">
        {t(`consent.title.${text.purpose}`)}
      </h2>
      {consent === undefined ? (
        <ConsentWords text={text} />
      ) : (
        <>
          <p className="quiet">{t("google.since", { time: formats.full(consent.givenAt) })}</p>
          <details className="fold">
            <summary>{t("google.textAgreed")}</summary>
            <div className="fold-body">
              <ConsentWords text={text} />
            </div>
          </details>
        </>
      )}
      <div className="actions">
        {!linked && (
          <ActionButton
            loading={connect.isPending || connect.isSuccess}
            onClick={() => connect.mutate([text], { onError: tellProblem })}
            data-testid={`connect-${text.purpose}`}
          >
            {consent === undefined ? t("google.agree") : t("google.connect")}
          </ActionButton>
        )}
        {consent !== undefined && (
          <ActionButton
            variant="default"
            loading={withdraw.isPending}
            onClick={() => setAsking(true)}
            data-testid={`withdraw-${text.purpose}`}
          >
            {t("google.withdraw")}
          </ActionButton>
        )}
      </div>
      {consent !== undefined && (
        <Confirm
          open={asking}
          question={t("google.withdrawQuestion")}
          explanation={t("google.withdrawExplanation")}
          yes={t("google.withdraw")}
          onYes={() =>
            withdraw.mutate(consent, {
              onSuccess: () => notice.tell(t("google.withdrawn")),
              onError: tellProblem,
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
