import type { OtherDay } from "../contract/types";
import { clock, DAY_MINUTES, minutes } from "./weekly";

type Hours = OtherDay["hours"][number];

const MORNING = { from: 8 * 60, to: 12 * 60 };
const AFTERNOON = { from: 14 * 60, to: 18 * 60 };
const BREAK = 60;
const LATER = 120;

/** How long hours are in minutes after the midnight of their date; those that do not end after they begin run over midnight. */
function stretch({ from, to }: Hours): { readonly from: number; readonly to: number } {
  const [begin, end] = [minutes(from), minutes(to)];
  return { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

/**
 * The hours that are proposed beside those a date has already: the morning, else the afternoon, else up to two hours after a break,
 * after the last ones or in a gap, until the next ones or midnight. Never any that would be refused for overlapping; undefined when there is no room for any.
 */
export function nextHours(hours: readonly Hours[]): Hours | undefined {
  const taken = hours.map(stretch).sort((a, b) => a.from - b.from);
  const later = taken.map(({ to }, nth) => {
    const from = to + BREAK;
    return { from, to: Math.min(from + LATER, taken[nth + 1]?.from ?? DAY_MINUTES, DAY_MINUTES) };
  });
  const found = [MORNING, AFTERNOON, ...later.reverse()].find(
    ({ from, to }) => from < to && taken.every((each) => to <= each.from || each.to <= from),
  );
  return found && { from: clock(found.from), to: clock(found.to) };
}
