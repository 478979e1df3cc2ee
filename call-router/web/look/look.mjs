/**
 * Walks through the built console with the keyboard only, in a real browser under its content security
 * policy, writes a picture of every screen and runs axe on it: `npm run look [DIRECTORY]`. Starts the
 * mock server itself. Fails on anything axe calls serious and on anything the browser complains about.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./browser.mjs";
import { inHeader, WORKING } from "./whole.mjs";

const directory = process.argv[2] ?? "look-out";
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const port = 8600 + Math.floor(Math.random() * 300);
const base = `http://localhost:${port}`;
const faults = [];
mkdirSync(directory, { recursive: true });

const byId = (name) => `document.querySelector('[data-testid="${name}"]')`;
const phase = (name) => `document.querySelector('[data-testid=call-phase][data-phase="${name}"]')`;
const state = (name) => `document.querySelector('[data-testid=presence][data-state="${name}"]')`;
const medicine = '[data-testid="question-01930000-0000-7000-8000-000000000302"]';
const control = (path) => fetch(`${base}/mock/${path}`, { method: "POST" });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function startServer() {
  const server = spawn(
    process.execPath,
    [fileURLToPath(new URL("../mock/server.mjs", import.meta.url))],
    {
      env: { ...process.env, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return new Promise((resolve) => server.stdout.once("data", () => resolve(server)));
}

/** No screen scrolls sideways, on whatever it is opened. */
async function narrow(page, name, { width, height }) {
  for (const each of [390, 768, 1280]) {
    await page.size(each, height);
    await pause(30);
    const wide = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (wide > 0) {
      faults.push(`${name}: ${wide} px too wide at ${each}: ${await page.evaluate(widest)}`);
    }
    if (process.env.NARROW) await page.shot(`${directory}/${name}-at-${each}.png`);
  }
  await page.size(width, height);
}

/** The service level is whole in the header wherever somebody works. */
async function whole(page, name, { width, height }) {
  for (const each of WORKING) {
    await page.size(each, height);
    await pause(30);
    const wrong = await page.evaluate(`(${inHeader})("service-level")`);
    if (wrong !== "") faults.push(`${name}: the service level is ${wrong} at ${each}`);
  }
  await page.size(width, height);
}

const widest = `[...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(-3).map((each) => each.outerHTML.slice(0, 80)).join(" | ")`;

async function look(page, name) {
  await pause(250);
  await page.shot(`${directory}/${name}.png`);
  await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
       .then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.html.slice(0, 160) + " " + (node.any[0]?.message ?? "")) })))`,
  );
  for (const { id, impact, nodes } of found) {
    const line = `${name}: axe ${impact} ${id}: ${nodes.slice(0, 3).join(" | ")}`;
    if (impact === "serious" || impact === "critical") faults.push(line);
    else process.stdout.write(`${line}\n`);
  }
  await narrow(page, name, page.at);
  await whole(page, name, page.at);
}

async function enter(page, user) {
  await page.go(base);
  await page.until(byId("sign-in"));
  await page.evaluate(`${byId("sign-in-user")}.focus()`);
  await page.type(user);
  await page.press("Tab");
  await page.type("console");
}

async function tour(browser, { language, colours, width, height }) {
  const page = await browser.newPage();
  const tag = `${language}-${colours}-${width}`;
  await page.size(width, height);
  await page.send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: colours }],
  });
  await page.go(base);
  await page.until(byId("sign-in"));
  await page.evaluate(
    `fetch("/api/v1/session", { method: "DELETE", headers: { "X-Permanence": "console" } }).then(() => { localStorage.clear(); localStorage.setItem("permanence.language", "${language}"); })`,
  );
  await enter(page, "camille");
  await look(page, `${tag}-01-sign-in`);
  await page.press("Enter");
  await page.until(
    `document.querySelector('[data-testid=telephone-state][data-line="registered"]')`,
  );
  if ((await page.evaluate("document.documentElement.lang")) !== language) {
    await page.evaluate(`${byId("language")}.click()`);
    await page.until(`document.documentElement.lang === "${language}"`);
  }
  await look(page, `${tag}-02-preparing`);
  await page.press("r");
  await page.until(state("ready"));
  await look(page, `${tag}-03-ready`);
  await control("ring/0");
  await page.until(byId("offer"));
  await look(page, `${tag}-04-offer`);
  await page.press("a");
  await page.until(phase("talking"));
  await page.until(`document.activeElement.id === "note-request"`);
  await page.type("Renouvellement d'ordonnance avant vendredi.");
  await look(page, `${tag}-05-talking`);
  await control("supervise/whisper");
  await page.until(byId("supervised"));
  await page.press("k", { alt: true });
  await page.until("document.querySelector('dialog[open]')");
  await page.press("1");
  await page.until(`${byId("keys-sent")}.textContent === "1"`);
  await look(page, `${tag}-05b-keypad-supervised`);
  await page.press("Escape");
  await page.press("b", { alt: true });
  await page.until("document.querySelector('dialog[open]')");
  await page.press("1");
  await page.until(phase("transferring"));
  await look(page, `${tag}-05c-transferring`);
  await page.press("x", { alt: true });
  await page.until(phase("talking"));
  await page.press("y", { alt: true });
  await page.until("document.querySelector('dialog[open]')");
  await look(page, `${tag}-06-why`);
  await page.press("Escape");
  await page.press("c", { alt: true });
  await page.until("document.querySelector('dialog[open]')");
  await look(page, `${tag}-07-choose-number`);
  await page.press("1");
  await page.until(phase("consulting"));
  await look(page, `${tag}-08-ringing`);
  await page.until(phase("held"));
  await look(page, `${tag}-09-busy`);
  await page.press("c", { alt: true });
  await page.until("document.querySelector('dialog[open]')");
  await page.press("Enter");
  await page.until(`${byId("action-complete")}`);
  await look(page, `${tag}-10-customer-answers`);
  await page.press("f", { alt: true });
  await page.until(phase("conference"));
  await look(page, `${tag}-10b-conference`);
  await page.press("c", { alt: true });
  await page.until(phase("wrapping"));
  await page.press("Enter", { ctrl: true });
  await page.until("document.activeElement.closest('[data-fault]')");
  await look(page, `${tag}-11-missing-answer`);
  await page.evaluate(
    `document.querySelector('[data-testid=note] input[value="ordonnance"]').click()`,
  );
  await page.until(`document.querySelector('${medicine}')`);
  await page.evaluate(`document.querySelector('${medicine}').focus()`);
  await page.type("Levothyrox 75");
  await page.press("Enter", { ctrl: true });
  await page.until(byId("note-sent"));
  await page.until(
    `document.querySelector('[data-testid=note-sent] [data-channel=email][data-state=retrying]')`,
  );
  await page.press("s");
  await page.until(`document.activeElement.id === "sent-title"`);
  await look(page, `${tag}-12-sent`);
  await page.until(state("ready"));
  await control("ring/1");
  await page.until(byId("offer"));
  await control("withdraw/caller-hung-up");
  await page.until(byId("offer-gone"));
  await look(page, `${tag}-13-caller-gone`);
  await control("ring/1");
  await page.until(byId("offer"));
  await pause(200);
  await page.press("a");
  await page.until(phase("talking"));
  await control("notice/database-unavailable");
  await page.until(byId("notices"));
  await look(page, `${tag}-14-message-for-caller`);
  await page.type("Rappeler apr");
  await page.send("Page.reload");
  await page.until(phase("talking"), 15);
  await page.until(`${byId("note-request")}.value.endsWith("apr")`);
  await page.until("document.activeElement.id === 'note-request'");
  await page.press("e", { alt: true });
  await page.until(phase("wrapping"));
  await control("ring-incomplete/0");
  await page.until(byId("offer"));
  await page.type("ès 14 h.");
  await look(page, `${tag}-14b-offer-while-typing`);
  await page.until(`${byId("note-request")}.value === "Rappeler après 14 h."`);
  await page.press("a", { alt: true });
  await page.until(byId("card-incomplete"));
  await look(page, `${tag}-14c-incomplete-card`);
  await control("complete-card/0");
  await page.until(
    "document.querySelector('[data-testid=card-customer]').textContent === 'Cabinet Martin'",
  );
  await page.until(`!${byId("card-incomplete")}`);
  await page.until(`${byId("note-caller-name")}.value === "Jeanne Petit"`);
  await page.until("document.activeElement.id === 'note-request'");
  await page.type("Rappeler avant midi.");
  await page.until(`${byId("note-status")}.dataset.status === "saved"`);
  await control("send-elsewhere");
  await page.type(" C'est pour sa fille.");
  await page.until(byId("note-addition"));
  await page.until("document.activeElement.id === 'note-request'");
  await look(page, `${tag}-14d-addition`);
  await page.press("e", { alt: true });
  await page.until(phase("wrapping"));
  await page.press("r", { alt: true });
  await page.until(state("ready"));
  await page.press("b");
  await page.until("document.querySelector('dialog[open]')");
  await look(page, `${tag}-15-break`);
  await page.press("1");
  await page.until(state("break"));
  for (const name of ["task-try-again", "task-close", "sign-out"]) {
    await page.evaluate(`${byId(name)}.click()`);
    await page.until("document.querySelector('dialog[open]')");
    await look(page, `${tag}-15-${name}`);
    await page.press("Escape");
  }
  await page.press("k", { ctrl: true });
  await page.until("document.querySelector('dialog[open]')");
  await look(page, `${tag}-16-search`);
  await page.press("Escape");
  await page.press("?");
  await page.until("document.querySelector('dialog[open]')");
  await look(page, `${tag}-17-help`);
  await page.press("Escape");
  await page.evaluate(`[...document.querySelectorAll('[data-testid=tasks] button')][4].click()`);
  await page.until(byId("note"));
  await look(page, `${tag}-18-task`);
  await control("away/3");
  await page.until(byId("trouble"));
  await look(page, `${tag}-19-connection-lost`);
  await page.until(`!${byId("trouble")}`, 12);
  await page.press("r", { alt: true });
  await page.until(state("ready"));
  await control("ring/0");
  await page.until(byId("offer"));
  await control("replace");
  await page.until(`${byId("trouble")}?.dataset.trouble === "taken-over"`);
  await page.until(`!${byId("offer")} && ${byId("telephone-state")}.dataset.line === "off"`);
  await page.until(state("unknown"));
  await look(page, `${tag}-20-replaced`);
  await control("withdraw/missed");
  // what the browser says about the server being away is expected
  const said = page.said.filter((line) => !/ERR_|401|409|WebSocket|422/.test(line));
  faults.push(...said.map((line) => `${tag}: browser: ${line}`));
  await page.evaluate(
    `fetch("/api/v1/session", { method: "DELETE", headers: { "X-Permanence": "console" } }).then(() => localStorage.clear())`,
  );
  await page.close();
}

/** The door with a second factor to set up, in each language and look. */
async function enrolment(browser, { language, colours, width, height }) {
  const page = await browser.newPage();
  await page.size(width, height);
  await page.send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: colours }],
  });
  await page.go(base);
  await page.until(byId("sign-in"));
  await page.evaluate(`localStorage.setItem("permanence.language", "${language}")`);
  await enter(page, "anne");
  await page.press("Enter");
  await page.until(byId("enrolment-qr"));
  await look(page, `${language}-${colours}-${width}-door-enrolment`);
  await page.evaluate("localStorage.clear()");
  await page.close();
}

async function doors(browser) {
  const page = await browser.newPage();
  await page.size(1280, 720);
  await enter(page, "lea");
  await page.press("Enter");
  await page.until(byId("sign-in-code"));
  await look(page, "door-code");
  await page.evaluate(`localStorage.clear()`);
  await enter(page, "nouvelle");
  await page.press("Enter");
  await page.until(byId("password"));
  await look(page, "door-password");
  await page.evaluate(`document.cookie = ""`);
  await page.evaluate(
    `fetch("/api/v1/session", { method: "DELETE", headers: { "X-Permanence": "console" } })`,
  );
  await enter(page, "claire");
  await page.press("Enter");
  await page.until(byId("presence"));
  await page.until(byId("service-level"));
  await look(page, "supervisor-desk");
  await page.size(1920, 1080);
  await page.go(`${base}/wallboard`);
  await page.until(byId("wallboard"));
  await look(page, "wallboard-1920");
  await page.size(1280, 1400);
  await page.go(`${base}/half-hours`);
  await page.until(byId("half-hour-table"));
  await look(page, "half-hours");
  await page.evaluate(`${byId("figures-team")}.focus()`);
  await page.press("ArrowDown");
  await page.until(`location.search.startsWith("?team=")`);
  await page.until(`document.querySelector("tbody td").textContent === "201"`);
  await look(page, "half-hours-team");
  await page.size(1920, 1080);
  await page.go(`${base}/wallboard`);
  await page.until(byId("wallboard"));
  await page.send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: "dark" }],
  });
  await page.size(1280, 720);
  await look(page, "wallboard-1280-dark");
  await page.close();
}

const tours = [
  { language: "fr", colours: "light", width: 1440, height: 900 },
  { language: "en", colours: "dark", width: 1280, height: 720 },
  { language: "fr", colours: "dark", width: 1280, height: 720 },
  { language: "en", colours: "light", width: 1440, height: 900 },
];
const server = await startServer();
const browser = await openBrowser();
try {
  const chosen = process.env.TOURS ? tours.slice(0, Number(process.env.TOURS)) : tours;
  for (const each of chosen) await enrolment(browser, each);
  for (const each of chosen) await tour(browser, each);
  await doors(browser);
} finally {
  await browser.close();
  server.kill();
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${faults.length} faults; pictures in ${directory}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
