import { describe, expect, it } from "vitest";

import type { LiveMessage } from "../contract";
import { initialTelephone } from "../telephone/state";
import type { Desk, DeskEvent } from "./state";
import { deskChanged, emptyDesk } from "./state";

const now = Date.parse("2026-11-22T12:00:00Z");
const id = "01930000-0000-7000-8000-000000000001";
const server = (message: LiveMessage): DeskEvent => ({ from: "server", message, now });
const hello: LiveMessage = {
  type: "hello",
  serverTime: "2026-11-22T12:00:03Z",
  presence: {
    state: "ready",
    since: "2026-11-22T11:59:00Z",
    telephone: { kind: "browser", registered: true, resting: true },
  },
  tasks: [],
  figures: {
    answered: 0,
    notesSent: 0,
    putThrough: 0,
    missedOffers: 0,
    talkSeconds: 0,
    team: {
      arrived: 0,
      answered: 0,
      abandoned: 0,
      abandonedShort: 0,
      turnedAway: 0,
      serviceLevel: { withinSeconds: 15 },
    },
  },
};
const notice = (code: string): LiveMessage => ({
  type: "notice",
  noticeId: id,
  level: "attention",
  code,
  at: "2026-11-22T12:00:00Z",
});
const talking: LiveMessage = {
  type: "call-state",
  call: {
    callId: id,
    revision: 1,
    phase: "talking",
    since: "2026-11-22T12:00:00Z",
    offeredAt: "2026-11-22T12:00:00Z",
    ladder: [],
  },
};
const next = "01930000-0000-7000-8000-000000000002";
const offering: LiveMessage = {
  type: "offer",
  offer: {
    offerId: id,
    callId: next,
    offeredAt: "2026-11-22T12:00:00Z",
    expiresAt: "2026-11-22T12:00:15Z",
    waitingSince: "2026-11-22T12:00:00Z",
    acceptance: "press",
    card: {
      callId: next,
      customer: { customerId: id, name: "Cabinet Martin", timeZone: "Europe/Paris" },
      line: { lineId: id, number: "+33199001001" },
      greeting: "Cabinet du docteur Martin, bonjour",
      verdict: { action: "connect", reason: "all-put-through" },
      instruction: { putThrough: "everyone", window: { kind: "default" }, overruled: [] },
      caller: { withheld: true, vip: false, blocked: false, earlierCalls: [] },
      ladder: [],
      putThroughAllowed: true,
      questions: [],
    },
  },
};
const after = (...events: DeskEvent[]): Desk =>
  events.reduce(deskChanged, emptyDesk(initialTelephone("browser")));

describe("the desk", () => {
  it("starts from the server's complete picture and knows how far the clocks differ", () => {
    expect(after(server(hello))).toMatchObject({
      connection: "open",
      clockAhead: 3000,
      presence: { state: "ready" },
    });
  });

  it("forgets at reconnection what the server no longer knows", () => {
    const busy = after(server(hello), server(talking));
    expect(busy.call?.phase).toBe("talking");
    expect(deskChanged(busy, server(hello)).call).toBeUndefined();
  });

  it("keeps a notice until it is read, once", () => {
    const twice = after(server(notice("database-unavailable")), server(notice("database-back")));
    expect(twice.notices.map(({ code }) => code)).toEqual(["database-back"]);
    expect(deskChanged(twice, { from: "dismissed", noticeId: id }).notices).toEqual([]);
  });

  it("leaves offer and call to the window that took over", () => {
    const busy = after(server(hello), server(talking), server(offering));
    expect(busy).toMatchObject({ call: { phase: "talking" }, offer: { offerId: id } });
    const replaced = deskChanged(busy, server({ type: "signed-out", reason: "replaced" }));
    expect(replaced.offer).toBeUndefined();
    expect(replaced.call).toBeUndefined();
    expect(replaced.presence).toBeUndefined();
  });

  it("takes no offer any more once the session has ended, but shows the call that goes on", () => {
    const busy = after(server(hello), server(talking), server(offering));
    const ended = deskChanged(busy, server({ type: "signed-out", reason: "expired" }));
    expect(ended.offer).toBeUndefined();
    expect(ended.call?.phase).toBe("talking");
    const refused = deskChanged(busy, { from: "connection", connection: "session-ended" });
    expect(refused.offer).toBeUndefined();
  });

  it("knows whether another window took over or the session ended", () => {
    expect(after(server({ type: "signed-out", reason: "replaced" })).connection).toBe("taken-over");
    expect(after(server({ type: "signed-out", reason: "expired" })).connection).toBe(
      "session-ended",
    );
  });
});
