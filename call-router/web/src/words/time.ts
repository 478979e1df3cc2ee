import type { Language, Window } from "../contract";

/** 9 → 0:09, 72 → 1:12, 3872 → 1:04:32. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** An age for people: 45 s, 12 min, 3 h, 2 j. */
export function age(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min`;
  if (whole < 86_400) return `${Math.floor(whole / 3600)} h`;
  return `${Math.floor(whole / 86_400)} ${language === "fr" ? "j" : "d"}`;
}

export function secondsBetween(from: string, now: number): number {
  return (now - Date.parse(from)) / 1000;
}

/** 18:00, in the given zone (the browser's by default). */
export function clock(at: string, language: Language, zone?: string): string {
  return format(at, language, { hour: "2-digit", minute: "2-digit" }, zone);
}

/** 12:04:31 */
export function clockWithSeconds(at: string, language: Language): string {
  return format(at, language, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** mar. 3 nov. */
export function day(at: string, language: Language, zone?: string): string {
  return format(at, language, { weekday: "short", day: "numeric", month: "short" }, zone);
}

/** 18:00 when it is today, otherwise mar. 3 nov. 18:00. */
export function moment(at: string, now: number, language: Language, zone?: string): string {
  const today = day(new Date(now).toISOString(), language, zone) === day(at, language, zone);
  const time = clock(at, language, zone);
  return today ? time : `${day(at, language, zone)} ${time}`;
}

/** Weekdays of a weekly window: lun., mar., jeu. */
export function weekdays(days: readonly number[], language: Language): string {
  return [...days]
    .sort((a, b) => a - b)
    .map((iso) =>
      // 5 January 2026 was a Monday
      format(
        new Date(Date.UTC(2026, 0, 4 + iso, 12)).toISOString(),
        language,
        { weekday: "short" },
        "UTC",
      ),
    )
    .join(", ");
}

/** The parts of a sentence about when an instruction holds; the words are chosen by the view. */
export function windowParts(
  window: Window,
  language: Language,
  zone: string,
): { from: string; until: string; days: string; opens: string; closes: string } {
  const full = (at: string | undefined) =>
    at === undefined ? "…" : `${day(at, language, zone)} ${clock(at, language, zone)}`;
  return {
    from: full(window.from),
    until: full(window.until),
    days: weekdays(window.days ?? [], language),
    opens: window.opens ?? "0:00",
    closes: window.closes ?? "24:00",
  };
}

function format(
  at: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
  zone?: string,
): string {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  return new Intl.DateTimeFormat(locale, {
    ...options,
    ...(zone !== undefined && { timeZone: zone }),
  }).format(new Date(at));
}
