import { describe, expect, it } from "vitest";

import type { Screen, Shown } from "./shown";
import { whenShown } from "./shown";

/** A window whose frames, timers and visibility the test moves. */
class Window implements Screen {
  readonly waiting = new Map<string, Set<() => void>>();
  readonly hidden: boolean;

  constructor(hidden: boolean) {
    this.hidden = hidden;
  }

  isHidden = () => this.hidden;
  onHidden = (then: () => void) => this.#wait("hidden", then);
  frame = (then: () => void) => this.#wait("frame", then);
  later = (then: () => void) => this.#wait("later", then);

  happens(what: string): void {
    const now = [...(this.waiting.get(what) ?? [])];
    now.forEach((then) => {
      this.waiting.get(what)?.delete(then);
      then();
    });
  }

  #wait(what: string, then: () => void): () => void {
    const those = this.waiting.get(what) ?? new Set();
    this.waiting.set(what, those.add(then));
    return () => those.delete(then);
  }
}

function told(hidden: boolean, ...events: string[]): Shown[] {
  const shown: Shown[] = [];
  const window = new Window(hidden);
  whenShown(window, (how) => shown.push(how));
  events.forEach((event) => window.happens(event));
  return shown;
}

describe("The card of an offer", () => {
  it("is shown two frames after it came", () => {
    expect(told(false, "frame")).toEqual([]);
    expect(told(false, "frame", "frame")).toEqual(["painted"]);
  });

  it("is confirmed at once in a hidden window, which paints nothing", () => {
    expect(told(true)).toEqual(["hidden"]);
  });

  it("is confirmed when the window is hidden before it painted", () => {
    expect(told(false, "frame", "hidden")).toEqual(["hidden"]);
  });

  it("is confirmed after a second without a frame", () => {
    expect(told(false, "later")).toEqual(["hidden"]);
  });

  it("is confirmed once", () => {
    expect(told(false, "frame", "frame", "later", "hidden", "frame")).toEqual(["painted"]);
  });

  it("is not confirmed once the offer is gone", () => {
    const shown: Shown[] = [];
    const window = new Window(false);
    whenShown(window, (how) => shown.push(how))();
    ["frame", "frame", "later", "hidden"].forEach((event) => window.happens(event));
    expect(shown).toEqual([]);
  });
});
