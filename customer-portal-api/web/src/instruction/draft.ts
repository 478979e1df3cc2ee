import type {
  Instruction,
  InstructionContent,
  LadderStep,
  Line,
  OtherDay,
  PutThrough,
  Window,
  WithheldCallers,
} from "../contract/types";
import { rowsOf, type Week, weekOf, EMPTY_WEEK } from "./weekly";
import { instantOf, wallClock } from "./zone";

/** What the form holds while it is being filled in; clocks are those on the line's wall. */
export interface Draft {
  readonly lineId: string;
  readonly kind: Window["kind"];
  readonly oneOffFrom: string;
  readonly oneOffTo: string;
  readonly week: Week;
  readonly closedOnHolidays: boolean;
  /** Dates with hours of their own. */
  readonly otherDays: readonly OtherDay[];
  readonly openFrom: string;
  readonly greeting: string;
  readonly putThrough: PutThrough;
  readonly mode: InstructionContent["mode"];
  readonly message: string;
  readonly ladder: readonly LadderStep[];
  readonly secretaryNotes: string;
  /** What becomes of withheld callers; null means what the line says. */
  readonly withheldCallers: WithheldCallers | null;
}

export interface Broken {
  /** The field's path, as the server names it. */
  readonly field: string;
  readonly rule: string;
  readonly limit?: number;
}

const HOUR = 3_600_000;
const QUARTER = 900_000;

/** A new draft: weekly hours, nothing painted yet, and otherwise what is done anyway. */
export function newDraft(line: Line, now: number): Draft {
  const from = Math.ceil(now / QUARTER) * QUARTER;
  return {
    lineId: line.id,
    kind: "WEEKLY",
    oneOffFrom: wallClock(from, line.timeZone),
    oneOffTo: wallClock(from + 2 * HOUR, line.timeZone),
    week: EMPTY_WEEK,
    closedOnHolidays: false,
    otherDays: [],
    openFrom: "",
    greeting: line.standing.greeting,
    putThrough: line.standing.putThrough,
    mode: line.standing.mode,
    message: line.standing.message ?? "",
    ladder: line.standing.ladder,
    secretaryNotes: "",
    withheldCallers: null,
  };
}

export function draftOf(instruction: Instruction, line: Line, now: number): Draft {
  const { window } = instruction;
  const blank = newDraft(line, now);
  return {
    ...blank,
    lineId: instruction.lineId,
    kind: window.kind,
    ...(window.kind === "ONE_OFF"
      ? {
          oneOffFrom: wallClock(Date.parse(window.from), line.timeZone),
          oneOffTo: wallClock(Date.parse(window.to), line.timeZone),
        }
      : {}),
    ...(window.kind === "WEEKLY"
      ? {
          week: weekOf(window.hours),
          closedOnHolidays: window.closedOnHolidays ?? false,
          otherDays: window.otherDays ?? [],
        }
      : {}),
    ...(window.kind === "OPEN_ENDED" && window.from !== null
      ? { openFrom: wallClock(Date.parse(window.from), line.timeZone) }
      : {}),
    greeting: instruction.greeting,
    putThrough: instruction.putThrough,
    mode: instruction.mode,
    message: instruction.message ?? "",
    ladder: instruction.ladder,
    secretaryNotes: instruction.secretaryNotes ?? "",
    withheldCallers: instruction.withheldCallers ?? null,
  };
}

/** The window the draft describes, or null while it is not complete. */
export function windowOf(draft: Draft, timeZone: string): Window | null {
  const iso = (clock: string) => {
    const at = instantOf(clock, timeZone);
    return at === null ? null : new Date(at).toISOString();
  };
  switch (draft.kind) {
    case "ONE_OFF": {
      const [from, to] = [iso(draft.oneOffFrom), iso(draft.oneOffTo)];
      return from === null || to === null || from >= to ? null : { kind: "ONE_OFF", from, to };
    }
    case "WEEKLY": {
      const hours = rowsOf(draft.week);
      return hours.length === 0
        ? null
        : {
            kind: "WEEKLY",
            hours,
            closedOnHolidays: draft.closedOnHolidays,
            otherDays: [...draft.otherDays].sort((a, b) => a.date.localeCompare(b.date)),
          };
    }
    case "OPEN_ENDED":
      return { kind: "OPEN_ENDED", from: draft.openFrom === "" ? null : iso(draft.openFrom) };
  }
}

/** Every rule the draft breaks, in the order of the form. */
export function brokenRules(draft: Draft, timeZone: string, now: number): readonly Broken[] {
  const broken: Broken[] = [...brokenWindow(draft, timeZone, now)];
  if (draft.greeting.trim() === "") broken.push({ field: "greeting", rule: "required" });
  if (draft.greeting.length > 500) broken.push({ field: "greeting", rule: "too-long", limit: 500 });
  if (draft.putThrough !== "ALL" && draft.message.trim() === "") {
    broken.push({ field: "message", rule: "required" });
  }
  if (draft.message.length > 1000) broken.push({ field: "message", rule: "too-long", limit: 1000 });
  if (draft.putThrough !== "NONE" && draft.ladder.length === 0) {
    broken.push({ field: "ladder", rule: "required" });
  }
  draft.ladder.forEach((step, index) => {
    const rung = [step.forwardingNumberId, ...(step.alsoRings ?? [])];
    (step.alsoRings ?? []).forEach((id, place) => {
      if (rung.indexOf(id) <= place) {
        broken.push({ field: `ladder[${index}].alsoRings[${place}]`, rule: "repeated" });
      }
    });
    if (!Number.isInteger(step.ringSeconds) || step.ringSeconds < 5 || step.ringSeconds > 60) {
      broken.push({ field: `ladder[${index}].ringSeconds`, rule: "range" });
    }
  });
  if (draft.secretaryNotes.length > 2000) {
    broken.push({ field: "secretaryNotes", rule: "too-long", limit: 2000 });
  }
  return broken;
}

function brokenWindow(draft: Draft, timeZone: string, now: number): Broken[] {
  switch (draft.kind) {
    case "ONE_OFF": {
      const from = instantOf(draft.oneOffFrom, timeZone);
      const to = instantOf(draft.oneOffTo, timeZone);
      if (from === null) return [{ field: "window.from", rule: "required" }];
      if (to === null) return [{ field: "window.to", rule: "required" }];
      if (to <= from) return [{ field: "window.to", rule: "after-from" }];
      return to <= now ? [{ field: "window.to", rule: "in-the-future" }] : [];
    }
    case "WEEKLY":
      return [
        ...(rowsOf(draft.week).length === 0 ? [{ field: "window.hours", rule: "required" }] : []),
        ...brokenDays(draft.otherDays),
      ];
    case "OPEN_ENDED":
      return [];
  }
}

/** A date is named, and once; its hours do not overlap. */
function brokenDays(days: readonly OtherDay[]): Broken[] {
  return days.flatMap(({ date, hours }, index) => {
    const field = `window.otherDays[${index}]`;
    const broken: Broken[] = [];
    if (date === "") {
      broken.push({ field: `${field}.date`, rule: "required" });
    } else if (days.findIndex((each) => each.date === date) < index) {
      broken.push({ field: `${field}.date`, rule: "repeated" });
    }
    if (overlap(hours)) broken.push({ field: `${field}.hours`, rule: "overlap" });
    return broken;
  });
}

/** Whether a minute lies in two of the hours that begin on one date, perhaps after midnight. */
function overlap(hours: OtherDay["hours"]): boolean {
  const sorted = [...hours].sort((a, b) => a.from.localeCompare(b.from));
  return sorted.some(({ from }, index) => {
    const before = sorted[index - 1];
    return before !== undefined && (before.to <= before.from || from < before.to);
  });
}

/** What is sent; only for a draft that breaks no rule. */
export function contentOf(draft: Draft, window: Window): InstructionContent {
  const message = draft.message.trim();
  const notes = draft.secretaryNotes.trim();
  return {
    lineId: draft.lineId,
    window,
    greeting: draft.greeting.trim(),
    putThrough: draft.putThrough,
    mode: draft.mode,
    message: message === "" ? null : message,
    ladder: [...draft.ladder],
    secretaryNotes: notes === "" ? null : notes,
    withheldCallers: draft.withheldCallers,
  };
}
