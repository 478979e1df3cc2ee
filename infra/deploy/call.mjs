// The middle of infra/call: SIPp talks SIP and speaks, a socket here listens, and the log becomes sentences.
//
//   node call.mjs PROJECT STATE.json WORK NUMBER FROM SECONDS      (WORK holds say.wav)
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';

const [project, stateFile, work, number, from, seconds] = process.argv.slice(2);
const PATIENCE = 60_000;

function state() {
  let sip;
  try {
    sip = JSON.parse(readFileSync(stateFile, 'utf8')).sip;
  } catch (e) {
    throw new Error(`${stateFile} cannot be read: ${e.message}`);
  }
  const address = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
  if (!address.test(sip?.host) || !address.test(sip?.trunkPeer) || !Number.isInteger(sip?.port)) {
    throw new Error(`${stateFile} has no usable "sip": {"host", "port", "trunkPeer"} on this machine`);
  }
  return sip;
}

// G.711 A-law
function encode(sample) {
  const magnitude = Math.min(32635, Math.abs(sample));
  const exponent = Math.max(0, 31 - Math.clz32(Math.max(magnitude, 1)) - 7);
  const mantissa = exponent === 0 ? magnitude >> 4 : (magnitude >> (exponent + 3)) & 0x0f;
  return ((sample >= 0 ? 0x80 : 0) | (exponent << 4) | mantissa) ^ 0x55;
}

function decode(code) {
  const c = code ^ 0x55;
  const exponent = (c >> 4) & 7;
  const magnitude = exponent === 0 ? ((c & 15) << 4) + 8 : (((c & 15) << 4) + 0x108) << (exponent - 1);
  return c & 0x80 ? magnitude : -magnitude;
}

/** A socket at that address; resolves with it once bound. */
function bind(address) {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4').once('error', reject);
    socket.bind(0, address, () => resolve(socket));
  });
}

const sip = state();
const heard = { packets: 0, loud: 0, first: 0 };
const ear = await bind(sip.trunkPeer);
ear.on('message', (packet) => {
  if (packet.length <= 12 || (packet[1] & 0x7f) !== 8) return;
  heard.packets++;
  heard.first ||= Date.now();
  let energy = 0;
  for (let i = 12; i < packet.length; i++) energy += decode(packet[i]) ** 2;
  if (Math.sqrt(energy / (packet.length - 12)) > 200) heard.loud++;
});
const reserved = await bind(sip.trunkPeer);
const port = reserved.address().port;
await new Promise((done) => reserved.close(done));

const wav = readFileSync(`${work}/say.wav`).subarray(44);
const pause = Buffer.alloc(8000, encode(0));
writeFileSync(`${work}/say.alaw`, Buffer.concat([Buffer.from(Array.from({ length: wav.length >> 1 }, (_, i) => encode(wav.readInt16LE(2 * i)))), pause]));
const host = from === 'anonymous' ? 'anonymous.invalid' : sip.trunkPeer;
const values = {
  DIALLED: number,
  FROM: `<sip:${from}@${host}>`,
  HEADERS: 'X-Carrier: infra-call',
  HEAR: ear.address().port,
  SAY: `${work}/say.alaw`,
  PATIENCE,
  HOLD: seconds * 1000,
};
const template = `${project}/infra/testing/src/main/resources/io/permanence/testing/sip/caller.xml`;
let scenario = readFileSync(template, 'utf8');
for (const [name, value] of Object.entries(values)) scenario = scenario.replaceAll(`@${name}@`, value);
writeFileSync(`${work}/scenario.xml`, scenario);

console.log(`Calling ${number} from ${from} …`);
const screen = openSync(`${work}/screen`, 'w');
const sipp = spawn(
  `${project}/.run/native/bin/sipp`,
  [`${sip.host}:${sip.port}`, '-m', '1', '-sf', `${work}/scenario.xml`, '-i', sip.trunkPeer, '-mi', sip.trunkPeer,
    '-bind_local', '-p', String(port), '-nostdin', '-trace_msg', '-message_file', `${work}/messages`,
    '-trace_err', '-error_file', `${work}/errors`],
  { cwd: work, stdio: ['ignore', screen, screen], detached: true },
);
closeSync(screen);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, hangUp);

/** The scenario takes an INFO with its call's id as the word to hang up; a second time SIPp is ended. */
let asked = 0;
function hangUp() {
  if (asked && Date.now() - asked < 1000) return; // Ctrl-C arrives from the terminal and from infra/call
  const id = /^Call-ID: *(\S+)/im.exec(messages()[0]?.text ?? '')?.[1];
  if (asked || !id) sipp.kill('SIGKILL');
  asked = Date.now();
  ear.send(
    `INFO sip:call@${sip.trunkPeer} SIP/2.0\r\nVia: SIP/2.0/UDP ${sip.trunkPeer}:9;branch=z9hG4bK-hangup\r\n` +
      `From: <sip:call@localhost>;tag=call\r\nTo: <sip:call@localhost>\r\nCall-ID: ${id}\r\nCSeq: 900 INFO\r\nContent-Length: 0\r\n\r\n`,
    port,
    sip.trunkPeer,
  );
}

function messages() {
  const log = existsSync(`${work}/messages`) ? readFileSync(`${work}/messages`, 'latin1') : '';
  const head = /^-{40,} (\S+Z)\r?\n\w+ message (received|sent) \[\d+\] bytes:?\r?\n\r?\n/gm;
  const heads = [...log.matchAll(head)];
  return heads.map((m, i) => ({
    at: Date.parse(m[1]),
    received: m[2] === 'received',
    text: log.slice(m.index + m[0].length, heads[i + 1]?.index),
  }));
}

const after = (message, invite) => `${((message.at - invite.at) / 1000).toFixed(2)} s`;
const told = new Set();
const REFUSALS = {
  404: 'the number is not in service (404)', 480: 'nobody can be reached (480)', 486: 'busy (486)', 487: 'given up',
  501: 'refused as a loop of our own (501)', 503: 'no line free (503)', 603: 'declined (603)',
};

function tell(what, text) {
  if (!told.has(what)) {
    told.add(what);
    console.log(text);
  }
}

function follow() {
  const all = messages();
  const invite = all.find((m) => m.text.startsWith('INVITE '));
  for (const m of all) {
    const status = m.received ? Number(/^SIP\/2\.0 (\d+)/.exec(m.text)?.[1] ?? 0) : 0;
    if (!/CSeq: *1 INVITE/i.test(m.text)) continue;
    if (status === 180 || status === 183) tell('ringing', `  rings after ${after(m, invite)}`);
    if (status === 200) tell('answer', `  answered after ${after(m, invite)}`);
    if (status > 299) tell('refusal', `  not answered after ${after(m, invite)}: ${REFUSALS[status] ?? `status ${status}`}`);
  }
  return { all, invite };
}

const watch = setInterval(follow, 100);
await new Promise((done) => sipp.on('close', done));
clearInterval(watch);
const { all, invite } = follow();
ear.close();
const answered = told.has('answer');
const bye = all.find((m) => m.text.startsWith('BYE '));
if (!invite) console.log(`  the call could not be placed: ${readFileSync(`${work}/screen`, 'utf8').trim().split('\n')[0]}`);
else if (!all.some((m) => m.received)) console.log(`  no reply from ${sip.host}:${sip.port}: is Asterisk running?`);
else if (!answered && !told.has('refusal')) console.log(`  nobody answered within ${PATIENCE / 1000} s`);
if (bye) console.log(`  ${bye.received ? 'the other side hung up' : 'we hung up'} after ${after(bye, invite)}`);
if (answered) {
  const share = heard.packets ? Math.round((100 * heard.loud) / heard.packets) : 0;
  console.log(
    heard.packets
      ? `  heard ${(heard.packets / 50).toFixed(1)} s of sound, ${share} % of it not silent${heard.first ? `, the first ${after({ at: heard.first }, invite)} after dialling` : ''}`
      : '  heard nothing at all',
  );
}
process.exit(answered ? 0 : 1);
