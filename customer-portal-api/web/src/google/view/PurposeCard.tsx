import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWithdrawConsent } from "../../consent/state";
import { ConsentWords } from "../../consent/view/ConsentWords";
import type { Consent, ConsentText, GooglePurpose, PurposeLink } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFormats } from "../../shell/format";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Confirm } from "../../shell/view/Confirm";
import { useConnectGoogle } from "../state";

interface Props {
  readonly text: ConsentText;
  readonly consent: Consent | undefined;
  readonly link: PurposeLink;
  /** Whether something else of the person's is linked, too. */
  readonly shared: boolean;
}

/** One purpose: what is agreed to, how it stands, and the way in and out, without touching the other. */
export function PurposeCard({ text, consent, link, shared }: Props) {
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
      <LinkState link={link} />
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
        {(link.state === "OFF" || link.state === "BROKEN") && (
          <ActionButton
            loading={connect.isPending || connect.isSuccess}
            onClick={() => connect.mutate(text, { onError: tellProblem })}
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
          explanation={t(
            shared ? "google.withdrawExplanationShared" : "google.withdrawExplanation",
          )}
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

function LinkState({ link }: { readonly link: PurposeLink }) {
  const { t } = useTranslation();
  return (
    <div data-testid={`state-${link.purpose}`} data-state={link.state}>
      <p className="row-title">{t(`google.state.${link.state}`)}</p>
      {link.lastSync !== null && link.state !== "OFF" && (
        <p className="quiet">
          <LastSync purpose={link.purpose} run={link.lastSync} />
        </p>
      )}
    </div>
  );
}

interface RunProps {
  readonly purpose: GooglePurpose;
  readonly run: NonNullable<PurposeLink["lastSync"]>;
}

function LastSync({ purpose, run }: RunProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (run.endedAt === null) return t("google.running", { time: formats.moment(run.startedAt) });
  const time = formats.moment(run.endedAt);
  if (run.failure !== null) return t("google.failed", { time });
  if (purpose === "google-calendar") return t("google.lastReading", { time });
  const { added, changed, removed } = run;
  return t("google.lastSync", { time, added, changed, removed });
}
