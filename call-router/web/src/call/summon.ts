/** Calls somebody whose window is hidden: the system's own notification, gone with the offer. */
export function summon(title: string, body: string): () => void {
  if (!("Notification" in window) || Notification.permission !== "granted") return () => undefined;
  const notification = new Notification(title, { body, tag: "offer", requireInteraction: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
  return () => notification.close();
}

/** Asks once, when somebody begins to take calls; a refusal is final and harms nothing. */
export function mayIBeSummoned(): void {
  if ("Notification" in window && Notification.permission === "default") {
    void Notification.requestPermission();
  }
}
