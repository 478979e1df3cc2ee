import type { PushConfiguration } from "../contract/types";

/** Where this browser receives push messages: an opaque address made by the provider. */
export type Token =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "refused" }
  | { readonly kind: "unsupported" };

type FirebaseKeys = NonNullable<PushConfiguration["firebase"]>;

/** Asks the person; browsers listen only right after a tap. */
export async function askPermission(): Promise<"granted" | "refused" | "unsupported"> {
  if (!("Notification" in globalThis) || !("serviceWorker" in navigator)) return "unsupported";
  if (Notification.permission === "granted") return "granted";
  return (await Notification.requestPermission()) === "granted" ? "granted" : "refused";
}

/** This browser's address at the provider the server named. */
export async function obtainToken(configuration: PushConfiguration): Promise<Token> {
  const permission = await askPermission();
  if (permission !== "granted") return { kind: permission };
  switch (configuration.provider) {
    case "FIREBASE":
      return configuration.firebase === null
        ? { kind: "unsupported" }
        : { kind: "token", token: await firebaseToken(configuration.firebase) };
    case "DEMO":
      return { kind: "token", token: demoToken() };
  }
}

const DEMO = "permanence-demo-token";

/** The demo has no provider: a name of its own that the inbox shows. */
function demoToken(): string {
  const token = localStorage.getItem(DEMO) ?? `demo-${crypto.randomUUID()}`;
  localStorage.setItem(DEMO, token);
  return token;
}

async function firebaseToken(keys: FirebaseKeys): Promise<string> {
  const [{ initializeApp, getApps }, { getMessaging, getToken }] = await Promise.all([
    import("@firebase/app"),
    import("@firebase/messaging"),
  ]);
  const { vapidKey, ...options } = keys;
  const app = getApps()[0] ?? initializeApp(options);
  return getToken(getMessaging(app), {
    vapidKey,
    serviceWorkerRegistration: await navigator.serviceWorker.ready,
  });
}
