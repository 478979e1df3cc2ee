import type { TFunction } from "i18next";

import type { Call, CallInFull, Caller } from "../contract/types";
import { formatsFor } from "../shell/format";
import { written } from "../shell/telephone";

/** The name of a caller, else the number, else that it was withheld. */
export function callerName(caller: Caller, t: TFunction): string {
  if (caller.name !== null) return caller.name;
  return caller.number === null ? t("caller.withheld") : written(caller.number);
}

/** One line under the caller: the note's beginning, else what became of the call. */
export function callGist(call: Call, t: TFunction): string {
  return call.note?.excerpt ?? became(call, t);
}

/** What became of a call; of one that is up, whether somebody speaks with the caller. */
export function became(call: Pick<Call, "outcome" | "answeredAt">, t: TFunction): string {
  if (call.outcome !== "IN_PROGRESS") return t(`outcome.${call.outcome}`);
  return call.answeredAt === null ? t("call.ringing") : t("call.spoken");
}

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
  "unknown-number",
  "demo",
  "loop",
  "overload",
  "fallback",
] as const;

/** Under these the caller was to be put through; whether it came to pass is the outcome's to say. */
const PUTS_THROUGH: ReadonlySet<string> = new Set(["all", "vip-under-all", "vip-under-vip"]);

/** Why the call was treated as it was, in sentences (A10). */
export function reasonSentences(
  call: Pick<CallInFull, "reason" | "outcome" | "arrivedAt">,
  language: string,
  t: TFunction,
): readonly string[] {
  const { code, arguments: known } = call.reason;
  const formats = formatsFor(language);
  const at = Date.parse(call.arrivedAt);
  const sentence = REASONS.find((each) => each === code);
  const sentences = [sentence === undefined ? t("reason.other") : t(`reason.${sentence}`)];
  if (known.until !== undefined) {
    sentences.push(t("reason.until", { time: formats.moment(known.until, at) }));
  }
  if (known.opens !== undefined) {
    sentences.push(t("reason.opens", { time: formats.moment(known.opens, at) }));
  }
  if (known.overruled !== undefined) {
    sentences.push(t("reason.overruled", { count: known.overruled.split(",").length }));
  }
  if (known.unproven !== undefined) {
    sentences.push(t("reason.unproven", { count: Number(known.unproven) }));
  }
  if (known.snapshot !== undefined) {
    sentences.push(t("reason.snapshot", { time: formats.moment(known.snapshot, at) }));
  }
  if (PUTS_THROUGH.has(code) && call.outcome !== "PUT_THROUGH" && call.outcome !== "IN_PROGRESS") {
    sentences.push(t("reason.notReached"));
  }
  return sentences;
}

/** The question the reason answers, by what happened. */
export function reasonQuestion(call: Pick<CallInFull, "outcome">, t: TFunction): string {
  return call.outcome === "PUT_THROUGH" ? t("reason.whyPutThrough") : t("reason.whyNot");
}
