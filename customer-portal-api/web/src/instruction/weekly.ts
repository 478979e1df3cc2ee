import type { Weekday, WeeklyHours } from "../contract/types";

export const WEEKDAYS: readonly Weekday[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];

/** Minutes of a day. */
export const DAY_MINUTES = 1_440;

/** A stretch of one day, `[from, to)` in minutes after midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** For each weekday, Monday first, its stretches: ascending, apart from each other. */
export type Week = readonly (readonly Stretch[])[];

export const EMPTY_WEEK: Week = WEEKDAYS.map(() => []);

export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

export function clock(ofDay: number): string {
  const within = ofDay % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

function tidy(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const apart: Stretch[] = [];
  for (const each of sorted) {
    const last = apart.at(-1);
    if (last !== undefined && each.from <= last.to) {
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    } else {
      apart.push(each);
    }
  }
  return apart;
}

/** The week the rows of hours describe; hours over midnight fall into both days. */
export function weekOf(rows: readonly WeeklyHours[]): Week {
  const week: Stretch[][] = WEEKDAYS.map(() => []);
  for (const row of rows) {
    const from = minutes(row.from);
    const to = minutes(row.to);
    for (const name of row.days) {
      const day = WEEKDAYS.indexOf(name);
      if (to > from) {
        week[day]?.push({ from, to });
      } else {
        week[day]?.push({ from, to: DAY_MINUTES });
        week[(day + 1) % 7]?.push({ from: 0, to });
      }
    }
  }
  return week.map(tidy);
}

/** Rows of hours for the week: days with the same stretch share a row. */
export function rowsOf(week: Week): WeeklyHours[] {
  const rows = new Map<string, { stretch: Stretch; days: Weekday[] }>();
  week.forEach((stretches, day) => {
    for (const stretch of stretches) {
      const key = `${String(stretch.from).padStart(4, "0")}-${stretch.to}`;
      const row = rows.get(key) ?? { stretch, days: [] };
      const name = WEEKDAYS[day];
      if (name !== undefined) row.days.push(name);
      rows.set(key, row);
    }
  });
  return [...rows.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, { stretch, days }]) => ({
      days,
      from: clock(stretch.from),
      to: clock(stretch.to),
    }));
}

/** Adds a stretch to a day, or takes it away. */
export function paint(week: Week, day: number, stretch: Stretch, on: boolean): Week {
  return week.map((stretches, each) => {
    if (each !== day) return stretches;
    if (on) return tidy([...stretches, stretch]);
    return tidy(
      stretches.flatMap((present) => [
        { from: present.from, to: Math.min(present.to, stretch.from) },
        { from: Math.max(present.from, stretch.to), to: present.to },
      ]),
    );
  });
}

export function covers(week: Week, day: number, minute: number): boolean {
  return (week[day] ?? []).some(({ from, to }) => from <= minute && minute < to);
}
