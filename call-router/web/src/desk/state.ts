import type {
  CallState,
  LiveMessage,
  LiveNotice,
  Presence,
  Task,
  Team,
  TodayFigures,
} from "../contract";
import type { Calls } from "../call/state";
import {
  callChanged,
  callsAtHello,
  cardCompleted,
  noCalls,
  offered,
  withdrawn,
} from "../call/state";
import type { Connection, TelephoneEvent, TelephoneState } from "../telephone/state";
import { telephoneChanged } from "../telephone/state";

/** Everything one desk shows. The server's messages and the desk's own events change it, nothing else. */
export interface Desk extends Calls {
  connection: Connection;
  /** Server's clock minus this browser's, in milliseconds. */
  clockAhead: number;
  presence: Presence | undefined;
  /** When the card of the offer was painted; accepting says so. */
  shown: { offerId: string; at: string } | undefined;
  team: Team | undefined;
  tasks: readonly Task[];
  figures: TodayFigures | undefined;
  notices: readonly LiveNotice[];
  /** The last offer that went away, for one sentence on the screen. */
  gone: OfferGone | undefined;
  telephone: TelephoneState;
}

export type OfferGone = Extract<LiveMessage, { type: "offer-withdrawn" }>;

export type DeskEvent =
  | { from: "server"; message: LiveMessage; now: number }
  | { from: "answer"; call: CallState }
  | { from: "telephone"; event: TelephoneEvent }
  | { from: "screen"; shown: { offerId: string; at: string } }
  | { from: "dismissed"; noticeId: string }
  | { from: "presence"; presence: Presence }
  | { from: "connection"; connection: Connection };

export function emptyDesk(telephone: TelephoneState): Desk {
  return {
    ...noCalls,
    connection: "connecting",
    clockAhead: 0,
    presence: undefined,
    shown: undefined,
    team: undefined,
    tasks: [],
    figures: undefined,
    notices: [],
    gone: undefined,
    telephone,
  };
}

export function deskChanged(desk: Desk, event: DeskEvent): Desk {
  switch (event.from) {
    case "server":
      return heard(desk, event.message, event.now);
    case "answer":
      return { ...desk, ...callChanged(desk, event.call) };
    case "telephone":
      return { ...desk, telephone: telephoneChanged(desk.telephone, event.event) };
    case "screen":
      return { ...desk, shown: event.shown };
    case "dismissed":
      return {
        ...desk,
        notices: desk.notices.filter(({ noticeId }) => noticeId !== event.noticeId),
      };
    case "presence":
      return { ...desk, presence: event.presence };
    case "connection":
      return connected(desk, event.connection);
  }
}

/** What another window took over is shown there, what she does as well; a call goes on when the session ends, an offer does not. */
function connected(desk: Desk, connection: Connection): Desk {
  switch (connection) {
    case "taken-over":
      return { ...desk, ...noCalls, presence: undefined, connection };
    case "session-ended":
      return { ...desk, offer: undefined, connection };
    case "connecting":
    case "open":
    case "lost":
      return { ...desk, connection };
  }
}

function heard(desk: Desk, message: LiveMessage, now: number): Desk {
  switch (message.type) {
    case "hello":
      return {
        ...desk,
        connection: "open",
        clockAhead: Date.parse(message.serverTime) - now,
        presence: message.presence,
        ...callsAtHello(desk, message),
        team: message.team,
        tasks: message.tasks,
        figures: message.figures,
      };
    case "presence":
      return { ...desk, presence: message.presence };
    case "offer":
      return { ...desk, ...offered(desk, message.offer), gone: undefined };
    case "offer-withdrawn":
      return { ...desk, ...withdrawn(desk, message.offerId), gone: message };
    case "call-state":
      return { ...desk, ...callChanged(desk, message.call) };
    case "card":
      return { ...desk, ...cardCompleted(desk, message.card) };
    case "team":
      return { ...desk, team: message.team };
    case "tasks":
      return { ...desk, tasks: message.tasks };
    case "figures":
      return { ...desk, figures: message.figures };
    case "notice":
      return {
        ...desk,
        notices: [...desk.notices.filter(({ noticeId }) => noticeId !== message.noticeId), message],
      };
    case "signed-out":
      return connected(desk, message.reason === "replaced" ? "taken-over" : "session-ended");
    case "pong":
      return desk;
  }
}
