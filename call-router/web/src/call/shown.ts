/**
 * When the card of an offer counts as shown (B2). In a window that is seen it has been painted two
 * frames after it was rendered. A hidden window paints nothing, and neither does one whose screen is
 * locked: there the card is complete, and whoever is called by notification and ring finds it.
 */
export type Shown = "painted" | "hidden";

/** So long a window that says it is visible may paint nothing. */
const paintsAtLatest = 1_000;

export interface Screen {
  isHidden: () => boolean;
  onHidden: (then: () => void) => () => void;
  frame: (then: () => void) => () => void;
  later: (then: () => void, milliseconds: number) => () => void;
}

/** Tells once, the first of the two that comes true; the answer calls it off. */
export function whenShown(screen: Screen, tell: (shown: Shown) => void): () => void {
  const stops: (() => void)[] = [];
  const callOff = () => stops.splice(0).forEach((stop) => stop());
  const told = (shown: Shown) => {
    callOff();
    tell(shown);
  };
  if (screen.isHidden()) {
    told("hidden");
    return callOff;
  }
  stops.push(screen.onHidden(() => told("hidden")));
  stops.push(screen.later(() => told("hidden"), paintsAtLatest));
  stops.push(screen.frame(() => stops.push(screen.frame(() => told("painted")))));
  return callOff;
}

/** The window this runs in. */
export const thisWindow: Screen = {
  isHidden: () => document.visibilityState === "hidden",
  onHidden: (then) => {
    const changed = () => {
      if (document.visibilityState === "hidden") then();
    };
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  },
  frame: (then) => {
    const frame = requestAnimationFrame(then);
    return () => cancelAnimationFrame(frame);
  },
  later: (then, milliseconds) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
