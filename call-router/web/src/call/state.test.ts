import { describe, expect, it } from "vitest";

import type { CallState, Card, Offer } from "../contract";
import {
  callChanged,
  callsAtHello,
  cardCompleted,
  ladderRows,
  noCalls,
  offered,
  possibleCommands,
  withdrawn,
} from "./state";

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = "2026-11-22T12:00:00Z";

const card: Card = {
  callId: id(1),
  customer: { customerId: id(9), name: "Cabinet Martin", timeZone: "Europe/Paris" },
  line: { lineId: id(8), number: "+33199001001" },
  greeting: "Cabinet du docteur Martin, Camille à votre écoute, bonjour",
  verdict: { action: "connect", reason: "vip-put-through" },
  instruction: { putThrough: "vip", window: { kind: "default" }, overruled: [] },
  caller: { withheld: false, vip: true, blocked: false, earlierCalls: [] },
  ladder: [
    { forwardingNumberId: id(22), position: 2, rung: 2, number: "+33199001005" },
    { forwardingNumberId: id(21), position: 1, rung: 1, number: "+33639980001" },
  ],
  putThroughAllowed: true,
  questions: [],
};
const offer: Offer = {
  offerId: id(5),
  callId: id(1),
  offeredAt: at,
  expiresAt: at,
  waitingSince: at,
  acceptance: "press",
  card,
};
const call = (phase: CallState["phase"], revision: number, callId = id(1)): CallState => ({
  callId,
  revision,
  phase,
  since: at,
  offeredAt: at,
  ladder: [],
});
const talking = callChanged(offered(noCalls, offer), call("talking", 2));

describe("the calls of a desk", () => {
  it("keeps the offer's card for the call that grows out of it", () => {
    expect(talking).toEqual({ ...noCalls, call: call("talking", 2), card });
  });

  it("forgets an offer that is withdrawn, and only that one", () => {
    expect(withdrawn(offered(noCalls, offer), id(5)).offer).toBeUndefined();
    expect(withdrawn(offered(noCalls, offer), id(6)).offer).toBe(offer);
  });

  it("takes the complete card for the incomplete one, of the offer and of the call", () => {
    const incomplete = { ...card, incomplete: true };
    const waiting = offered(noCalls, { ...offer, card: incomplete });
    expect(cardCompleted(waiting, card)).toEqual(offered(noCalls, offer));
    const answered = callChanged(waiting, call("talking", 2));
    expect(cardCompleted(answered, card)).toEqual(talking);
    expect(cardCompleted(talking, { ...incomplete, callId: id(2) })).toEqual(talking);
  });

  it("keeps the newer of two states that arrive in the wrong order", () => {
    const held = callChanged(talking, call("held", 4));
    expect(callChanged(held, call("talking", 3))).toBe(held);
    expect(callChanged(held, call("talking", 5)).call?.phase).toBe("talking");
  });

  it("keeps the card through wrap-up and drops it at the end", () => {
    const wrapping = callChanged(talking, call("wrapping", 3));
    expect(wrapping.card).toBe(card);
    expect(callChanged(wrapping, call("ended", 4))).toEqual({
      ...noCalls,
      ended: { callId: id(1), revision: 4 },
    });
  });

  it("does not open a call again when an answer arrives after its end", () => {
    const over = callChanged(talking, call("ended", 4));
    expect(callChanged(over, call("wrapping", 3))).toBe(over);
  });

  it("takes a call that was declined and is offered again", () => {
    const declined = callChanged(offered(noCalls, offer), call("ended", 3));
    const again = offered(declined, { ...offer, offerId: id(6) });
    expect(callChanged(again, call("talking", 6))).toMatchObject({
      offer: undefined,
      call: { phase: "talking" },
      card,
    });
  });

  it("knows at reconnection that a call being offered is not yet open", () => {
    const hello = callsAtHello(noCalls, { offer, call: call("offered", 2) });
    expect(hello).toEqual({ ...noCalls, offer });
    expect(possibleCommands(hello)).toContain("accept");
  });

  it("keeps the card on screen through a short loss of the connection", () => {
    expect(callsAtHello(talking, { call: call("held", 5) }).card).toBe(card);
    expect(callsAtHello(talking, { call: call("held", 5, id(2)) }).card).toBeUndefined();
  });

  it("does not let the end of another call close this one", () => {
    expect(callChanged(talking, call("ended", 9, id(2)))).toMatchObject({
      call: talking.call,
      card,
    });
  });

  it("drops an offer whose call ended", () => {
    expect(callChanged(offered(noCalls, offer), call("ended", 1)).offer).toBeUndefined();
  });

  it("keeps the open call in the middle while another is offered", () => {
    const both = offered(callChanged(talking, call("wrapping", 3)), { ...offer, callId: id(2) });
    expect(both.call?.callId).toBe(id(1));
    expect(both.offer?.callId).toBe(id(2));
  });

  it("asks for the card of a call it has not seen offered", () => {
    expect(callChanged(noCalls, call("talking", 1))).toMatchObject({ card: undefined });
  });
});

describe("possible commands", () => {
  const names = (calls: Parameters<typeof possibleCommands>[0]) =>
    [...possibleCommands(calls)].sort();

  it.each([
    ["offered", offered(noCalls, offer), ["accept", "decline"]],
    ["talking", talking, ["blind", "consult", "digits", "hang-up", "hold", "park", "voicemail"]],
    [
      "held",
      callChanged(talking, call("held", 3)),
      ["blind", "consult", "hang-up", "park", "resume", "voicemail"],
    ],
    ["transferring", callChanged(talking, call("transferring", 3)), ["cancel", "let-go"]],
    [
      "conference",
      callChanged(talking, call("conference", 3)),
      ["cancel", "complete", "digits", "hang-up", "hold"],
    ],
    ["picking-up", callChanged(talking, call("picking-up", 3)), ["cancel"]],
    ["wrapping", callChanged(talking, call("wrapping", 3)), []],
    ["nothing", noCalls, []],
  ])("in %s", (_, calls, expected) => {
    expect(names(calls)).toEqual(expected);
  });

  it("completes a transfer only once the customer answers", () => {
    const consulting = (state: "ringing" | "connected") =>
      callChanged(talking, {
        ...call("consulting", 3),
        consultation: { forwardingNumberId: id(21), ringing: [], state, since: at },
      });
    expect(names(consulting("ringing"))).toEqual(["cancel"]);
    expect(names(consulting("connected"))).toEqual(["cancel", "complete", "conference", "digits"]);
  });

  it("does not consult when the instruction forbids it", () => {
    expect(names({ ...talking, card: { ...card, putThroughAllowed: false } })).not.toContain(
      "consult",
    );
  });

  it("does not accept an offer while talking", () => {
    expect(names({ ...talking, offer })).not.toContain("accept");
  });
});

describe("the ladder", () => {
  it("stands in order and points at the first number not yet tried", () => {
    const rows = ladderRows(card, {
      ...call("held", 4),
      ladder: [{ forwardingNumberId: id(21), outcome: "busy", at }],
    });
    expect(rows.map((row) => [row.number.position, row.result?.outcome, row.next])).toEqual([
      [1, "busy", false],
      [2, undefined, true],
    ]);
  });

  it("shows the number that is ringing", () => {
    const rows = ladderRows(card, {
      ...call("consulting", 4),
      consultation: { forwardingNumberId: id(21), ringing: [id(21)], state: "ringing", since: at },
    });
    expect(rows[0]?.state).toBe("ringing");
  });
});
