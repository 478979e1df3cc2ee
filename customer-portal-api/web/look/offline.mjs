/**
 * What only a whole browser shows: the app opens without connection on what it last knew, a push message
 * makes a notice without personal content, and signing out leaves nothing. Usage: node look/offline.mjs
 */
import assert from "node:assert/strict";

import { preview } from "vite";

import { startBrowser } from "./browser.mjs";

const server = await preview({
  mode: "mock",
  preview: { port: 0, host: "127.0.0.1" },
  logLevel: "error",
});
const base = `http://localhost:${server.httpServer.address().port}`;
const browser = await startBrowser();
const page = await browser.open({ width: 390, height: 844 });
const workers = [];
browser.watch(({ method, params }) => {
  if (method === "ServiceWorker.workerRegistrationUpdated") workers.push(...params.registrations);
});
await browser.send("Browser.grantPermissions", {
  origin: base,
  permissions: ["notifications"],
  browserContextId: page.browserContextId,
});
await page.say("ServiceWorker.enable");
await page.go(`${base}/`);
await page.fill("user", "martin");
await page.fill("password", "demo");
await page.click("sign-in");
await page.visible("call-row");
await page.until("navigator.serviceWorker.controller", "a service worker in control");
const noteOf = (row) => `document.querySelectorAll('[data-testid="call-row"]')[${row}]`;
// the newest notes are read ahead and the copy is sealed
await page.until(
  `new Promise((resolve) => { const open = indexedDB.open("permanence-app"); open.onsuccess = () => {
     const get = open.result.transaction("values").objectStore("values").get("vault-content");
     get.onsuccess = () => { open.result.close(); resolve(get.result?.bytes.byteLength > 10000); } } })`,
  "a sealed copy with the notes in full",
);
await page.click("nav-settings");
await page.until(`document.querySelector('a[href="/settings/notifications"]')`);
await page.evaluate(`document.querySelector('a[href="/settings/notifications"]').click()`);
await page.click("push-on");
await page.visible("devices");
console.log(
  "push registered:",
  await page.evaluate(`document.querySelector('[data-testid="devices"]').innerText`),
);

const { registrationId } = workers.find((each) => !each.isDeleted);
const id = "0198a1b2-0000-7000-8000-00000000ffff";
await page.say("ServiceWorker.deliverPushMessage", {
  origin: base,
  registrationId,
  data: JSON.stringify({ data: { kind: "NOTE", id } }),
});
const notices = `navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))`;
await page.until(
  `(${notices}).then((all) => all.length === 1 && all[0].body.includes("supprimé"))`,
  "a notice of a note that is gone",
);
console.log("notice:", JSON.stringify(await page.evaluate(notices)));

await page.say("Network.emulateNetworkConditions", {
  offline: true,
  latency: 0,
  downloadThroughput: -1,
  uploadThroughput: -1,
});
server.httpServer.close();
server.httpServer.closeAllConnections();
await page.go(`${base}/`);
await page.visible("call-row");
await page.until(`document.querySelector(".offline-line:not([hidden])")`, "the offline line");
await page.evaluate(`${noteOf(0)}.click()`);
await page.visible("note-request");
console.log(
  "offline:",
  await page.evaluate(
    `document.querySelector(".offline-line").innerText + " | " + document.querySelector('[data-testid="note-request"]').innerText.slice(0, 40)`,
  ),
);

await page.click("nav-settings");
await page.click("sign-out");
await page.visible("user");
const left = await page.evaluate(
  `new Promise((resolve) => { const open = indexedDB.open("permanence-app"); open.onsuccess = () => {
     const keys = open.result.transaction("values").objectStore("values").getAllKeys();
     keys.onsuccess = () => resolve(keys.result); } })`,
);
assert.deepEqual(left, ["language"]);
await page.go(`${base}/`);
await page.visible("user");
console.log("signed out: nothing left but", left.join());
await browser.close();
process.exit(0);
