// Plays Google's OAuth server on this machine. The first line of standard input is the seed (users
// and OAuth clients) with the address it shall call itself by; the end of standard input ends it, so
// that it never outlives whoever started it. Prints {"port": …} when it listens.
import net from 'node:net';
import { createInterface } from 'node:readline';
import { createEmulator } from 'emulate';

// The emulator would listen on every interface, and does not tell which port it got.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port) {
  this.once('listening', () => {
    console.log(JSON.stringify({ port: this.address().port }));
  });
  return listen.call(this, { port, host: '127.0.0.1' });
};

const lines = createInterface({ input: process.stdin });
lines.once('line', async (line) => {
  const { baseUrl, ...google } = JSON.parse(line);
  await createEmulator({ service: 'google', port: 0, baseUrl, seed: { tokens: {}, google } });
});
lines.once('close', () => process.exit(0));
