import type {
  CallCommand,
  CallState,
  Card,
  ForwardingNumber,
  LadderResult,
  Offer,
} from "../contract";

/**
 * The calls on one desk. An offer may arrive while the note of the call before is still being
 * finished, so both can be there.
 *
 *     offered ──▶ talking ⇄ held ⇄ consulting ⇄ conference ──▶ wrapping ──▶ ended (gone)
 *                    └──────▶ transferring ──▶ wrapping, or held again
 */
export interface Calls {
  offer: Offer | undefined;
  call: CallState | undefined;
  /** The card of `call`. Missing when the page was loaded in between: then it is fetched. */
  card: Card | undefined;
  /** The call that ended last: an answer that comes later than its end must not open it again. */
  ended: { callId: string; revision: number } | undefined;
}

export const noCalls: Calls = {
  offer: undefined,
  call: undefined,
  card: undefined,
  ended: undefined,
};

/** What the server says at (re)connection. A call still being offered is only an offer. */
export function callsAtHello(
  before: Calls,
  hello: Pick<Partial<Calls>, "offer" | "call" | "card">,
): Calls {
  const open = hello.call && hello.call.phase !== "offered" && hello.call.phase !== "ended";
  const call = open ? hello.call : undefined;
  // the card may be missing after a short break; the one on screen is still right
  const card = hello.card ?? (before.call?.callId === call?.callId ? before.card : undefined);
  return { offer: hello.offer, call, card: call && card, ended: undefined };
}

export function offered(calls: Calls, offer: Offer): Calls {
  return { ...calls, offer };
}

export function withdrawn(calls: Calls, offerId: string): Calls {
  return calls.offer?.offerId === offerId ? { ...calls, offer: undefined } : calls;
}

/** What was missing from the card is known now; the offer stays shown and confirmed as it is. */
export function cardCompleted(calls: Calls, card: Card): Calls {
  const { offer, call } = calls;
  return {
    ...calls,
    offer: offer?.callId === card.callId ? { ...offer, card } : offer,
    card: call?.callId === card.callId ? card : calls.card,
  };
}

/** Messages and answers race; of two states of one call the higher revision is the newer. */
export function callChanged(calls: Calls, call: CallState): Calls {
  const current = calls.call;
  const sameCall = current?.callId === call.callId;
  // declined or missed, the same call may be offered again: then its revision has grown
  if (call.callId === calls.ended?.callId && call.revision <= calls.ended.revision) return calls;
  if (sameCall && call.revision < current.revision) return calls;
  const wasOffered = calls.offer?.callId === call.callId;
  switch (call.phase) {
    case "offered":
      return calls;
    case "ended":
      return {
        offer: wasOffered ? undefined : calls.offer,
        call: sameCall ? undefined : current,
        card: sameCall ? undefined : calls.card,
        ended: { callId: call.callId, revision: call.revision },
      };
    case "talking":
    case "held":
    case "consulting":
    case "transferring":
    case "conference":
    case "picking-up":
    case "wrapping":
      if (sameCall) return { ...calls, call };
      return wasOffered
        ? { ...calls, offer: undefined, call, card: calls.offer?.card }
        : { ...calls, call, card: undefined };
  }
}

export type CommandName = CallCommand["command"];

/** What may be done now. The server decides; this only keeps impossible buttons away. */
export function possibleCommands({ offer, call, card }: Calls): ReadonlySet<CommandName> {
  const names: CommandName[] =
    offer && (!call || call.phase === "wrapping") ? ["accept", "decline"] : [];
  const canConsult = card?.putThroughAllowed === true && card.ladder.length > 0;
  switch (call?.phase) {
    case "talking":
      names.push("hold", "park", "digits", "voicemail", "hang-up");
      if (canConsult) names.push("consult", "blind");
      break;
    case "held":
      names.push("resume", "park", "voicemail", "hang-up");
      if (canConsult) names.push("consult", "blind");
      break;
    case "consulting":
      names.push("cancel");
      if (call.consultation?.state === "connected") {
        names.push("complete", "conference", "digits");
      }
      break;
    case "transferring":
      names.push("cancel", "let-go");
      break;
    case "conference":
      names.push("complete", "cancel", "hold", "digits", "hang-up");
      break;
    case "picking-up":
      names.push("cancel");
      break;
    case "offered":
    case "wrapping":
    case "ended":
    case undefined:
      break;
  }
  return new Set(names);
}

export interface LadderRow {
  number: ForwardingNumber;
  /** The last thing that happened there, in this call or before it. */
  result: LadderResult | undefined;
  state: "ringing" | "connected" | "idle";
  /** The number to try first: the first one that has not failed in this call. */
  next: boolean;
}

export function ladderRows(card: Card, call: CallState | undefined): LadderRow[] {
  const attempts = call?.ladder ?? [];
  const tried = new Set(attempts.map((attempt) => attempt.forwardingNumberId));
  const sorted = [...card.ladder].sort((a, b) => a.position - b.position);
  const next = sorted.find((number) => !tried.has(number.forwardingNumberId)) ?? sorted[0];
  return sorted.map((number) => ({
    number,
    result:
      attempts.findLast((attempt) => attempt.forwardingNumberId === number.forwardingNumberId) ??
      number.lastResult,
    state: stateOf(number, call?.consultation),
    next: number === next,
  }));
}

function stateOf(
  { forwardingNumberId }: ForwardingNumber,
  consultation: CallState["consultation"],
): LadderRow["state"] {
  if (consultation?.ringing.includes(forwardingNumberId)) return "ringing";
  return consultation?.forwardingNumberId === forwardingNumberId ? consultation.state : "idle";
}

/** The numbers of the ladder by rung: those of one rung ring at once. */
export function rungs(card: Card): ForwardingNumber[][] {
  const byRung = new Map<number, ForwardingNumber[]>();
  for (const number of [...card.ladder].sort((a, b) => a.position - b.position)) {
    byRung.set(number.rung, [...(byRung.get(number.rung) ?? []), number]);
  }
  return [...byRung.values()];
}

/** The card that stands in the middle: of the open call, otherwise of the offer. */
export function cardInView({ offer, card, call }: Calls): Card | undefined {
  return call ? card : offer?.card;
}
