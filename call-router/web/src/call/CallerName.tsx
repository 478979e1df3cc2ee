import { useTranslation } from "react-i18next";

import type { Caller } from "../contract";
import { phone } from "../words/phone";
import styles from "./call.module.css";

/** Who calls, in one line: marks, name or what is known instead, number. */
export function CallerName({ caller }: { caller: Caller }) {
  const { t } = useTranslation();
  const name = caller.name ?? t(caller.withheld ? "card.withheld" : "card.unknown");
  return (
    <>
      {caller.vip && <span className={styles.vip}>★ {t("card.vip")}</span>}
      {caller.blocked && <span className={styles.blocked}>{t("card.blocked")}</span>}
      <strong>{name}</strong>
      {caller.number !== undefined && <span className={styles.number}>{phone(caller.number)}</span>}
    </>
  );
}
