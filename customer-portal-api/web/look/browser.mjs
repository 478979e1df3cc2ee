import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import WebSocket from "ws";

/** A headless Chromium driven over its DevTools protocol; just what looking at screens needs. */
export async function startBrowser() {
  const profile = await mkdtemp(join(tmpdir(), "permanence-look-"));
  const child = spawn(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--hide-scrollbars",
      "--autoplay-policy=no-user-gesture-required",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  process.on("exit", () => child.kill());
  const address = await new Promise((resolve, reject) => {
    let heard = "";
    child.stderr.on("data", (chunk) => {
      heard += chunk;
      const found = /DevTools listening on (\S+)/.exec(heard);
      if (found) resolve(found[1]);
    });
    child.on("exit", () => reject(new Error(`chromium ended: ${heard}`)));
  });
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve) => socket.once("open", resolve));
  const waiting = new Map();
  const watchers = new Set();
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.id !== undefined) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else {
      for (const watch of watchers) watch(message);
    }
  });
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });
  return {
    send,
    watch: (watcher) => watchers.add(watcher),
    open: (options) => openPage(send, watchers, options),
    async close() {
      await send("Browser.close").catch(() => undefined);
      await new Promise((resolve) => child.once("exit", resolve));
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function openPage(send, watchers, { width, height, scheme = "light", language = "fr" }) {
  const { browserContextId } = await send("Target.createBrowserContext");
  const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const say = (method, params) => send(method, params, sessionId);
  const complaints = [];
  watchers.add((message) => {
    if (message.sessionId !== sessionId) return;
    const { method, params } = message;
    if (method === "Runtime.exceptionThrown")
      complaints.push(
        params.exceptionDetails.exception?.description ?? params.exceptionDetails.text,
      );
    if (method === "Log.entryAdded" && ["error", "warning"].includes(params.entry.level)) {
      complaints.push(`${params.entry.text} ${params.entry.url ?? ""}`);
    }
    if (method === "Runtime.consoleAPICalled" && params.type === "error") {
      complaints.push(params.args.map((each) => each.value ?? each.description).join(" "));
    }
  });
  await say("Page.enable");
  await say("Runtime.enable");
  await say("Log.enable");
  await say("Network.enable");
  await say("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  });
  await say("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
  await say("Emulation.setLocaleOverride", { locale: language === "fr" ? "fr-FR" : "en-GB" });
  await say("Emulation.setTimezoneOverride", { timezoneId: "Europe/Paris" });
  await say("Page.addScriptToEvaluateOnNewDocument", {
    source: `try { if (!localStorage.getItem("permanence-language")) localStorage.setItem("permanence-language", ${JSON.stringify(language)}) } catch {}`,
  });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await say("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const until = async (expression, what = expression) => {
    const end = Date.now() + 5_000;
    while (Date.now() < end) {
      if (await evaluate(`Promise.resolve(${expression}).then(Boolean)`).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never came: ${what}`);
  };
  const find = (testId) => `document.querySelector('[data-testid="${testId}"]')`;
  return {
    say,
    evaluate,
    until,
    complaints,
    browserContextId,
    visible: (testId) => until(find(testId), testId),
    async go(url) {
      await say("Page.navigate", { url });
      await until("document.readyState === 'complete'");
    },
    async click(testId) {
      await until(find(testId), testId);
      await evaluate(`${find(testId)}.click()`);
    },
    async fill(testId, value) {
      await until(find(testId), testId);
      await evaluate(`(() => { const e = ${find(testId)}; const p = e instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(p.prototype, "value").set.call(e, ${JSON.stringify(value)});
        e.dispatchEvent(new Event("input", { bubbles: true })); })()`);
    },
    async picture(full) {
      const { data } = await say("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: full,
      });
      return Buffer.from(data, "base64");
    },
    async close() {
      await send("Target.disposeBrowserContext", { browserContextId });
    },
  };
}
