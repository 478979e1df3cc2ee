import { instantOf, wallClock } from "./zone";

/** How long a one-tap change lasts. */
export const QUICK_LENGTHS = ["hour", "today", "tomorrow"] as const;
export type QuickLength = (typeof QUICK_LENGTHS)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The instant a one-tap change made now ends: in an hour, at midnight, or at the next midnight. */
export function quickUntil(length: QuickLength, now: number, timeZone: string): string {
  switch (length) {
    case "hour":
      return new Date(Math.ceil((now + HOUR) / 300_000) * 300_000).toISOString();
    case "today":
      return midnightAfter(now, timeZone);
    case "tomorrow":
      return midnightAfter(Date.parse(midnightAfter(now, timeZone)), timeZone);
  }
}

function midnightAfter(at: number, timeZone: string): string {
  const today = wallClock(at, timeZone).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return new Date(instantOf(`${tomorrow}T00:00`, timeZone) ?? at + DAY).toISOString();
}
