import { describe, expect, it } from "vitest";

import { initialTelephone } from "../telephone/state";
import { emptyDesk } from "./state";
import { DeskStore } from "./store";

const desk = () => new DeskStore(emptyDesk(initialTelephone("browser")));
const shown = (offerId: string) =>
  ({ from: "screen", shown: { offerId, at: "2026-03-02T09:00:00Z" } }) as const;

describe("Waiting for the desk", () => {
  it("ends with the first event that brings what is waited for", async () => {
    const store = desk();
    const waiting = store.until((now) => now.shown?.offerId === "second");
    store.tell(shown("first"));
    store.tell(shown("second"));
    store.tell(shown("third"));
    expect((await waiting).shown?.offerId).toBe("second");
  });

  it("ends at once when it is so already", async () => {
    const store = desk();
    store.tell(shown("first"));
    expect((await store.until((now) => now.shown !== undefined)).shown?.offerId).toBe("first");
  });
});
