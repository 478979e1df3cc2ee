import { beforeEach, describe, expect, it, vi } from "vitest";

import type { LiveMessage, Me, Presence } from "../contract";
import type { LiveListener } from "../live/socket";
import type { TelephoneEvent } from "../telephone/state";
import { Workplace } from "./workplace";

const told = vi.hoisted(() => ({
  live: undefined as LiveListener | undefined,
  phone: undefined as ((event: TelephoneEvent) => void) | undefined,
  deeds: [] as string[],
}));

vi.mock("../live/socket", () => ({
  LiveSocket: class {
    constructor(_: string, listener: LiveListener) {
      told.live = listener;
    }
    readonly start = vi.fn();
    readonly stop = vi.fn();
    readonly send = vi.fn();
  },
}));
vi.mock("../telephone/phone", () => ({
  BrowserPhone: class {
    constructor(tell: (event: TelephoneEvent) => void) {
      told.phone = tell;
    }
    start() {
      told.deeds.push("telephone started");
      return Promise.resolve();
    }
    stop() {
      told.deeds.push("telephone stopped");
    }
  },
}));
vi.mock("../telephone/ring", () => ({
  Ring: class {
    readonly start = vi.fn();
    readonly stop = vi.fn();
  },
}));
vi.mock("../telephone/api", () => ({
  chosenKind: () => "browser",
  chooseTelephone: () => Promise.resolve(undefined),
}));
vi.mock("../presence/api", () => ({
  changePresence: ({ state }: { state: Presence["state"] }) => {
    told.deeds.push(`asked for ${state}`);
    return Promise.resolve({ ok: true, value: presence(state, "browser") });
  },
}));

const at = "2026-11-22T12:00:00Z";
const id = "01930000-0000-7000-8000-000000000001";
const me: Me = {
  accountId: id,
  user: "camille",
  name: "Camille",
  role: "secretary",
  language: "fr",
  passwordChangeDue: false,
  secondFactor: false,
};
const presence = (state: Presence["state"], kind: "none" | "browser"): Presence => ({
  state,
  since: at,
  telephone: { kind, registered: kind === "browser", resting: false },
});
const say = (message: LiveMessage) => told.live?.message(message);
const present = (state: Presence["state"], kind: "none" | "browser") =>
  say({ type: "presence", presence: presence(state, kind) });
const talking: LiveMessage = {
  type: "call-state",
  call: { callId: id, revision: 1, phase: "talking", since: at, offeredAt: at, ladder: [] },
};

/** At work with a telephone that is connected and rests. */
function atWork(): Workplace {
  const workplace = new Workplace(me);
  workplace.start();
  told.phone?.({ type: "registered" });
  told.phone?.({ type: "leg-answered" });
  present("ready", "browser");
  told.deeds.length = 0;
  return workplace;
}

beforeEach(() => {
  vi.stubGlobal("window", {
    location: { protocol: "http:", host: "localhost" },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  vi.stubGlobal("localStorage", {});
});

describe("the place of a secretary", () => {
  it("takes up the telephone again for who is ready after she went off duty", async () => {
    const workplace = atWork();
    present("signed-off", "none");
    const ready = workplace.ready();
    await Promise.resolve();
    expect(told.deeds).toEqual(["telephone started"]);
    told.phone?.({ type: "registered" });
    present("preparing", "browser");
    expect(await ready).toBeUndefined();
    expect(told.deeds).toEqual(["telephone started", "asked for ready"]);
  });

  it("asks at once for who has her telephone", async () => {
    const workplace = atWork();
    present("break", "browser");
    await workplace.ready();
    expect(told.deeds).toEqual(["asked for ready"]);
  });

  it("shows no telephone as connected in the window that lost it", () => {
    const workplace = atWork();
    say({ type: "signed-out", reason: "replaced" });
    expect(told.deeds).toContain("telephone stopped");
    expect(workplace.store.now().telephone).toMatchObject({ line: "off", resting: false });
  });

  it("puts the telephone down when the session has ended, but not under a conversation", () => {
    atWork();
    say(talking);
    say({ type: "signed-out", reason: "expired" });
    expect(told.deeds).not.toContain("telephone stopped");
    told.phone?.({ type: "leg-ended" });
    expect(told.deeds).toContain("telephone stopped");
  });

  it("knows whether a conversation goes through this page", () => {
    const workplace = atWork();
    expect(workplace.talks()).toBe(false);
    say(talking);
    expect(workplace.talks()).toBe(true);
    told.phone?.({ type: "chosen", kind: "desk" });
    expect(workplace.talks()).toBe(false);
  });
});
