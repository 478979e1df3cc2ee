/** A headless Chromium driven over its DevTools connection: just what the tour needs. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import WebSocket from "ws";

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  "--allow-loopback-in-peer-connection",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
  "--hide-scrollbars",
  "--remote-debugging-port=0",
];

export async function openBrowser(executable = process.env.CHROMIUM ?? "chromium") {
  const profile = await mkdtemp(join(tmpdir(), "console-look-"));
  const process_ = spawn(executable, [...flags, `--user-data-dir=${profile}`, "about:blank"]);
  const address = await new Promise((resolve, reject) => {
    let output = "";
    process_.stderr.on("data", (data) => {
      output += data;
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(output);
      if (found) resolve(found[1]);
    });
    process_.on("error", reject);
    process_.on("exit", () => reject(new Error(output)));
  });
  const port = new URL(address).port;
  return {
    newPage: () => openPage(port),
    async close() {
      process_.kill();
      await new Promise((resolve) => process_.on("exit", resolve));
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function openPage(port) {
  const target = await (
    await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: "PUT" })
  ).json();
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.once("open", resolve));
  let next = 0;
  const waiting = new Map();
  const page = { said: [] };
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === "Runtime.exceptionThrown") {
      page.said.push(message.params.exceptionDetails.exception?.description ?? "exception");
    }
    if (message.method === "Log.entryAdded" && message.params.entry.level === "error") {
      page.said.push(`${message.params.entry.text} ${message.params.entry.url ?? ""}`);
    }
    if (message.method === "Audits.issueAdded")
      page.said.push(JSON.stringify(message.params.issue));
  });
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++next;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      );
      socket.send(JSON.stringify({ id, method, params }));
    });
  await Promise.all([send("Page.enable"), send("Runtime.enable"), send("Log.enable")]);

  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  };
  return Object.assign(page, {
    send,
    evaluate,
    go: (url) => send("Page.navigate", { url }),
    size: (width, height) => {
      page.at = { width, height };
      return send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      });
    },
    /** Waits until the expression is true. */
    async until(expression, seconds = 8) {
      const end = Date.now() + seconds * 1000;
      while (!(await evaluate(`Boolean(${expression})`).catch(() => false))) {
        if (Date.now() > end) {
          await page.shot("look-failed.png");
          throw new Error(`not within ${seconds} s (look-failed.png): ${expression}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    type: (text) => send("Input.insertText", { text }),
    async press(key, { alt = false, ctrl = false } = {}) {
      const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
      const modifiers = (alt ? 1 : 0) + (ctrl ? 2 : 0);
      const virtual =
        key === "Enter"
          ? 13
          : key === "Tab"
            ? 9
            : key === "Escape"
              ? 27
              : key.toUpperCase().charCodeAt(0);
      const event = { key, code, modifiers, windowsVirtualKeyCode: virtual };
      const text = key === "Enter" ? "\r" : key.length === 1 && modifiers === 0 ? key : undefined;
      await send("Input.dispatchKeyEvent", { type: "keyDown", ...event, ...(text && { text }) });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    },
    async shot(file) {
      const { data } = await send("Page.captureScreenshot", { format: "png" });
      await writeFile(file, Buffer.from(data, "base64"));
    },
    close: () => send("Page.close").catch(() => undefined),
  });
}
