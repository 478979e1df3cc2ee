import type { Outcome } from "../contract/types";
import type { CallFilter } from "./api";

/** What the history's fields hold, as in the page's address. */
export interface FilterFields {
  readonly text: string;
  readonly unread: boolean;
  readonly binned: boolean;
  readonly lineId: string;
  readonly outcome: string;
  /** Local days, `2026-11-03`, the last one included. */
  readonly from: string;
  readonly to: string;
}

export const OUTCOMES: readonly Outcome[] = [
  "TAKEN",
  "PUT_THROUGH",
  "VOICEMAIL",
  "MESSAGE",
  "LOST",
  "FALLBACK",
];

export function fieldsOf(search: string): FilterFields {
  const given = new URLSearchParams(search);
  return {
    text: given.get("text") ?? "",
    unread: given.get("unread") === "1",
    binned: given.get("binned") === "1",
    lineId: given.get("line") ?? "",
    outcome: given.get("outcome") ?? "",
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
  };
}

export function searchOf(fields: FilterFields): string {
  const given = new URLSearchParams();
  if (fields.text !== "") given.set("text", fields.text);
  if (fields.unread) given.set("unread", "1");
  if (fields.binned) given.set("binned", "1");
  if (fields.lineId !== "") given.set("line", fields.lineId);
  if (fields.outcome !== "") given.set("outcome", fields.outcome);
  if (fields.from !== "") given.set("from", fields.from);
  if (fields.to !== "") given.set("to", fields.to);
  return given.toString();
}

/** How many filters narrow the list, beside the words and the bin. */
export function narrowedBy(fields: FilterFields): number {
  return [
    fields.unread,
    fields.lineId !== "",
    fields.outcome !== "",
    fields.from !== "",
    fields.to !== "",
  ].filter(Boolean).length;
}

/** What the server is asked; a half-typed date narrows nothing. */
export function filterOf(fields: FilterFields): CallFilter {
  const outcome = OUTCOMES.find((each) => each === fields.outcome);
  const from = startOfDay(fields.from, 0);
  const to = startOfDay(fields.to, 1);
  const text = fields.text.trim();
  return {
    ...(text === "" ? {} : { text }),
    ...(fields.unread ? { unread: true } : {}),
    ...(fields.binned ? { binned: true } : {}),
    ...(fields.lineId === "" ? {} : { lineId: fields.lineId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

function startOfDay(day: string, plus: number): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return null;
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + plus);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
