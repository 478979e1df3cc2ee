import { useTranslation } from "react-i18next";

import type { Card } from "../contract";
import { phone } from "../words/phone";
import styles from "./call.module.css";

/** Who calls, in one line: marks, name or what is known instead, number. */
export function CallerName({ card }: { card: Card }) {
  const { t } = useTranslation();
  const { caller } = card;
  const name = caller.name ?? t(nameless(card));
  return (
    <>
      {caller.vip && <span className={styles.vip}>★ {t("card.vip")}</span>}
      {caller.blocked && <span className={styles.blocked}>{t("card.blocked")}</span>}
      <strong>{name}</strong>
      {caller.number !== undefined && <span className={styles.number}>{phone(caller.number)}</span>}
    </>
  );
}

/** What is said instead of a name. Nobody is called unknown while that is not known. */
export function nameless({ caller, incomplete }: Card) {
  if (caller.withheld) return "card.withheld" as const;
  return incomplete ? ("card.nameNotYet" as const) : ("card.unknown" as const);
}

/** The customer, or the dialled number while the name is not known. */
export function customerOf({ customer, line }: Card): string {
  return customer.name === "" ? phone(line.number) : customer.name;
}

/** The caller's organisation and what the customer remarked; an organisation that the caller is named like stands once. */
export function aboutCaller({ caller }: Card): string {
  const organisation = caller.organisation === caller.name ? undefined : caller.organisation;
  return [organisation, caller.remark].filter(Boolean).join(" · ");
}
