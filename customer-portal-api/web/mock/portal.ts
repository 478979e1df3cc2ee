import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import { type Answer, type Asked, collection, created, done, type Json, no, ok } from "./answer";
import { calls, notes } from "./calls";
import { consentTexts } from "./consents";
import * as data from "./data";
import { figures } from "./figures";
import { lines, preview, proof, replay } from "./rules";

/** By the cookie's value, so that several browsers can be signed in. */
const signedIn = new Map<string, Json>();
let session: Json | null = null;
const google = new Map<string, Json>();
const consents: Json[] = [];
const devices: Json[] = [];
const listeners = new Set<ServerResponse>();

/** The two people: `martin` is settled, `nouveau` signs in for the first time. */
function signIn({ user, password }: Json): Answer {
  if ((user !== "martin" && user !== "nouveau") || password !== "demo") {
    return no(401, "wrong-credentials");
  }
  session = {
    accountId: user === "martin" ? data.id() : data.id(),
    user,
    displayName: "Dr Claire Martin",
    role: "CUSTOMER_OWNER",
    customer: { id: data.id(), name: "Cabinet Martin" },
    language: "fr",
    mustChangePassword: user === "nouveau",
    passwordRule: { minimumLength: 15, maximumLength: 200 },
    onboardedAt: user === "martin" ? data.ago(0) : null,
    signedInAt: data.ago(0),
    expiresAt: data.ago(-86_400_000),
  };
  return created(session);
}

function sessions({ method, parts, body }: Asked): Answer {
  if (method === "POST") return signIn(body);
  if (session === null) return no(401, "not-signed-in");
  if (method === "DELETE" && parts[1] === "current") {
    session = null;
    return done;
  }
  return ok(session);
}

function accounts({ parts, body }: Asked): Answer {
  if (session === null) return no(401, "not-signed-in");
  if (parts[2] === "password") {
    if (body.currentPassword !== "demo") {
      return no(400, "invalid-request", [{ field: "currentPassword", rule: "wrong" }]);
    }
    if (String(body.newPassword).length < 15) {
      return no(400, "invalid-request", [{ field: "newPassword", rule: "too-short", limit: 15 }]);
    }
    session = { ...session, mustChangePassword: false };
    return done;
  }
  session = {
    ...session,
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.onboarded === true ? { onboardedAt: data.ago(0) } : {}),
  };
  return ok(session);
}

function contacts(asked: Asked): Answer {
  if (asked.method === "GET" && asked.parts[1] === undefined) {
    const text = asked.query.get("text")?.toLowerCase() ?? "";
    const mark = asked.query.get("mark");
    const items = data.contacts.filter(
      (each) =>
        JSON.stringify(each).toLowerCase().includes(text) && (mark === null || each.mark === mark),
    );
    return ok({ items, next: null });
  }
  return collection(data.contacts, asked, { version: 1, origin: "OWN", changedAt: data.ago(0) });
}

function given({ method, parts, body }: Asked): Answer {
  if (method === "GET") return ok({ items: consents });
  if (method === "POST") {
    const consent = { ...body, givenAt: data.ago(0), means: "APP", withdrawnAt: null };
    consents.unshift(consent);
    return created(consent);
  }
  const consent = consents.find((each) => each.id === parts[1]);
  if (consent === undefined) return no(404, "not-found");
  consent.withdrawnAt = data.ago(0);
  if (consent.purpose === "push") devices.splice(0);
  else google.delete(String(consent.purpose));
  return ok(consent);
}

function googleLink({ parts, body }: Asked): Answer {
  if (parts[1] === undefined) {
    const links = ["google-contacts", "google-calendar"].map(
      (purpose) => google.get(purpose) ?? { purpose, state: "OFF", lastSync: null },
    );
    return ok({ links });
  }
  google.set(String(body.purpose), {
    purpose: body.purpose,
    state: "LINKED",
    lastSync: {
      startedAt: data.ago(0),
      endedAt: data.ago(0),
      added: 212,
      changed: 0,
      removed: 0,
      failure: null,
    },
  });
  return created({
    authorizationUrl: "/settings/google?result=linked",
    expiresAt: data.ago(-600_000),
  });
}

function route(asked: Asked): Answer {
  const [first] = asked.parts;
  if (first === "sessions") return sessions(asked);
  if (first === "accounts") return accounts(asked);
  if (session === null) return no(401, "not-signed-in");
  switch (first) {
    case "calls":
      return calls(asked);
    case "notes":
      return notes(asked);
    case "figures":
      return ok(figures(asked.parts[1]));
    case "lines":
      return lines(asked);
    case "previews":
      return preview(asked);
    case "replays":
      return replay();
    case "instructions":
      return collection(data.instructions, asked, {
        version: 1,
        quick: false,
        inForce: false,
        createdAt: data.ago(0),
        changedAt: data.ago(0),
      });
    case "forwarding-numbers":
      if (asked.parts[2] !== undefined) return proof(asked);
      return collection(data.forwardingNumbers, asked, { provenAt: null });
    case "contacts":
      return contacts(asked);
    case "consent-texts":
      return ok({
        items: consentTexts.filter((each) => each.language === asked.query.get("language")),
      });
    case "consents":
      return given(asked);
    case "google-link":
      return googleLink(asked);
    case "push-configuration":
      return ok({ provider: "DEMO", firebase: null });
    case "devices":
      return collection(devices, asked, {
        registeredAt: data.ago(0),
        lastSeenAt: null,
        current: true,
      });
    case "notification-preferences":
      if (asked.method === "PUT") {
        Object.assign(data.preferences, asked.body, {
          version: Number(data.preferences.version) + 1,
        });
      }
      return ok(data.preferences);
    case undefined:
    default:
      return no(404, "not-found");
  }
}

function follow(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(": here\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  if (body === undefined) {
    response.end();
    return;
  }
  if (Buffer.isBuffer(body)) {
    response.setHeader("Content-Type", "audio/wav");
    response.end(body);
    return;
  }
  const type = status >= 400 ? "application/problem+json" : "application/json";
  response.setHeader("Content-Type", type);
  response.end(JSON.stringify(body));
}

/** Answers one request of the contract; needs the app's header as the real portal does. */
export function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const parts = url.pathname.split("/").slice(3).map(decodeURIComponent);
  if (parts[0] === "live") {
    follow(response);
    return;
  }
  const method = request.method ?? "GET";
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (method !== "GET" && request.headers["x-permanence"] !== "app") {
      send(response, no(403, "missing-app-header"));
      return;
    }
    const text = Buffer.concat(chunks).toString();
    const body = text === "" ? {} : (JSON.parse(text) as Json);
    const cookie = /app=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? randomUUID();
    session = signedIn.get(cookie) ?? null;
    const reply = route({ method, parts, query: url.searchParams, body });
    if (session === null) signedIn.delete(cookie);
    else signedIn.set(cookie, session);
    response.setHeader("Set-Cookie", `app=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    send(response, reply);
  });
}
