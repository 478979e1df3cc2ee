import { useSyncExternalStore } from "react";

import { useDesk } from "../desk/store";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** This browser's clock, once a second for everything on the screen together. */
export function useLocalNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** The server's clock, so that ages are right on a computer whose clock is not. */
export function useNow(): number {
  const ahead = useDesk((desk) => desk.clockAhead);
  return useLocalNow() + ahead;
}
