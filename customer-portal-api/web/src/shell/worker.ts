import { noteSilence } from "../offline/connection";

/** The service worker makes the app open without connection and receives push messages. */
export function registerWorker(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  window.addEventListener("vite:preloadError", () => {
    // a part of an older version is gone from the server: take the new one, unless there is none
    if (navigator.onLine) location.reload();
    else noteSilence();
  });
  void navigator.serviceWorker
    .register("/service-worker.js", { scope: "/" })
    .catch(() => undefined);
}
