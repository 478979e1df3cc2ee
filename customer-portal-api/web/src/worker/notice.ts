/** What a notification says: never whom or what a call was about (C3). */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Messages about the same thing replace each other. */
  readonly tag: string;
  /** Where a tap leads. */
  readonly path: string;
  readonly noteId: string | null;
}

export type Language = "fr" | "en";

type Kind = "NOTE" | "INCOMING_CALL" | "VOICEMAIL" | "LOST_CALL" | "OTHER";

const WORDS: Record<Language, Record<Kind | "GONE", string>> = {
  fr: {
    NOTE: "Vous avez un nouveau message.",
    INCOMING_CALL: "Un appel arrive sur votre ligne.",
    VOICEMAIL: "Vous avez un message vocal.",
    LOST_CALL: "Vous avez un appel manqué.",
    OTHER: "Il y a du nouveau.",
    GONE: "Ce message a été supprimé.",
  },
  en: {
    NOTE: "You have a new message.",
    INCOMING_CALL: "A call is arriving on your line.",
    VOICEMAIL: "You have a voice message.",
    LOST_CALL: "You have a missed call.",
    OTHER: "There is something new.",
    GONE: "This message was deleted.",
  },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The part that is ours: providers wrap what was sent into `data`. */
function payloadOf(message: unknown): Record<string, unknown> {
  if (!isRecord(message)) return {};
  return isRecord(message.data) ? message.data : message;
}

function kindOf(value: unknown): Kind {
  return value === "NOTE" ||
    value === "INCOMING_CALL" ||
    value === "VOICEMAIL" ||
    value === "LOST_CALL"
    ? value
    : "OTHER";
}

/** A call that rings is read in the list, where it says so as long as it does. */
function pathOf(kind: Kind, id: string | null): string {
  if (kind === "INCOMING_CALL") return "/calls";
  if (id === null) return "/";
  return kind === "NOTE" ? `/notes/${id}` : `/calls/${id}`;
}

/** The notice for a push message; one that is not understood still says that there is something. */
export function noticeOf(message: unknown, language: Language): Notice {
  const payload = payloadOf(message);
  const kind = kindOf(payload.kind);
  const id = typeof payload.id === "string" && UUID.test(payload.id) ? payload.id : null;
  const noteId = kind === "NOTE" ? id : null;
  return {
    title: "Permanence",
    body: WORDS[language][kind],
    tag: id ?? kind.toLowerCase(),
    path: pathOf(kind, id),
    noteId,
  };
}

/** Takes the place of a notice whose note is gone. */
export function withdrawnNotice(notice: Notice, language: Language): Notice {
  return { ...notice, body: WORDS[language].GONE, path: "/", noteId: null };
}
