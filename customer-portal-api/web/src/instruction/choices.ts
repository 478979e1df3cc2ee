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
