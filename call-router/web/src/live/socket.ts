import type { ClientMessage, LiveMessage } from "../contract";

/** What the socket tells whoever opened it. */
export interface LiveListener {
  message(message: LiveMessage): void;
  lost(): void;
  /** Closed for good: the server said why in its last message, or refused the session. */
  refused(): void;
}

const pingEvery = 10_000;
const answerWithin = 5_000;
const notSignedIn = 4401;

/** Milliseconds to wait before attempt n (from 0): quick at first, never more than five seconds. */
export function waitBefore(attempt: number, chance: number): number {
  return Math.min(5_000, 250 * 2 ** attempt) * (0.75 + chance / 2);
}

/** Reads a frame; what is no known message is left alone, so that an older console survives a newer server. */
export function readMessage(data: unknown): LiveMessage | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isLive(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const known: Record<LiveMessage["type"], true> = {
  hello: true,
  presence: true,
  offer: true,
  "offer-withdrawn": true,
  "call-state": true,
  card: true,
  team: true,
  tasks: true,
  figures: true,
  notice: true,
  "signed-out": true,
  pong: true,
};

function isLive(value: unknown): value is LiveMessage {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    Object.hasOwn(known, value.type)
  );
}

/** The live connection: opens itself again until it is stopped. */
export class LiveSocket {
  readonly #url: string;
  readonly #listener: LiveListener;
  #socket: WebSocket | undefined;
  #attempt = 0;
  #reopen: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #stopped = true;

  constructor(url: string, listener: LiveListener) {
    this.#url = url;
    this.#listener = listener;
  }

  start(): void {
    this.#stopped = false;
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#drop();
  }

  retryNow(): void {
    if (this.#stopped || this.#socket?.readyState === WebSocket.OPEN) return;
    this.#attempt = 0;
    this.#drop();
    this.#open();
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempt = 0;
      this.#ping = setInterval(() => this.#askForLife(), pingEvery);
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#closed(event.code);
  }

  #receive(data: unknown): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const message = readMessage(data);
    if (!message) return;
    if (message.type === "signed-out") this.stop();
    this.#listener.message(message);
  }

  /** A connection can be dead without being closed. */
  #askForLife(): void {
    this.send({ type: "ping", sentAt: new Date().toISOString() });
    this.#silence ??= setTimeout(() => this.#closed(0), answerWithin);
  }

  #closed(code: number): void {
    this.#drop();
    if (this.#stopped) return;
    if (code === notSignedIn) {
      this.stop();
      this.#listener.refused();
      return;
    }
    this.#listener.lost();
    this.#reopen = setTimeout(() => this.#open(), waitBefore(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #drop(): void {
    clearTimeout(this.#reopen);
    clearTimeout(this.#silence);
    clearInterval(this.#ping);
    this.#silence = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
