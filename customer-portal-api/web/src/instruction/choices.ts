import type { LineChoices } from "../contract/types";

/** The choices of a line, each in the order it is offered. */
export const WITHHELD: readonly LineChoices["withheldCallers"][] = [
  "AS_STRANGERS",
  "DESK_ONLY",
  "VOICEMAIL",
  "MESSAGE",
];
export const BLOCKED: readonly LineChoices["blockedCallers"][] = ["MESSAGE", "VOICEMAIL"];
export const OUT_OF_HOURS: readonly LineChoices["outOfHours"][] = ["VOICEMAIL", "MESSAGE"];
export const WHEN_BUSY: readonly LineChoices["whenBusy"][] = [
  "AS_INSTRUCTED",
  "VIP_ONLY",
  "NOBODY",
];
export const HOLIDAYS: readonly LineChoices["holidays"][] = ["FRANCE", "ALSACE_MOSELLE", "NONE"];

interface Versioned {
  readonly version: number;
  readonly choices: LineChoices;
}

/**
 * Whether what is there now can take the place of what was on the form without a question: somebody else changed it, but
 * nothing was chosen here yet, or the very same.
 */
export function settled(before: Versioned, now: Versioned, chosen: LineChoices): boolean {
  return (
    now.version !== before.version && (same(chosen, before.choices) || same(chosen, now.choices))
  );
}

function same(one: LineChoices, other: LineChoices): boolean {
  return (
    one.outOfHours === other.outOfHours &&
    one.blockedCallers === other.blockedCallers &&
    one.withheldCallers === other.withheldCallers &&
    one.whenBusy === other.whenBusy &&
    one.holidays === other.holidays
  );
}
