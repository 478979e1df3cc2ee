import type { Instruction, Window } from "../contract/types";
import { covers, weekOf } from "./weekly";
import { minuteOfWeek } from "./zone";

/**
 * Which of two windows wins where both are valid (A3): the shortest one-off, then weekly hours, then
 * open-ended; of equals the newest. The server decides; this only tells the person beforehand.
 */
export interface Ranked {
  readonly window: Window;
  /** Milliseconds since 1970; breaks ties. */
  readonly createdAt: number;
}

const RANK = { ONE_OFF: 0, WEEKLY: 1, OPEN_ENDED: 2 } as const;

function length(window: Window): number {
  return window.kind === "ONE_OFF" ? Date.parse(window.to) - Date.parse(window.from) : 0;
}

/** Negative when `a` wins over `b`. */
export function precedence(a: Ranked, b: Ranked): number {
  return (
    RANK[a.window.kind] - RANK[b.window.kind] ||
    length(a.window) - length(b.window) ||
    b.createdAt - a.createdAt
  );
}

/** Fine enough for hours people give, in milliseconds. */
const STEP = 15 * 60_000;
const WEEK = 7 * 86_400_000;

/** Whether there is an instant at which both windows are valid. */
export function overlap(a: Window, b: Window, timeZone: string): boolean {
  if (a.kind === "WEEKLY" && b.kind === "WEEKLY") {
    const [one, other] = [weekOf(a.hours), weekOf(b.hours)];
    return (
      one.some((stretches, day) => stretches.some(({ from }) => covers(other, day, from))) ||
      other.some((stretches, day) => stretches.some(({ from }) => covers(one, day, from)))
    );
  }
  if (b.kind === "WEEKLY") return overlap(b, a, timeZone);
  const [from, to] = span(b);
  if (a.kind === "WEEKLY") {
    const week = weekOf(a.hours);
    for (let at = from; at < Math.min(to, from + WEEK); at += STEP) {
      const minute = minuteOfWeek(at, timeZone);
      if (covers(week, Math.floor(minute / 1_440), minute % 1_440)) return true;
    }
    return false;
  }
  const [otherFrom, otherTo] = span(a);
  return from < otherTo && otherFrom < to;
}

function span(window: Exclude<Window, { kind: "WEEKLY" }>): readonly [number, number] {
  switch (window.kind) {
    case "ONE_OFF":
      return [Date.parse(window.from), Date.parse(window.to)];
    case "OPEN_ENDED":
      return [window.from === null ? 0 : Date.parse(window.from), Number.MAX_SAFE_INTEGER];
  }
}

export interface Neighbours {
  /** Overlapping instructions this one wins over. */
  readonly over: readonly Instruction[];
  /** Overlapping instructions that win over this one. */
  readonly under: readonly Instruction[];
}

/** Where a draft stands among the line's other instructions. */
export function neighbours(
  draft: Ranked,
  others: readonly Instruction[],
  timeZone: string,
): Neighbours {
  const touching = others.filter((each) => overlap(draft.window, each.window, timeZone));
  const wins = (each: Instruction) =>
    precedence(draft, { window: each.window, createdAt: Date.parse(each.createdAt) }) < 0;
  return { over: touching.filter(wins), under: touching.filter((each) => !wins(each)) };
}
