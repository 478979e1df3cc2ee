/** One secretary's desk as the real server would play it, without telephones. */
import { ago, ahead, cards, figures, keptNote, tasks, team } from "./content.mjs";
import { id } from "./people.mjs";

const now = () => new Date().toISOString();

function withoutDatabase({ customer, caller, ...card }) {
  const { customerId, timeZone } = customer;
  const { withheld, number, vip, blocked } = caller;
  return {
    ...card,
    incomplete: true,
    customer: { customerId, timeZone, name: "" },
    caller: { withheld, number, vip, blocked, earlierCalls: [] },
    questions: [],
  };
}

export class MockDesk {
  #send = () => {};
  #timers = new Set();
  #offers = 0;

  constructor(person) {
    this.person = person;
    this.presence = {
      state: "preparing",
      since: now(),
      telephone: { kind: "none", registered: false, resting: false },
    };
    this.offer = undefined;
    this.call = undefined;
    this.card = undefined;
    this.cardShown = false;
    this.tasks = tasks();
    this.notes = new Map([[keptNote.noteId, keptNote]]);
  }

  attach(send) {
    this.#send = send;
    send({
      type: "hello",
      serverTime: now(),
      presence: this.presence,
      ...(this.offer && { offer: this.offer }),
      ...(this.call && { call: this.call, card: this.card }),
      team: team(),
      tasks: this.tasks,
      figures: figures(),
    });
  }

  detach() {
    this.#send = () => {};
  }

  hear(message) {
    if (message.type === "ping") this.#send({ type: "pong", sentAt: message.sentAt });
    if (message.type === "card-shown" && message.offerId === this.offer?.offerId) {
      this.cardShown = true;
    }
    if (message.type === "telephone-state") {
      const registered = message.kind === "desk" || message.registered;
      this.presence = {
        ...this.presence,
        telephone: { kind: message.kind, registered, resting: registered },
      };
      this.#send({ type: "presence", presence: this.presence });
    }
  }

  become(state, more = {}) {
    const { telephone } = this.presence;
    this.presence = { state, since: now(), telephone, ...more };
    this.#send({ type: "presence", presence: this.presence });
    return this.presence;
  }

  ready() {
    if (this.call) this.#phase("ended");
    return this.become("ready");
  }

  /** Offers a call; with `incomplete` the database has not answered yet. */
  ring(which, incomplete = false) {
    const whole = cards[which % cards.length](this.person.name);
    const card = incomplete ? withoutDatabase(whole) : whole;
    const callId = id(1000 + ++this.#offers);
    this.cardShown = false;
    this.offer = {
      offerId: id(2000 + this.#offers),
      callId,
      offeredAt: now(),
      expiresAt: ahead(20),
      waitingSince: ago(9),
      acceptance: "press",
      card: { ...card, callId },
    };
    this.become("offered");
    this.#send({ type: "offer", offer: this.offer });
    const { offerId } = this.offer;
    this.#later(20, () => this.offer?.offerId === offerId && this.withdraw("missed"));
  }

  /** The database answers: the card of the offer or the call follows complete. */
  completeCard(which) {
    const card = cards[which % cards.length](this.person.name);
    const { callId } = this.call ?? this.offer;
    this.#send({ type: "card", card: { ...card, callId } });
  }

  withdraw(reason) {
    const { offerId, callId } = this.offer;
    this.offer = undefined;
    this.#send({ type: "offer-withdrawn", offerId, callId, reason });
    this.become("ready");
  }

  /** Carries out a command; answers the new state or the type of a problem. */
  command(body) {
    switch (body.command) {
      case "accept":
        return this.#accept(body);
      case "decline":
        return this.#decline();
      case "hold":
        return this.#from(["talking"], () => this.#phase("held"));
      case "resume":
        return this.#from(["held"], () => this.#phase("talking"));
      case "consult":
        return this.#from(["talking", "held"], () => this.#consult(body.forwardingNumberId));
      case "cancel":
        return this.#from(["consulting", "transferring", "conference"], () =>
          this.#phase("talking"),
        );
      case "blind":
        return this.#from(["talking", "held"], () => {
          const [first] = this.card.ladder;
          const ringing = this.card.ladder
            .filter(({ rung }) => rung === first.rung)
            .map((number) => number.forwardingNumberId);
          const consultation = {
            forwardingNumberId: first.forwardingNumberId,
            ringing,
            state: "ringing",
            since: now(),
          };
          return this.#phase("transferring", { consultation });
        });
      case "let-go":
        return this.#from(["transferring"], () => this.#wrap("put-through"));
      case "conference":
        return this.#from(["consulting"], () => this.#phase("conference"));
      case "park":
        return this.#from(["talking", "held"], () => this.#wrap("parked", { parkedSlot: 1 }));
      case "digits":
        return this.#from(["talking", "consulting", "conference"], () => this.call);
      case "complete":
        return this.#from(["consulting", "conference"], () => this.#wrap("put-through"));
      case "voicemail":
        return this.#from(["talking", "held"], () => this.#wrap("voicemail"));
      case "hang-up":
        return this.#from(["talking", "held"], () => this.#wrap("hung-up"));
      default:
        return "invalid-request";
    }
  }

  noteSent() {
    if (this.call?.phase === "wrapping") this.ready();
  }

  /** Her other window sends the note of this call. */
  sendElsewhere() {
    const note = [...this.notes.values()].findLast(({ state }) => state === "draft");
    this.notes.set(note.noteId, { ...note, state: "sent", revision: note.revision + 1 });
  }

  /** Another window takes over. */
  replace() {
    this.#send({ type: "signed-out", reason: "replaced" });
  }

  notice(code, level = "attention") {
    this.#send({ type: "notice", noticeId: id(9000 + this.#offers++), level, code, at: now() });
  }

  /** A supervisor hears the call. */
  supervise(mode) {
    this.#phase(this.call.phase, { supervision: { supervisor: "Sophie", mode, since: now() } });
  }

  closeTask(taskId) {
    this.tasks = this.tasks.filter((task) => task.taskId !== taskId);
    this.#send({ type: "tasks", tasks: this.tasks });
  }

  #accept(body) {
    if (body.offerId !== this.offer?.offerId) return "offer-gone";
    if (!this.cardShown) return "card-not-shown";
    const { callId, card, offeredAt } = this.offer;
    this.offer = undefined;
    this.card = card;
    this.call = {
      callId,
      revision: 1,
      phase: "talking",
      since: now(),
      offeredAt,
      answeredAt: now(),
      ladder: [],
    };
    this.become("talking");
    this.#send({ type: "call-state", call: this.call });
    return this.call;
  }

  #decline() {
    if (!this.offer) return "offer-gone";
    const { callId, offeredAt } = this.offer;
    this.withdraw("declined");
    return { callId, revision: 1, phase: "ended", since: now(), offeredAt, ladder: [] };
  }

  #from(phases, act) {
    if (!phases.includes(this.call?.phase)) return "command-not-possible";
    return act();
  }

  /** The first number is busy, the second answers after two seconds. */
  #consult(forwardingNumberId) {
    const consultation = {
      forwardingNumberId,
      ringing: [forwardingNumberId],
      state: "ringing",
      since: now(),
    };
    const state = this.#phase("consulting", { consultation });
    const { callId } = state;
    const busy = forwardingNumberId === this.card.ladder[0].forwardingNumberId;
    this.#later(2, () => {
      if (this.call?.callId !== callId || this.call.phase !== "consulting") return;
      if (busy) {
        const attempt = { forwardingNumberId, outcome: "busy", at: now() };
        this.#phase("held", { ladder: [...this.call.ladder, attempt] });
      } else {
        this.#phase("consulting", {
          consultation: { ...consultation, ringing: [], state: "connected" },
        });
      }
    });
    return state;
  }

  #wrap(ending, more = {}) {
    const state = this.#phase("wrapping", { ending, wrapUpEndsAt: ahead(60), ...more });
    this.become("wrap-up", { wrapUpEndsAt: state.wrapUpEndsAt });
    return state;
  }

  #phase(phase, more = {}) {
    const { callId, revision, offeredAt, answeredAt, ladder } = this.call;
    const call = { callId, offeredAt, answeredAt, ladder, ...more };
    this.call = { ...call, revision: revision + 1, phase, since: now() };
    const state = this.call;
    this.#send({ type: "call-state", call: state });
    if (phase === "ended") this.call = this.card = undefined;
    return state;
  }

  #later(seconds, act) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, seconds * 1000);
    this.#timers.add(timer);
  }
}
