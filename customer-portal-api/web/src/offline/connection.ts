/**
 * Whether the server answers, and when it last did. Decided by real answers, not by
 * `navigator.onLine`, which only knows of cables.
 */
export interface Connection {
  readonly online: boolean;
  /** Milliseconds since 1970; null before the first answer ever. */
  readonly lastContactAt: number | null;
}

let current: Connection = { online: true, lastContactAt: null };
const listeners = new Set<() => void>();

function become(next: Connection): void {
  const told = next.online !== current.online || next.lastContactAt !== current.lastContactAt;
  current = next;
  if (told) {
    for (const listener of listeners) listener();
  }
}

export function connection(): Connection {
  return current;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The server answered, whatever it said. */
export function noteContact(at: number): void {
  become({ online: true, lastContactAt: at });
}

/** A request got no answer. */
export function noteSilence(): void {
  become({ ...current, online: false });
}

/** What an earlier visit knew of the last contact. */
export function recallContact(at: number): void {
  if (current.lastContactAt === null) {
    become({ ...current, lastContactAt: at });
  }
}
