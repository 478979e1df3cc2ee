import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Enrolment } from "./enrolment";
import { QrCode } from "./QrCode";
import styles from "./session.module.css";

/** The secret of a new second factor: for a telephone's camera, to copy, and for this device. */
export function EnrolmentOffer({ offer }: { offer: Enrolment }) {
  const { t } = useTranslation();
  return (
    <section className={styles.offer} aria-labelledby="enrolment-title" data-testid="enrolment">
      <QrCode text={offer.address} label={t("enrolment.picture")} />
      <div>
        <h2 id="enrolment-title">{t("enrolment.title")}</h2>
        <p>{t("enrolment.why")}</p>
        <p className="dim">{t("enrolment.secret")}</p>
        <p className={styles.secret}>
          <code data-testid="enrolment-secret">{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          <CopyButton text={offer.secret} />
        </p>
        <p className="dim">
          {t("enrolment.how")} <a href={offer.address}>{t("enrolment.open")}</a>
        </p>
      </div>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="plain-button"
      data-testid="enrolment-copy"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{t(copied ? "enrolment.copied" : "enrolment.copy")}</span>
    </button>
  );
}
