import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { ActionButton, useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { useVerdictWords } from "../look/words";
import { duration, secondsBetween } from "../words/time";
import styles from "./call.module.css";
import { CallerName, customerOf, nameless } from "./CallerName";
import { OfferWhy } from "./OfferWhy";
import { thisWindow, whenShown } from "./shown";
import { summon } from "./summon";

/** An offered call, in the left column: it rings and never takes the cursor. */
export function OfferPanel() {
  const { t } = useTranslation();
  const { workplace } = useActions();
  const offer = useDesk((desk) => desk.offer);
  const now = useNow();
  const verdict = useVerdictWords();
  const { offerId, callId, card } = offer ?? {};
  const customer = card && customerOf(card);

  useEffect(() => {
    if (offerId === undefined || callId === undefined) return;
    return whenShown(thisWindow, (shown) => workplace.cardShown(offerId, callId, shown));
  }, [offerId, callId, workplace]);

  useEffect(() => {
    if (customer === undefined || !thisWindow.isHidden()) return;
    return summon(t("offer.calling", { customer }), t("offer.behind"));
  }, [customer, offerId, t]);

  useEffect(() => {
    if (customer === undefined) return;
    const before = document.title;
    document.title = t("offer.calling", { customer });
    return () => {
      document.title = before;
    };
  }, [customer, t]);

  if (!offer || !card) return null;
  const zone = card.customer.timeZone;
  const caller = card.caller.name ?? t(nameless(card));
  return (
    <section className={styles.offer} aria-labelledby="offer-title" data-testid="offer">
      <p className="visually-hidden" role="alert">
        {t("offer.announced", { customer: customerOf(card), caller })}
      </p>
      <h2 id="offer-title" className={styles.offerTitle}>
        {t("offer.title")}
        <span>
          {t("offer.waited", { time: duration(secondsBetween(offer.waitingSince, now)) })}
        </span>
      </h2>
      <p className={styles.offerCustomer} data-testid="offer-customer">
        {customer}
      </p>
      <p>
        <CallerName card={card} />
      </p>
      <p className={card.verdict.action === "connect" ? styles.offerGo : styles.offerNote}>
        {verdict(card.verdict, zone, now).sentence}
      </p>
      <p className={styles.offerGreeting}>« {card.greeting} »</p>
      {offer.why && <OfferWhy why={offer.why} />}
      <div className={styles.offerButtons}>
        <ActionButton name="accept" className={styles.accept}>
          {t("offer.accept")}
        </ActionButton>
        <ActionButton name="decline">{t("offer.decline")}</ActionButton>
        <p className="dim">
          {t("offer.answerIn", { time: duration(-secondsBetween(offer.expiresAt, now)) })}
        </p>
      </div>
    </section>
  );
}
