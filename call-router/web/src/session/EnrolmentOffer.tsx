import { useTranslation } from "react-i18next";

import type { Enrolment } from "./enrolment";
import styles from "./session.module.css";

/** The secret of a new second factor, for an authenticator on this device or another one. */
export function EnrolmentOffer({ offer }: { offer: Enrolment }) {
  const { t } = useTranslation();
  return (
    <section className={styles.form} aria-label={t("enrolment.title")} data-testid="enrolment">
      <p>{t("enrolment.why")}</p>
      <p>
        <code data-testid="enrolment-secret">{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <p className="dim">
        {t("enrolment.how")} <a href={offer.address}>{t("enrolment.open")}</a>
      </p>
    </section>
  );
}
