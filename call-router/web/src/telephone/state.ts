import type { ClientMessage, TelephoneKind } from "../contract";

/**
 * The telephone of this desk, as the browser sees it.
 *
 *     off ──▶ connecting ──▶ registered ──(server calls)──▶ registered + resting
 *                 ▲  │            │
 *                 └──┴── failed ◀─┘   every failure leads back to connecting, by itself or by a button
 *
 * With a desk phone nothing of this runs; the server tells whether it is registered.
 */
export interface TelephoneState {
  kind: TelephoneKind;
  microphone: "unknown" | "granted" | "denied" | "missing";
  line: "off" | "connecting" | "registered" | "failed";
  /** The server's call is answered: sound can flow. */
  resting: boolean;
  muted: boolean;
  /** The browser refuses to play sound until something is pressed. */
  soundBlocked: boolean;
}

export type TelephoneEvent =
  | { type: "chosen"; kind: TelephoneKind }
  | { type: "microphone"; state: TelephoneState["microphone"] }
  | { type: "connecting" }
  | { type: "registered" }
  | { type: "failed" }
  | { type: "leg-answered" }
  | { type: "leg-ended" }
  | { type: "muted"; muted: boolean }
  | { type: "sound"; blocked: boolean };

export function initialTelephone(kind: TelephoneKind): TelephoneState {
  return {
    kind,
    microphone: "unknown",
    line: "off",
    resting: false,
    muted: false,
    soundBlocked: false,
  };
}

export function telephoneChanged(state: TelephoneState, event: TelephoneEvent): TelephoneState {
  switch (event.type) {
    case "chosen":
      return initialTelephone(event.kind);
    case "microphone":
      return { ...state, microphone: event.state };
    case "connecting":
      // an answered leg outlives a lost signalling connection
      return { ...state, line: "connecting" };
    case "registered":
      return { ...state, line: "registered" };
    case "failed":
      return { ...state, line: "failed" };
    case "leg-answered":
      return { ...state, resting: true, muted: false };
    case "leg-ended":
      return { ...state, resting: false, muted: false, soundBlocked: false };
    case "muted":
      return { ...state, muted: event.muted };
    case "sound":
      return { ...state, soundBlocked: event.blocked };
  }
}

/** What the server is told; sent again only when it differs. */
export function telephoneReport(state: TelephoneState): ClientMessage {
  return {
    type: "telephone-state",
    kind: state.kind,
    registered: state.line === "registered",
    microphone: state.microphone,
  };
}

/** What is wrong, worst first. Each has its words and, mostly, one remedy. */
export type Trouble =
  | "taken-over"
  | "session-ended"
  | "connection-lost"
  | "microphone-denied"
  | "microphone-missing"
  | "telephone-failed"
  | "sound-blocked"
  | "desk-phone-absent";

export type Connection = "connecting" | "open" | "lost" | "taken-over" | "session-ended";

export function trouble(
  connection: Connection,
  telephone: TelephoneState,
  serverSeesTelephone: boolean | undefined,
): Trouble | undefined {
  if (connection === "taken-over" || connection === "session-ended") return connection;
  if (connection === "lost") return "connection-lost";
  if (telephone.kind === "desk") {
    return serverSeesTelephone === false ? "desk-phone-absent" : undefined;
  }
  if (telephone.microphone === "denied") return "microphone-denied";
  if (telephone.microphone === "missing") return "microphone-missing";
  if (telephone.line === "failed") return "telephone-failed";
  return telephone.soundBlocked ? "sound-blocked" : undefined;
}
