// Sounds for the telephone: 16-bit mono wav at 8 kHz, the form Asterisk reads.
//
//   node sound.mjs telephone IN.wav OUT.wav   any 16-bit wav → 8 kHz mono, low-passed
//   node sound.mjs beep OUT.wav               the signal before a recording
//   node sound.mjs music OUT.wav              half a minute of quiet chords, to be repeated
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const RATE = 8000;

function readWav(path) {
  const data = readFileSync(path);
  if (data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error(`${path} is not a wav file`);
  }
  let format;
  for (let at = 12; at + 8 <= data.length; ) {
    const id = data.toString('latin1', at, at + 4);
    // A program that writes to a pipe leaves a length it could not know.
    const length = Math.min(data.readUInt32LE(at + 4), data.length - at - 8);
    if (id === 'fmt ') {
      format = { channels: data.readUInt16LE(at + 10), rate: data.readUInt32LE(at + 12), bits: data.readUInt16LE(at + 22) };
    } else if (id === 'data' && format) {
      if (format.bits !== 16) throw new Error(`${path} has ${format.bits} bits per sample; 16 are needed`);
      const frames = Math.floor(length / 2 / format.channels);
      const samples = new Float64Array(frames);
      for (let i = 0; i < frames; i++) {
        for (let c = 0; c < format.channels; c++) {
          samples[i] += data.readInt16LE(at + 8 + 2 * (i * format.channels + c)) / 32768 / format.channels;
        }
      }
      return { rate: format.rate, samples };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error(`${path} holds no sound`);
}

function writeWav(path, samples) {
  const out = Buffer.alloc(44 + 2 * samples.length);
  out.write('RIFF', 0);
  out.writeUInt32LE(36 + 2 * samples.length, 4);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(RATE, 24);
  out.writeUInt32LE(2 * RATE, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36);
  out.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((s, i) => out.writeInt16LE(Math.round(Math.max(-1, Math.min(1, s)) * 32767), 44 + 2 * i));
  writeFileSync(`${path}.part`, out);
  renameSync(`${path}.part`, path);
}

/** Band-limited: a windowed sinc whose edge is just below the lower of the two rates' halves. */
function resample({ rate, samples }) {
  const edge = (0.46 * Math.min(rate, RATE)) / rate; // of the source's rate
  const reach = Math.ceil(12 / (2 * edge));
  const out = new Float64Array(Math.floor((samples.length * RATE) / rate));
  for (let i = 0; i < out.length; i++) {
    const centre = (i * rate) / RATE;
    let sum = 0;
    for (let j = Math.max(0, Math.ceil(centre - reach)); j <= Math.min(samples.length - 1, centre + reach); j++) {
      const x = j - centre;
      const sinc = x === 0 ? 2 * edge : Math.sin(2 * Math.PI * edge * x) / (Math.PI * x);
      sum += samples[j] * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (reach + 1)));
    }
    out[i] = sum;
  }
  return out;
}

function beep() {
  const length = 0.35 * RATE;
  return Float64Array.from({ length }, (_, i) => {
    const edge = Math.min(1, i / 160, (length - i) / 160);
    return 0.3 * edge * Math.sin((2 * Math.PI * 1000 * i) / RATE);
  });
}

function music() {
  const chords = [[262, 330, 392], [220, 262, 330], [175, 220, 262], [196, 247, 294]];
  const out = new Float64Array(32 * RATE);
  for (let start = 0, n = 0; start < out.length; start += RATE / 2, n++) {
    const chord = chords[Math.floor(n / 8) % chords.length];
    const note = chord[[0, 1, 2, 1][n % 4]] * (n % 8 === 7 ? 2 : 1);
    // Each note fades before the end of the file, so that the repetition does not click.
    for (let i = 0; i < 2 * RATE && start + i < out.length; i++) {
      const fade = Math.min(1, i / 80) * Math.exp(-i / 3500) * Math.min(1, (out.length - start - i) / 800);
      const t = (2 * Math.PI * note * i) / RATE;
      out[start + i] += 0.12 * fade * (Math.sin(t) + 0.3 * Math.sin(2 * t) + 0.1 * Math.sin(3 * t));
    }
  }
  return out;
}

const [command, ...files] = process.argv.slice(2);
if (command === 'telephone' && files.length === 2) writeWav(files[1], resample(readWav(files[0])));
else if (command === 'beep' && files.length === 1) writeWav(files[0], beep());
else if (command === 'music' && files.length === 1) writeWav(files[0], music());
else {
  console.error('usage: node sound.mjs telephone IN.wav OUT.wav | beep OUT.wav | music OUT.wav');
  process.exit(2);
}
