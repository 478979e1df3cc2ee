import type { TFunction } from "i18next";

import type { ForwardingNumber, LadderStep, Preview } from "../contract/types";
import { formatsFor } from "../shell/format";
import { written } from "../shell/telephone";

const REASONS = [
  "all",
  "vip-under-all",
  "vip-under-vip",
  "not-vip",
  "withheld",
  "nobody",
  "vip-under-nobody",
  "withheld-to-desk",
  "withheld-to-voicemail",
  "withheld-refused",
  "busy",
  "busy-vip-only",
  "no-number-to-ring",
  "blocked",
  "out-of-hours",
  "demo",
] as const;

/** What would happen, in one sentence. */
export function waySentence({ way, directly }: Pick<Preview, "way" | "directly">, t: TFunction) {
  return way === "PUT_THROUGH" && directly ? t("preview.way.direct") : t(`preview.way.${way}`);
}

/** The reason's own sentence, as of a call that is not made. */
export function becauseSentence({ code }: Pick<Preview["reason"], "code">, t: TFunction): string {
  const known = REASONS.find((each) => each === code);
  return known === undefined ? t("reason.other") : t(`preview.because.${known}`);
}

/** Why it would happen, in sentences; clocks are those on the line's wall. */
export function whySentences(
  { reason, at }: Pick<Preview, "reason" | "at">,
  timeZone: string,
  language: string,
  t: TFunction,
): readonly string[] {
  const { until, opens, unproven } = reason.arguments;
  const formats = formatsFor(language);
  const clock = (time: string) => {
    const same = formats.day(time, timeZone) === formats.day(at, timeZone);
    const shown = formats.time(time, timeZone);
    return same ? shown : `${formats.day(time, timeZone)} ${shown}`;
  };
  return [
    becauseSentence(reason, t),
    ...(until === undefined ? [] : [t("preview.until", { time: clock(until) })]),
    ...(opens === undefined ? [] : [t("preview.opens", { time: clock(opens) })]),
    ...(unproven === undefined ? [] : [t("preview.unproven", { count: Number(unproven) })]),
  ];
}

/** A step of the ladder: what rings, and how long. */
export function stepInWords(
  step: LadderStep,
  numbers: readonly ForwardingNumber[],
  t: TFunction,
): string {
  const names = [step.forwardingNumberId, ...(step.alsoRings ?? [])].map((id) => {
    const known = numbers.find((each) => each.id === id);
    return known === undefined ? "?" : `${known.label} ${written(known.number)}`;
  });
  return t("preview.together", {
    numbers: names.join(t("preview.and")),
    seconds: step.ringSeconds,
  });
}
