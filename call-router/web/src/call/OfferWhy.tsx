import { useTranslation } from "react-i18next";

import type { OfferReason } from "../contract";
import { useLanguage } from "../look/words";
import { duration } from "../words/time";

/** Why this call now and why this secretary, in words. */
export function OfferWhy({ why }: { why: OfferReason }) {
  const { t } = useTranslation();
  const words = useOfferWords();
  return (
    <details className="dim" data-testid="offer-why">
      <summary>{t("offer.why.label")}</summary>
      {words(why).join(" ")}
    </details>
  );
}

/** The sentences of a reason. */
export function useOfferWords(): (why: OfferReason) => string[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return (why) => [
    t(`offer.why.call.${why.call}`),
    t(`offer.why.secretary.${why.secretary}`, { time: duration(why.idleSeconds) }),
    ...(why.liking === "avoided" ? [t("offer.why.avoided")] : []),
    ...(why.overflow ? [t("offer.why.overflow")] : []),
    ...(why.again ? [t("offer.why.again")] : []),
    ...(why.missing.length > 0
      ? [
          t("offer.why.missing", {
            what: why.missing.map((one) => named(one, language)).join(", "),
          }),
        ]
      : []),
  ];
}

/** A language by its name; a skill as the company writes it. */
function named(wish: string, language: string): string {
  if (!/^[a-z]{2}$/.test(wish)) return wish;
  return new Intl.DisplayNames([language], { type: "language" }).of(wish) ?? wish;
}
