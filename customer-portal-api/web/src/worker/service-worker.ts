import {
  createHandlerBoundToURL,
  cleanupOutdatedCaches,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

import { readLanguage } from "./language";
import { type Notice, noticeOf, withdrawnNotice } from "./notice";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/api\//, /^\/google\//, /^\/openapi/, /^\/inbox/],
  }),
);

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

function show(notice: Notice): Promise<void> {
  return self.registration.showNotification(notice.title, {
    body: notice.body,
    tag: notice.tag,
    icon: "/icon-192.png",
    badge: "/badge.png",
    data: { path: notice.path },
  });
}

/** Whether the note a push speaks of is still there for whoever is signed in. */
async function isGone(noteId: string): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/notes/${noteId}`, { credentials: "same-origin" });
    return answer.status === 404;
  } catch {
    return false;
  }
}

/**
 * The generic words first, because a browser must show something at once (C3); then the app's windows
 * read anew, and a note that is gone replaces its own notice.
 */
async function receive(data: unknown): Promise<void> {
  const language = await readLanguage();
  const notice = noticeOf(data, language);
  await show(notice);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const window of windows) window.postMessage({ kind: "push" });
  if (notice.noteId !== null && (await isGone(notice.noteId))) {
    await show(withdrawnNotice(notice, language));
  }
}

self.addEventListener("push", (event) => {
  let data: unknown = null;
  try {
    data = event.data?.json();
  } catch {
    // a push without readable data is still shown
  }
  event.waitUntil(receive(data));
});

async function openAt(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows[0];
  if (open === undefined) {
    await self.clients.openWindow(path);
    return;
  }
  await open.focus();
  await open.navigate(path).catch(() => self.clients.openWindow(path));
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { path } = (event.notification.data ?? {}) as { path?: string };
  event.waitUntil(openAt(path ?? "/"));
});
