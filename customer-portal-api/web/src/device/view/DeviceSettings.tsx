import { useTranslation } from "react-i18next";

import { inForce, useConsents, useConsentTexts, useWithdrawConsent } from "../../consent/state";
import { ConsentWords } from "../../consent/view/ConsentWords";
import type { Device } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFormats } from "../../shell/format";
import { useLanguage } from "../../shell/useLanguage";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Waiting } from "../../shell/view/States";
import { useDevices, useRegisterDevice, useRemoveDevice } from "../state";

/** Push on this device, and the list of all that receive. */
export function DeviceSettings() {
  const { t } = useTranslation();
  const { data: devices } = useDevices();
  if (devices === undefined) return <Waiting rows={2} />;
  return (
    <section className="card stack-tight" aria-labelledby="devices">
      <h2 id="devices" className="small-title">
        {t("device.title")}
      </h2>
      <PushSwitch here={devices.find((device) => device.current)} />
      {devices.length > 0 && (
        <ul className="plain-list" aria-label={t("device.list")} data-testid="devices">
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PushSwitch({ here }: { readonly here: Device | undefined }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useProblemMessage();
  const { data: consents } = useConsents();
  const { data: texts } = useConsentTexts(useLanguage());
  const register = useRegisterDevice();
  const withdraw = useWithdrawConsent();
  if (consents === undefined || texts === undefined) return <Waiting rows={1} />;
  const consent = inForce(consents, "push");
  const text = texts.find((each) => each.purpose === "push");
  const basis = consent ?? text;
  const turnOn = () => {
    if (basis === undefined) return;
    register.mutate(basis, {
      onSuccess: (outcome) =>
        outcome === "registered"
          ? notice.tell(t("device.on"))
          : notice.warn(t(`device.${outcome}`)),
      onError: (error) => notice.warn(message(error)),
    });
  };
  return (
    <>
      {consent === undefined && text !== undefined && <ConsentWords text={text} />}
      <div className="actions">
        {here === undefined && basis !== undefined && (
          <ActionButton
            variant={consent === undefined ? "outline" : "filled"}
            loading={register.isPending}
            onClick={turnOn}
            data-testid="push-on"
          >
            {consent === undefined ? t("device.agree") : t("device.turnOn")}
          </ActionButton>
        )}
        {consent !== undefined && (
          <ActionButton
            variant="default"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(consent, {
                onSuccess: () => notice.tell(t("device.off")),
                onError: (error) => notice.warn(message(error)),
              })
            }
            data-testid="push-withdraw"
          >
            {t("device.withdraw")}
          </ActionButton>
        )}
      </div>
    </>
  );
}

function DeviceRow({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const notice = useNotice();
  const message = useProblemMessage();
  const remove = useRemoveDevice();
  return (
    <li>
      <span>
        {device.label}
        {device.current && <span className="tag tag-good">{t("device.this")}</span>}
        <br />
        <span className="quiet">
          {t("device.since", { time: formats.day(device.registeredAt) })}
        </span>
      </span>
      <ActionButton
        variant="subtle"
        loading={remove.isPending}
        aria-label={t("device.removeThat", { label: device.label })}
        onClick={() =>
          remove.mutate(device.id, { onError: (error) => notice.warn(message(error)) })
        }
      >
        {t("device.remove")}
      </ActionButton>
    </li>
  );
}
