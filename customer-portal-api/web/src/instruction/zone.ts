/** The clock on the wall of a place, as `2026-11-03T12:04`. */
export function wallClock(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The instant at which the wall shows this clock; null when it is no date. A clock that shows twice
 * (autumn) is taken the first time, one that is skipped (spring) as if it had not been.
 */
export function instantOf(clock: string, timeZone: string): number | null {
  const naive = Date.parse(`${clock}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) || Number.isNaN(naive)) return null;
  const offsetAt = (at: number) => Date.parse(`${wallClock(at, timeZone)}:00Z`) - floorMinute(at);
  const day = 86_400_000;
  const candidates = [naive - offsetAt(naive - day), naive - offsetAt(naive + day)];
  const right = candidates.filter((at) => wallClock(at, timeZone) === clock);
  return right.length > 0 ? Math.min(...right) : (candidates[0] ?? null);
}

function floorMinute(at: number): number {
  return Math.floor(at / 60_000) * 60_000;
}

/** The minute of the week on the wall, Monday 00:00 being 0. */
export function minuteOfWeek(at: number, timeZone: string): number {
  const clock = Date.parse(`${wallClock(at, timeZone)}:00Z`);
  const date = new Date(clock);
  return ((date.getUTCDay() + 6) % 7) * 1_440 + date.getUTCHours() * 60 + date.getUTCMinutes();
}
