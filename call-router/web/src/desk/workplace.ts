import { commandCall } from "../call/api";
import type { Shown } from "../call/shown";
import { mayIBeSummoned } from "../call/summon";
import type { BreakReason, CallCommand, Me, Problem, TelephoneKind } from "../contract";
import { LiveSocket } from "../live/socket";
import { saveNote } from "../note/api";
import { NoteKeeper } from "../note/keeper";
import { browserShelf } from "../note/shelf";
import { changePresence } from "../presence/api";
import { chosenKind, chooseTelephone, rememberKind } from "../telephone/api";
import { BrowserPhone } from "../telephone/phone";
import { Ring } from "../telephone/ring";
import { initialTelephone, telephoneReport } from "../telephone/state";
import type { Desk } from "./state";
import { emptyDesk } from "./state";
import { DeskStore } from "./store";

/** Milliseconds a telephone that is taken up again may need until it is connected. */
const connectsWithin = 5_000;

/**
 * One signed-in secretary at work: connects the store to the live connection, the telephone, the
 * ring and the keeper of notes, and carries out what the screen asks for.
 */
export class Workplace {
  readonly store = new DeskStore(emptyDesk(initialTelephone(chosenKind())));
  readonly notes: NoteKeeper;
  readonly #live: LiveSocket;
  readonly #phone = new BrowserPhone(
    (event) => this.store.tell({ from: "telephone", event }),
    () => this.store.now().call !== undefined || this.store.now().offer !== undefined,
  );
  readonly #ring = new Ring();
  #reported = "";
  #stops: (() => void)[] = [];

  constructor(me: Me) {
    this.notes = new NoteKeeper(saveNote, browserShelf(localStorage), me.accountId);
    this.#live = new LiveSocket(liveUrl(), {
      message: (message) => {
        this.store.tell({ from: "server", message, now: Date.now() });
        if (message.type !== "hello") return;
        this.#reported = "";
        this.#report();
        // a service that was started anew does not know her desk phone
        const forgotten = message.presence.telephone.kind === "none";
        if (forgotten && this.store.now().telephone.kind === "desk") this.startTelephone();
        this.notes.retryNow();
      },
      lost: () => this.store.tell({ from: "connection", connection: "lost" }),
      refused: () => this.store.tell({ from: "connection", connection: "session-ended" }),
    });
  }

  start(): void {
    const second = setInterval(() => void this.notes.tick(), 1_000);
    this.#stops = [
      this.store.subscribe(() => this.#follow()),
      () => clearInterval(second),
      () => this.#ring.stop(),
    ];
    this.#live.start();
    this.startTelephone();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#live.stop();
    this.#phone.stop();
  }

  startTelephone(): void {
    if (isOver(this.store.now())) return;
    if (this.store.now().telephone.kind === "browser") {
      void this.#phone.start();
      return;
    }
    this.#phone.stop();
    void chooseTelephone("desk");
  }

  chooseKind(kind: TelephoneKind): void {
    rememberKind(kind);
    this.store.tell({ from: "telephone", event: { type: "chosen", kind } });
    this.startTelephone();
  }

  allowSound(): void {
    this.#phone.allowSound();
  }

  toggleMute(): void {
    this.#phone.mute(!this.store.now().telephone.muted);
  }

  reconnect(): void {
    this.#live.retryNow();
  }

  /** The card stands on the screen, or ready in a hidden one: the caller may be connected. */
  cardShown(offerId: string, callId: string, shown: Shown): void {
    const shownAt = new Date(Date.now() + this.store.now().clockAhead).toISOString();
    this.store.tell({ from: "screen", shown: { offerId, at: shownAt } });
    const hidden = shown === "hidden" && { hidden: true };
    this.#live.send({ type: "card-shown", offerId, callId, shownAt, ...hidden });
  }

  async accept(): Promise<Problem | undefined> {
    const { offer } = this.store.now();
    if (!offer) return undefined;
    const { offerId, callId } = offer;
    const isOffered = (desk: Desk) => desk.offer?.offerId === offerId;
    // her key may come with the card, a frame before it has been painted
    const desk = await this.store.until((now) => now.shown?.offerId === offerId || !isOffered(now));
    const { shown } = desk;
    if (!shown || !isOffered(desk)) return undefined;
    const accept = { command: "accept", offerId, cardShownAt: shown.at } as const;
    const problem = await this.#command(callId, accept);
    if (problem?.type !== "card-not-shown") return problem;
    // the answer overtook the message that the card is on the screen
    this.cardShown(offerId, callId, "painted");
    await new Promise((resolve) => setTimeout(resolve, 200));
    return this.#command(callId, accept);
  }

  async decline(): Promise<Problem | undefined> {
    const { offer } = this.store.now();
    if (!offer) return undefined;
    return this.#command(offer.callId, { command: "decline", offerId: offer.offerId });
  }

  async command(body: CallCommand): Promise<Problem | undefined> {
    const { call } = this.store.now();
    return call && this.#command(call.callId, body);
  }

  pickUp(callId: string): Promise<Problem | undefined> {
    return this.#command(callId, { command: "pick-up" });
  }

  async ready(): Promise<Problem | undefined> {
    mayIBeSummoned();
    if (this.store.now().presence?.telephone.kind === "none") await this.#takeUpTelephone();
    return this.#presence({ state: "ready" });
  }

  /** Whoever was off duty has no telephone at the server any more, though this page has not changed. */
  async #takeUpTelephone(): Promise<void> {
    this.startTelephone();
    const connected = this.store.until(
      ({ telephone, presence }) =>
        (telephone.kind === "desk" || telephone.line === "registered") &&
        presence?.telephone.registered === true,
    );
    const patience = new Promise((resolve) => setTimeout(resolve, connectsWithin));
    await Promise.race([connected, patience]);
  }

  /** Whether a conversation goes through this page. */
  talks(): boolean {
    const { call, telephone } = this.store.now();
    return telephone.resting && call !== undefined && call.phase !== "wrapping";
  }

  takeBreak(reason: BreakReason): Promise<Problem | undefined> {
    return this.#presence({ state: "break", reason });
  }

  signOff(): Promise<Problem | undefined> {
    return this.#presence({ state: "signed-off" });
  }

  async #command(callId: string, body: CallCommand): Promise<Problem | undefined> {
    const result = await commandCall(callId, body);
    if (!result.ok) return result.problem;
    this.store.tell({ from: "answer", call: result.value });
    return undefined;
  }

  async #presence(body: Parameters<typeof changePresence>[0]): Promise<Problem | undefined> {
    const result = await changePresence(body);
    if (!result.ok) return result.problem;
    this.store.tell({ from: "presence", presence: result.value });
    return undefined;
  }

  /** What follows from a change of the desk: ringing, and what the server must know. */
  #follow(): void {
    const { offer, connection, telephone } = this.store.now();
    if (offer?.acceptance === "press" && connection === "open") this.#ring.start();
    else this.#ring.stop();
    const conversation = connection === "session-ended" && this.talks();
    if (isOver(this.store.now()) && !conversation && telephone.line !== "off") {
      this.#phone.stop();
      this.store.tell({
        from: "telephone",
        event: { type: "chosen", kind: telephone.kind },
      });
    }
    this.#report();
  }

  #report(): void {
    const { telephone, connection } = this.store.now();
    if (connection !== "open") return;
    const report = telephoneReport(telephone);
    const text = JSON.stringify(report);
    if (text === this.#reported) return;
    this.#reported = text;
    this.#live.send(report);
  }
}

/** Another window, or nobody, has the telephone from now on. */
function isOver({ connection }: Desk): boolean {
  return connection === "taken-over" || connection === "session-ended";
}

function liveUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/api/v1/live`;
}
