import { useTranslation } from "react-i18next";

import type { Consent } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFormats } from "../../shell/format";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { useConsents, useWithdrawConsent } from "../state";

/** Every consent given and withdrawn, each withdrawn in one tap from here (H1). */
export function ConsentList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useConsents();
  return (
    <Page title={t("consent.mine")} back="/settings" testId="consents">
      {data === undefined ? (
        error === null ? (
          <Waiting rows={3} />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Empty title={t("consent.none")}>{t("consent.noneNext")}</Empty>
      ) : (
        <ul className="plain-list card">
          {data.map((consent) => (
            <ConsentRow key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function ConsentRow({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const notice = useNotice();
  const message = useProblemMessage();
  const withdraw = useWithdrawConsent();
  return (
    <li data-testid="consent-row" data-purpose={consent.purpose}>
      <span>
        {t(`consent.title.${consent.purpose}`)}
        <br />
        <span className="quiet">
          {t("consent.given", {
            time: formats.full(consent.givenAt),
            version: consent.textVersion,
          })}
          {consent.withdrawnAt !== null &&
            ` · ${t("consent.withdrawnAt", { time: formats.full(consent.withdrawnAt) })}`}
        </span>
      </span>
      {consent.withdrawnAt === null && (
        <ActionButton
          variant="default"
          loading={withdraw.isPending}
          aria-label={t("consent.withdrawThat", { purpose: t(`consent.title.${consent.purpose}`) })}
          onClick={() =>
            withdraw.mutate(consent, {
              onSuccess: () => notice.tell(t("consent.withdrawn")),
              onError: (error) => notice.warn(message(error)),
            })
          }
        >
          {t("consent.withdraw")}
        </ActionButton>
      )}
    </li>
  );
}
