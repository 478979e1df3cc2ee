/** When a task may be tried again. */
export const laters = ["15", "60", "180", "tomorrow"] as const;
export type Later = (typeof laters)[number];

const morning = 9;

/** The moment meant, by this browser's clock: so many minutes from now, or tomorrow at nine. */
export function laterAt(later: Later, now: Date): Date {
  if (later !== "tomorrow") return new Date(now.getTime() + Number(later) * 60_000);
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  tomorrow.setHours(morning, 0, 0, 0);
  return tomorrow;
}
