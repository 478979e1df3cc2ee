import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export type Language = "fr" | "en";

const LOCALES: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

export function localeOf(language: string): string {
  return LOCALES[language === "en" ? "en" : "fr"];
}

type Time = string | number;

const DAY = 86_400_000;

/** The calendar day of an instant in a zone, as a number that grows by one a day. */
export function dayNumber(at: Time, timeZone?: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(at));
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / DAY);
}

/** Dates, times and lengths as people of this language write them. */
export interface Formats {
  /** `12:04` */
  time(at: Time, timeZone?: string): string;
  /** `mar. 3 nov.`, with the year when it is another one */
  day(at: Time, timeZone?: string): string;
  /** `12:04` today, `mar. 3 nov.` before: for lists */
  brief(at: Time, now?: number): string;
  /** `12:04` today, `mar. 3 nov. 12:04` before */
  moment(at: Time, now?: number): string;
  /** `mardi 3 novembre 2026, 12:04` */
  full(at: Time): string;
  /** `1 min 20 s` */
  length(seconds: number): string;
}

export function formatsFor(language: string): Formats {
  const locale = localeOf(language);
  const zoned = (options: Intl.DateTimeFormatOptions, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
  const time = (at: Time, timeZone?: string) =>
    zoned({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timeZone).format(new Date(at));
  const day = (at: Time, timeZone?: string) => {
    const year = new Date(at).getFullYear() === new Date().getFullYear() ? undefined : "numeric";
    return zoned(
      { weekday: "short", day: "numeric", month: "short", ...(year ? { year } : {}) },
      timeZone,
    ).format(new Date(at));
  };
  const isToday = (at: Time, now: number) => dayNumber(at) === dayNumber(now);
  return {
    time,
    day,
    brief: (at, now = Date.now()) => (isToday(at, now) ? time(at) : day(at)),
    moment: (at, now = Date.now()) => (isToday(at, now) ? time(at) : `${day(at)} ${time(at)}`),
    full: (at) =>
      zoned({
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(new Date(at)),
    length: (seconds) =>
      seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`,
  };
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(i18n.language), [i18n.language]);
}
