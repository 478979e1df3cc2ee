import { UA, WebSocketInterface } from "jssip";
import type { IncomingRTCSessionEvent, RTCSessionEvent } from "jssip/lib/UA";
import type { RTCSession } from "jssip/lib/RTCSession";

import type { BrowserTelephone } from "../contract";
import { chooseTelephone } from "./api";
import type { TelephoneEvent } from "./state";

/** Milliseconds after which the answer goes out with the network addresses found so far. */
const gatherAtMost = 400;
const busyHere = 486;
/** Milliseconds before their end at which new credentials are fetched. */
const renewBefore = 600_000;

/**
 * The telephone in the browser. It registers through the console's own origin and answers one
 * call: the server's, whose leg then rests until callers are connected to it.
 */
export class BrowserPhone {
  readonly #tell: (event: TelephoneEvent) => void;
  readonly #busy: () => boolean;
  readonly #sound: HTMLAudioElement;
  #ua: UA | undefined;
  #leg: RTCSession | undefined;
  #microphone: MediaStream | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #stopped = true;

  constructor(tell: (event: TelephoneEvent) => void, busy: () => boolean) {
    this.#tell = tell;
    this.#busy = busy;
    this.#sound = new Audio();
    this.#sound.autoplay = true;
  }

  /** Asks for the microphone, then for credentials, then registers. Call again to start over. */
  async start(): Promise<void> {
    this.stop();
    this.#stopped = false;
    if (!(await this.#takeMicrophone())) return;
    await this.#register();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#again);
    this.#drop();
    this.#microphone?.getTracks().forEach((track) => track.stop());
    this.#microphone = undefined;
    this.#sound.srcObject = null;
  }

  /** Forgets the user agent first, so that its last words change nothing. */
  #drop(): void {
    const ua = this.#ua;
    this.#ua = undefined;
    this.#leg = undefined;
    ua?.stop();
  }

  mute(muted: boolean): void {
    if (!this.#leg) return;
    if (muted) this.#leg.mute({ audio: true });
    else this.#leg.unmute({ audio: true });
    this.#tell({ type: "muted", muted });
  }

  /** After something was pressed the browser allows sound. */
  allowSound(): void {
    this.#play();
  }

  async #takeMicrophone(): Promise<boolean> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      this.#microphone = stream;
      this.#tell({ type: "microphone", state: "granted" });
      // unplugged headset
      stream.getAudioTracks()[0]?.addEventListener("ended", () => {
        this.#tell({ type: "microphone", state: "missing" });
      });
      return true;
    } catch (error) {
      const denied = error instanceof DOMException && error.name === "NotAllowedError";
      this.#tell({ type: "microphone", state: denied ? "denied" : "missing" });
      return false;
    }
  }

  async #register(): Promise<void> {
    this.#tell({ type: "connecting" });
    const credentials = await chooseTelephone("browser");
    if (this.#stopped) return;
    if (!credentials.ok || credentials.value.kind !== "browser") {
      this.#failed();
      return;
    }
    this.#connect(credentials.value);
  }

  #connect(credentials: BrowserTelephone): void {
    const socket = new WebSocketInterface(webSocketUrl(credentials.path));
    const ua = new UA({
      sockets: [socket],
      uri: `sip:${credentials.endpoint}@${credentials.domain}`,
      authorization_user: credentials.endpoint,
      password: credentials.password,
      register: true,
      register_expires: 60,
      session_timers: false,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 4,
      user_agent: "Permanence console",
    });
    this.#ua = ua;
    ua.on("registered", () => {
      if (this.#ua !== ua) return;
      this.#failures = 0;
      this.#tell({ type: "registered" });
    });
    ua.on("disconnected", () => {
      if (this.#ua === ua) this.#tell({ type: "connecting" });
    });
    ua.on("registrationFailed", () => {
      if (this.#ua === ua) this.#startOver();
    });
    ua.on("newRTCSession", (event: RTCSessionEvent) => {
      if (this.#ua === ua) this.#called(event, credentials);
    });
    ua.start();
    this.#renew(ua, credentials.expiresAt);
  }

  /** New credentials before these end, between two calls: the resting leg is made anew with them. */
  #renew(ua: UA, expiresAt: string): void {
    const inTime = Math.max(30_000, Date.parse(expiresAt) - Date.now() - renewBefore);
    this.#again = setTimeout(
      () => {
        if (this.#ua !== ua) return;
        if (this.#busy()) {
          this.#renew(ua, expiresAt);
          return;
        }
        this.#drop();
        this.#tell({ type: "leg-ended" });
        void this.#register();
      },
      Math.min(inTime, 2 ** 31 - 1),
    );
  }

  #called(event: RTCSessionEvent, credentials: BrowserTelephone): void {
    const { session } = event;
    if (!isIncoming(event)) return;
    const caller = event.request.from.uri.user;
    const expected =
      credentials.restingCaller === undefined || credentials.restingCaller === caller;
    if (!expected || this.#leg || !this.#microphone) {
      session.terminate({ status_code: busyHere });
      return;
    }
    this.#leg = session;
    session.on("peerconnection", ({ peerconnection }) => this.#listenTo(peerconnection));
    session.on("icecandidate", hurry());
    session.on("accepted", () => this.#tell({ type: "leg-answered" }));
    session.on("ended", () => this.#legEnded(session));
    session.on("failed", () => this.#legEnded(session));
    session.answer({
      mediaStream: this.#microphone,
      pcConfig: { iceServers: credentials.iceServers ?? [] },
    });
  }

  #listenTo(connection: RTCPeerConnection): void {
    connection.addEventListener("track", ({ track, streams }) => {
      this.#sound.srcObject = streams[0] ?? new MediaStream([track]);
      this.#play();
    });
  }

  #play(): void {
    this.#sound.play().then(
      () => this.#tell({ type: "sound", blocked: false }),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === "NotAllowedError") {
          this.#tell({ type: "sound", blocked: true });
        }
      },
    );
  }

  #legEnded(session: RTCSession): void {
    if (this.#leg !== session) return;
    this.#leg = undefined;
    this.#tell({ type: "leg-ended" });
  }

  /** The credentials no longer hold, or the server refuses: new ones, after a while. */
  #startOver(): void {
    if (this.#stopped) return;
    this.#drop();
    this.#tell({ type: "leg-ended" });
    this.#failed();
  }

  #failed(): void {
    this.#tell({ type: "failed" });
    this.#failures += 1;
    clearTimeout(this.#again);
    this.#again = setTimeout(
      () => void this.#register(),
      Math.min(8_000, 500 * 2 ** this.#failures),
    );
  }
}

function isIncoming(event: RTCSessionEvent): event is IncomingRTCSessionEvent {
  // the enum of the library exists only in its types
  return (event.originator as string) === "remote";
}

function hurry(): (event: { ready: () => void }) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({ ready }) => {
    timer ??= setTimeout(ready, gatherAtMost);
  };
}

function webSocketUrl(path: string): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}${path}`;
}
