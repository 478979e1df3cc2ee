import { createContext, useContext, useSyncExternalStore } from "react";

import type { Desk, DeskEvent } from "./state";
import { deskChanged } from "./state";

/** Holds the desk outside React, because sockets and telephones write to it. */
export class DeskStore {
  #desk: Desk;
  readonly #listeners = new Set<() => void>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly now = (): Desk => this.#desk;

  readonly tell = (event: DeskEvent): void => {
    const next = deskChanged(this.#desk, event);
    if (next === this.#desk) return;
    this.#desk = next;
    for (const listener of this.#listeners) listener();
  };

  /** The first desk of which it holds, this one or a later one. */
  readonly until = (holds: (desk: Desk) => boolean): Promise<Desk> =>
    new Promise((resolve) => {
      if (holds(this.#desk)) {
        resolve(this.#desk);
        return;
      }
      const stop = this.subscribe(() => {
        if (!holds(this.#desk)) return;
        stop();
        resolve(this.#desk);
      });
    });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const DeskContext = createContext<DeskStore | undefined>(undefined);

export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext);
  if (!store) throw new Error("no desk around this view");
  return store;
}

/** A part of the desk; the view is drawn again only when that part changes. */
export function useDesk<T>(part: (desk: Desk) => T): T {
  const store = useDeskStore();
  return useSyncExternalStore(store.subscribe, () => part(store.now()));
}
