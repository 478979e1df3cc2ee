// Runs in a secretary's page before the console does. Remembers when a card was on the screen, what the
// telephone hears, and can press "answer" for a secretary who answers the moment the card is there.
(() => {
  const peers = [];
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = function (...given) {
    const peer = new Original(...given);
    peers.push(peer);
    return peer;
  };
  window.RTCPeerConnection.prototype = Original.prototype;

  // a steady tone would be taken for noise
  const devices = navigator.mediaDevices;
  const getUserMedia = devices?.getUserMedia.bind(devices);
  const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  if (devices) devices.getUserMedia = (wish) => getUserMedia({ ...wish, audio: wish.audio && raw });

  const watch = { cards: 0, cardAt: 0, goneAt: 0, acceptAtOnce: false };
  window.watch = watch;

  // how loud a tone is in what the telephone hears at this moment: 0 to 1
  let ear;
  watch.loudness = (hertz) => {
    const peer = peers.findLast((each) => each.connectionState === "connected");
    const track = peer?.getReceivers().find((each) => each.track?.kind === "audio")?.track;
    if (!track) return 0;
    if (ear?.track !== track) {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 16384;
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      ear = { track, context, analyser };
    }
    const samples = new Float32Array(ear.analyser.fftSize);
    ear.analyser.getFloatTimeDomainData(samples);
    const step = (2 * Math.PI * hertz) / ear.context.sampleRate;
    let sine = 0;
    let cosine = 0;
    samples.forEach((sample, n) => {
      // a window, so that a loud tone beside it does not leak in
      const weighed = sample * (1 - Math.cos((2 * Math.PI * n) / samples.length));
      sine += weighed * Math.sin(step * n);
      cosine += weighed * Math.cos(step * n);
    });
    return (2 * Math.hypot(sine, cosine)) / samples.length;
  };

  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(Date.now());
      channel.port2.postMessage(0);
    });
  const complete = () =>
    ["card-customer", "card-greeting", "caller-name", "verdict"].every((part) => {
      const found = document.querySelector(`[data-testid=card] [data-testid=${part}]`);
      return found !== null && found.getBoundingClientRect().height > 0 && found.textContent !== "";
    });
  // the console has told the server of the card two frames after it came
  const accept = () => document.querySelector("[data-testid=action-accept]")?.click();
  const soon = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  let offered = false;
  let seen = false;
  const look = () => {
    const state = document.querySelector("[data-testid=presence]")?.dataset.state;
    if (offered && state !== "offered") watch.goneAt = Date.now();
    offered = state === "offered";
    if (document.querySelector("[data-testid=offer]") === null) seen = false;
    else if (!seen && complete()) {
      seen = true;
      painted((at) => {
        watch.cardAt = at;
        watch.cards += 1;
        if (watch.acceptAtOnce) soon(accept);
      });
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["data-state"],
  });
})();
