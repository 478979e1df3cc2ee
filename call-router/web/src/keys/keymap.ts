/**
 * Which key does what. One letter each; while typing in a field only together with Alt, so that
 * a note can be written at any moment without a call being hung up.
 */
export type ActionName =
  | "accept"
  | "decline"
  | "hold"
  | "resume"
  | "consult"
  | "complete"
  | "cancel"
  | "conference"
  | "blind"
  | "let-go"
  | "park"
  | "pick-up"
  | "digits"
  | "voicemail"
  | "hang-up"
  | "mute"
  | "ready"
  | "break"
  | "sign-off"
  | "note"
  | "send-note"
  | "tasks"
  | "sent"
  | "why"
  | "search"
  | "help"
  | "language"
  | "colours"
  | "wallboard"
  | "sign-out";

/** Letters of one state may be used again in another: hold and resume are one key. */
export const keyOf: Partial<Record<ActionName, string>> = {
  accept: "a",
  decline: "d",
  hold: "h",
  resume: "h",
  consult: "c",
  complete: "c",
  cancel: "x",
  conference: "f",
  blind: "b",
  "let-go": "l",
  park: "p",
  "pick-up": "u",
  digits: "k",
  voicemail: "v",
  "hang-up": "e",
  mute: "m",
  ready: "r",
  break: "b",
  note: "n",
  tasks: "t",
  sent: "s",
  why: "y",
  help: "?",
};

/** What shares its letter with another action: each applies at a time of its own, which help tells. */
export const twofold = [
  "hold",
  "resume",
  "consult",
  "complete",
  "blind",
  "break",
] as const satisfies readonly ActionName[];

/** Combinations that work everywhere, as the keyboard writes them. */
export const chordOf: Partial<Record<ActionName, string>> = {
  search: "Ctrl K",
  "send-note": "Ctrl ⏎",
};

export interface Press {
  key: string;
  /** Physical key; with Alt a Mac reports another character in `key`. */
  code: string;
  alt: boolean;
  ctrl: boolean;
  meta: boolean;
  /** Shift is not looked at: Caps Lock must not matter. */
  repeat: boolean;
}

export interface Situation {
  /** The cursor is in a field. */
  typing: boolean;
  /** A dialog is open; it has its own keys. */
  dialog: boolean;
  available: ReadonlySet<ActionName>;
}

/** The action a key press asks for, if any. */
export function actionFor(press: Press, situation: Situation): ActionName | undefined {
  if (press.repeat || situation.dialog) return undefined;
  const chord = chordFor(press);
  if (chord) return situation.available.has(chord) ? chord : undefined;
  if (press.ctrl || press.meta) return undefined;
  if (situation.typing && !press.alt) return undefined;
  const letter = letterOf(press);
  for (const name of situation.available) {
    if (letterNow(name, situation.available) === letter) return name;
  }
  return undefined;
}

/**
 * The letter that asks for an action at this moment. In a call a break has none: its letter is the
 * transfer's, and a slip must not end in a break.
 */
export function letterNow(
  name: ActionName,
  available: ReadonlySet<ActionName>,
): string | undefined {
  const inCall = available.has("hang-up") || available.has("cancel");
  return name === "break" && inCall ? undefined : keyOf[name];
}

function chordFor(press: Press): ActionName | undefined {
  if (press.alt || !(press.ctrl || press.meta)) return undefined;
  if (press.key.toLowerCase() === "k") return "search";
  return press.key === "Enter" ? "send-note" : undefined;
}

function letterOf({ key, code, alt }: Press): string {
  const plain = /^[a-z?]$/i.test(key);
  if (!plain && alt && code.startsWith("Key")) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}
