/** The sound of an offer: two soft tones, every three seconds, made here so that nothing is fetched. */
export class Ring {
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  start(): void {
    if (this.#timer !== undefined) return;
    this.#once();
    this.#timer = setInterval(() => this.#once(), 3_000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#context?.close();
    this.#context = undefined;
  }

  #once(): void {
    this.#context ??= new AudioContext();
    const { currentTime } = this.#context;
    this.#tone(this.#context, 660, currentTime);
    this.#tone(this.#context, 880, currentTime + 0.22);
  }

  #tone(context: AudioContext, hertz: number, at: number): void {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.4);
  }
}
