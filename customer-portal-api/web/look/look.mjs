/**
 * Pictures of every screen in both languages, light and dark, on a phone, a tablet and at a desk, and what axe
 * finds in them. Usage: npm run look [-- NAME…] ; pictures land in ../target/look. Build first.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";

import { preview } from "vite";

import { startBrowser } from "./browser.mjs";

const AXE = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1280, height: 800 };
const OUT = "../target/look";
const only = process.argv.slice(2);

const signedIn = async (page, base, path) => {
  await page.go(`${base}/`);
  await page.fill("user", "martin");
  await page.fill("password", "demo");
  await page.click("sign-in");
  await page.visible("home");
  if (path !== "/") {
    await page.evaluate(`history.pushState(null, "", ${JSON.stringify(path)})`);
  }
};

const SCREENS = {
  "sign-in": async (page, base) => {
    await page.go(`${base}/`);
    await page.visible("user");
  },
  "sign-in-wrong": async (page, base) => {
    await page.go(`${base}/`);
    await page.fill("user", "martin");
    await page.fill("password", "nope");
    await page.click("sign-in");
    await page.visible("sign-in-problem");
  },
  password: async (page, base) => {
    await page.go(`${base}/`);
    await page.fill("user", "nouveau");
    await page.fill("password", "demo");
    await page.click("sign-in");
    await page.fill("current-password", "demo");
    await page.fill("new-password", "un long secret");
  },
  questions: async (page, base) => {
    await page.go(`${base}/`);
    await page.fill("user", "nouveau");
    await page.fill("password", "demo");
    await page.click("sign-in");
    await page.fill("current-password", "demo");
    await page.fill("new-password", "un long secret bien choisi");
    await page.click("save-password");
    await page.visible("first-question");
  },
  "questions-google": async (page, base) => {
    await SCREENS.questions(page, base);
    await page.click("refuse");
    await page.until(`document.querySelector('[data-purpose="google-contacts"]')`);
  },
  "questions-calendar": async (page, base) => {
    await SCREENS["questions-google"](page, base);
    await page.click("refuse");
    await page.until(`document.querySelector('[data-purpose="google-calendar"]')`);
  },
  home: async (page, base) => {
    await signedIn(page, base, "/");
    await page.visible("call-row");
  },
  call: async (page, base) => {
    await signedIn(page, base, "/");
    await page.click("call-row");
    await page.visible("note");
    await page.evaluate(`document.querySelector('[data-testid="reason"]').open = true`);
    await page.evaluate(`document.querySelector('[data-testid="deliveries"]').open = true`);
    await page.until(`document.querySelector(".deliveries")`);
  },
  voicemail: async (page, base) => {
    await signedIn(page, base, "/calls");
    await page.visible("call-row");
    await page.evaluate(
      `[...document.querySelectorAll('[data-testid="call-row"]')].find((row) => row.textContent.includes("Paul Renard")).click()`,
    );
    await page.visible("voicemail");
    await page.evaluate(`document.querySelector("audio").play()`);
    await page.until(`document.querySelector("audio").currentTime > 0.2`);
  },
  history: async (page, base) => {
    await signedIn(page, base, "/calls");
    await page.visible("history");
    await page.evaluate(`document.querySelector(".filters").open = true`);
    await page.visible("call-row");
  },
  contacts: async (page, base) => {
    await signedIn(page, base, "/contacts");
    await page.visible("contact-row");
  },
  contact: async (page, base) => {
    await signedIn(page, base, "/contacts/new");
    await page.fill("contact-number", "06 12");
    await page.click("save-contact");
  },
  instructions: async (page, base) => {
    await signedIn(page, base, "/instructions");
    await page.visible("instruction-row");
  },
  instruction: async (page, base) => {
    await signedIn(page, base, "/instructions");
    await page.until(`document.querySelectorAll('[data-testid="instruction-row"]').length > 1`);
    await page.evaluate(`document.querySelectorAll('[data-testid="instruction-row"]')[1].click()`);
    await page.visible("ladder");
    await page.until(`document.querySelector(".ladder-step option")`);
  },
  "instruction-fine": async (page, base) => {
    await SCREENS.instruction(page, base);
    await page.evaluate(
      `document.querySelectorAll("form details").forEach((each) => { each.open = true; })`,
    );
    await page.click("add-day");
    await page.evaluate(
      `document.querySelector('[data-testid="other-day"] .actions button').click()`,
    );
    await page.evaluate(`document.querySelector('[data-testid="exceptions"]').scrollIntoView()`);
  },
  preview: async (page, base) => {
    await signedIn(page, base, "/instructions/preview");
    await page.fill("preview-number", "06 39 98 01 01");
    await page.click("preview-ask");
    await page.visible("answer");
  },
  "preview-contact": async (page, base) => {
    await signedIn(page, base, "/instructions/preview");
    await page.visible("preview-ask");
    await page.evaluate(
      `document.querySelector('[data-testid="preview-by"] input[value=CONTACT]').click()`,
    );
    await page.fill("preview-search", "Jea");
    await page.click("preview-ask");
  },
  replay: async (page, base) => {
    await SCREENS.instruction(page, base);
    await page.click("try-out");
    await page.visible("replay");
    await page.evaluate(`document.querySelector('[data-testid="replay"]').scrollIntoView()`);
  },
  lines: async (page, base) => {
    await signedIn(page, base, "/settings/lines");
    await page.visible("save-line");
  },
  "lines-calendar": async (page, base) => {
    await SCREENS.lines(page, base);
    await page.evaluate(`(() => { const e = document.querySelector('[data-testid="line-whenBusy"]');
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(e, "NOBODY");
      e.dispatchEvent(new Event("change", { bubbles: true })); e.scrollIntoView(); })()`);
    await page.visible("calendar-hint");
  },
  "contact-vip": async (page, base) => {
    await signedIn(page, base, "/contacts");
    await page.visible("contact-row");
    await page.evaluate(
      `[...document.querySelectorAll('[data-testid="contact-row"]')].find((row) => row.textContent.includes("Jeanne")).querySelector("a").click()`,
    );
    await page.visible("vip-mode");
    await page.evaluate(`document.querySelector('[data-testid="vip-mode"]').scrollIntoView()`);
  },
  "instruction-prove": async (page, base) => {
    await SCREENS.instruction(page, base);
    await page.visible("prove-number");
    await page.click("code-by-call");
    await page.visible("code");
    await page.fill("code", "12345 6");
    await page.click("prove");
    await page.evaluate(`document.querySelector('[data-testid="prove-number"]').scrollIntoView()`);
  },
  "instruction-new": async (page, base) => {
    await signedIn(page, base, "/instructions/new");
    await page.click("add-hours");
    await page.fill("message", "");
    await page.click("save-instruction");
    await page.visible("form-problem");
  },
  settings: async (page, base) => {
    await signedIn(page, base, "/settings");
    await page.visible("sign-out");
  },
  figures: async (page, base) => {
    await signedIn(page, base, "/figures");
    await page.visible("figure-table");
    await page.evaluate(`document.querySelector(".definitions").open = true`);
  },
  "figures-of-day": async (page, base) => {
    await signedIn(page, base, "/figures/2026-11-20");
    await page.visible("figure-table");
  },
  notifications: async (page, base) => {
    await signedIn(page, base, "/settings/notifications");
    await page.visible("save-preferences");
    await page.until(`document.querySelector(".consent-words, [data-testid=push-withdraw]")`);
  },
  google: async (page, base) => {
    await signedIn(page, base, "/settings/google");
    await page.visible("google-contacts");
  },
  "google-linked": async (page, base) => {
    await signedIn(page, base, "/settings/google");
    await page.visible("google-calendar");
    // the stand-in of the server remembers it from the view before
    await page.evaluate(
      `document.querySelector('[data-testid="connect-google-calendar"]')?.click()`,
    );
    await page.visible("withdraw-google-calendar");
    await page.evaluate(
      `document.querySelector('[data-testid="google-calendar"]').scrollIntoView()`,
    );
  },
  offline: async (page, base) => {
    await signedIn(page, base, "/");
    await page.visible("call-row");
    await page.say("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.until(`document.querySelector(".offline-line:not([hidden])")`);
    await page.click("now-none");
    await page.visible("notice");
  },
};

const VIEWS = [
  { name: "phone-fr-light", ...PHONE, language: "fr", scheme: "light" },
  { name: "phone-en-dark", ...PHONE, language: "en", scheme: "dark" },
  { name: "tablet-fr-light", ...TABLET, language: "fr", scheme: "light" },
  { name: "desk-fr-dark", ...DESK, language: "fr", scheme: "dark" },
  { name: "desk-en-light", ...DESK, language: "en", scheme: "light" },
];

await mkdir(OUT, { recursive: true });
const server = await preview({
  mode: "mock",
  preview: { port: 0, host: "127.0.0.1" },
  logLevel: "error",
});
const base = `http://127.0.0.1:${server.httpServer.address().port}`;
const browser = await startBrowser();
let found = 0;
let failures = 0;
for (const [name, visit] of Object.entries(SCREENS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const view of VIEWS) {
    const page = await browser.open(view);
    try {
      await visit(page, base);
      await page.evaluate("new Promise((resolve) => setTimeout(resolve, 250))");
      await writeFile(
        `${OUT}/${name}.${view.name}.png`,
        await page.picture(process.env.FULL === "1"),
      );
      await page.evaluate(AXE);
      const violations = await page.evaluate(
        `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.slice(0, 4).map((node) => node.target.join(" ") + " " + (node.any[0]?.message ?? node.all[0]?.message ?? "")) })))`,
      );
      const wide = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      const problems = [
        ...violations.map((each) => `${each.impact} ${each.id}: ${each.at.join(" | ")}`),
        ...page.complaints.filter(
          (each) => !/401|ERR_INTERNET_DISCONNECTED|status of 400/.test(each),
        ),
        ...(wide > 0 ? [`${wide} px too wide`] : []),
      ];
      found += problems.length;
      for (const problem of problems) console.log(`${name} ${view.name}: ${problem}`);
    } catch (error) {
      found += 1;
      failures += 1;
      if (failures > 4) throw error;
      await writeFile(
        `${OUT}/${name}.${view.name}.png`,
        await page.picture(process.env.FULL === "1"),
      );
      console.log(`${name} ${view.name}: ${error.message} ${page.complaints.join("; ")}`);
    }
    await page.close();
  }
}
await browser.close();
await new Promise((resolve) => server.httpServer.close(resolve));
console.log(`${found} findings`);
process.exit(0);
