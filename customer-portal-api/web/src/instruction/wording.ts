import type { TFunction } from "i18next";

import type { RuleInForce, Weekday, WeeklyHours, Window } from "../contract/types";
import { dayNumber, formatsFor, localeOf } from "../shell/format";
import { WEEKDAYS } from "./weekly";

/** `lun.`, `Mon`: the weekday's short name. */
export function weekdayName(day: Weekday, language: string, width: "short" | "long"): string {
  // the first of January 2024 was a Monday
  const at = Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day));
  return new Intl.DateTimeFormat(localeOf(language), { weekday: width, timeZone: "UTC" }).format(
    at,
  );
}

/** `lun.–ven.` for days in a row, `lun., mer.` otherwise. */
export function daysInWords(days: readonly Weekday[], language: string, t: TFunction): string {
  const numbers = days.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b);
  if (numbers.length === 7) return t("window.everyDay");
  const runs: [number, number][] = [];
  for (const day of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  const name = (day: number) => weekdayName(WEEKDAYS[day] ?? "MONDAY", language, "short");
  return runs
    .map(([first, last]) =>
      first === last
        ? name(first)
        : last === first + 1
          ? `${name(first)}, ${name(last)}`
          : `${name(first)}–${name(last)}`,
    )
    .join(", ");
}

function hoursInWords(row: WeeklyHours, language: string, t: TFunction): string {
  const days = daysInWords(row.days, language, t);
  return row.from === "00:00" && row.to === "00:00"
    ? t("window.wholeDay", { days })
    : t("window.hours", { days, from: row.from, to: row.to === "00:00" ? "24:00" : row.to });
}

/** When an instruction is valid, in one sentence without a full stop. */
export function windowInWords(
  window: Window,
  timeZone: string,
  language: string,
  t: TFunction,
): string {
  const formats = formatsFor(language);
  switch (window.kind) {
    case "ONE_OFF": {
      const { from, to } = window;
      const [fromTime, toTime] = [formats.time(from, timeZone), formats.time(to, timeZone)];
      return dayNumber(from, timeZone) === dayNumber(to, timeZone)
        ? t("window.oneDay", { day: formats.day(from, timeZone), from: fromTime, to: toTime })
        : t("window.fromTo", {
            from: `${formats.day(from, timeZone)} ${fromTime}`,
            to: `${formats.day(to, timeZone)} ${toTime}`,
          });
    }
    case "WEEKLY":
      return window.hours.map((row) => hoursInWords(row, language, t)).join(" · ");
    case "OPEN_ENDED":
      return window.from === null
        ? t("window.always")
        : t("window.since", {
            from: `${formats.day(window.from, timeZone)} ${formats.time(window.from, timeZone)}`,
          });
  }
}

/** When the rule ends, as one says it: `jusqu'à 18:00`, `jusqu'à demain 08:00`, `jusqu'au …`. */
export function untilInWords(
  until: string | null,
  now: number,
  timeZone: string,
  language: string,
  t: TFunction,
): string {
  if (until === null) return t("until.further");
  const formats = formatsFor(language);
  const time = formats.time(until, timeZone);
  const days = dayNumber(until, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return t("until.today", { time });
  if (days === 1 && time === "00:00") return t("until.midnight");
  if (days === 2 && time === "00:00") return t("until.tomorrowMidnight");
  if (days === 1) return t("until.tomorrow", { time });
  return t("until.day", { day: formats.day(until, timeZone), time });
}

/** "Now: VIP only until 18:00", the first thing the app says. */
export function nowSentence(
  rule: Pick<RuleInForce, "putThrough" | "until">,
  now: number,
  timeZone: string,
  language: string,
  t: TFunction,
): string {
  const until = untilInWords(rule.until, now, timeZone, language, t);
  return t("now.sentence", { rule: t(`now.rule.${rule.putThrough}`), until });
}
