const RATE = 8_000;
const HEADER = 44;

/** A quiet tone of some seconds as the portal sends voicemails: wav, 8 kHz, 16 bit, one channel. */
export function tone(seconds: number): Buffer {
  const bytes = seconds * RATE * 2;
  const file = Buffer.alloc(HEADER + bytes);
  file.write("RIFF", 0);
  file.writeUInt32LE(HEADER - 8 + bytes, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(bytes, 40);
  for (let i = 0; i < seconds * RATE; i++) {
    file.writeInt16LE(Math.round(3_000 * Math.sin((2 * Math.PI * 440 * i) / RATE)), HEADER + i * 2);
  }
  return file;
}
