import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import * as data from "./data";
import { figures } from "./figures";

type Json = Record<string, unknown>;

interface Asked {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const created = (body: unknown): Answer => ({ status: 201, body });
const done: Answer = { status: 204 };

function no(status: number, type: string, errors?: Json[]): Answer {
  return { status, body: { type, title: type, status, ...(errors ? { errors } : {}) } };
}

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

function summary(call: Json): Json {
  const rest: Json = { ...call };
  delete rest.reason;
  delete rest.events;
  delete rest.otherNotes;
  const note = call.note as Json | null;
  if (note === null) return { ...rest, note };
  const { id, urgency, readAt, binnedAt, version, request } = note;
  return {
    ...rest,
    note: { id, urgency, readAt, binnedAt, version, excerpt: String(request).slice(0, 160) },
  };
}

function calls({ parts, query }: Asked): Answer {
  if (parts[1] !== undefined) {
    const call = data.calls.find((each) => each.id === parts[1]);
    return call === undefined ? no(404, "not-found") : ok(call);
  }
  const text = query.get("text")?.toLowerCase();
  const fits = data.calls.filter((call) => {
    const note = call.note as Json | null;
    const binned = (note?.binnedAt ?? null) !== null;
    if (binned !== (query.get("binned") === "true")) return false;
    if (query.get("withNote") === "true" && note === null) return false;
    if (query.get("unread") === "true" && note?.readAt !== null) return false;
    if (query.has("outcome") && call.outcome !== query.get("outcome")) return false;
    return text === undefined || JSON.stringify(call).toLowerCase().includes(text);
  });
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  const unread = data.calls.filter((call) => {
    const note = call.note as Json | null;
    return note !== null && note.readAt === null && note.binnedAt === null;
  });
  return ok({
    items: fits.slice(from, from + limit).map(summary),
    next: from + limit < fits.length ? String(from + limit) : null,
    unreadTotal: unread.length,
  });
}

function notes({ method, parts, body }: Asked): Answer {
  const call = data.calls.find((each) => (each.note as Json | null)?.id === parts[1]);
  const note = call?.note as Json | undefined;
  if (call === undefined || note === undefined) return no(404, "not-found");
  if (parts[2] === "deliveries") return ok({ items: data.deliveries });
  if (parts[2] === "feedback") {
    note.feedback = method === "DELETE" ? null : body;
    return method === "DELETE" ? done : ok(body);
  }
  if (method === "DELETE") {
    data.calls.splice(data.calls.indexOf(call), 1);
    return done;
  }
  if (method === "PATCH") {
    note.version = Number(note.version) + 1;
    if ("read" in body) note.readAt = body.read === true ? data.ago(0) : null;
    if ("binned" in body) note.binnedAt = body.binned === true ? data.ago(0) : null;
  }
  return ok(note);
}

function lines({ method, parts, body }: Asked): Answer {
  const line = data.lines.find((each) => each.id === parts[1]);
  if (parts[1] === undefined) return ok({ items: data.lines });
  if (line === undefined) return no(404, "not-found");
  if (parts[2] === "choices") {
    line.choices = body;
    line.version = Number(line.version) + 1;
    return ok(line);
  }
  line.now =
    method === "DELETE"
      ? { ...(line.now as Json), putThrough: "VIP", source: "WEEKLY", quick: false }
      : {
          ...(line.now as Json),
          putThrough: body.putThrough,
          source: "ONE_OFF",
          quick: true,
          until: body.until,
        };
  return ok(line);
}

/** Nobody decides here: an answer of each kind, for looking at. */
function preview({ body }: Asked): Answer {
  const [, second, third] = data.instructions;
  const withheld = body.number === null;
  return ok({
    at: body.at,
    way: withheld ? "DESK" : "PUT_THROUGH",
    directly: !withheld,
    vip: !withheld,
    afterwards: withheld ? null : "DESK",
    reason: {
      code: withheld ? "withheld" : "vip-under-vip",
      arguments: { mode: "direct", window: "weekly", until: data.ago(-90 * 60_000), unproven: "1" },
      instructionId: second?.id,
      instructionVersion: 3,
    },
    greeting: "Cabinet du docteur Martin, {secretary} à votre écoute, bonjour.",
    message: "Le docteur Martin est en consultation.",
    ladder: withheld ? [] : second?.ladder,
    overruled: third === undefined ? [] : [{ instructionId: third.id, why: "KIND" }],
  });
}

function replay(): Answer {
  const ways = ["DESK", "PUT_THROUGH", "DESK", "VOICEMAIL", "BLOCKED", "MESSAGE"];
  const items = data.calls.slice(0, 12).map((call, index) => {
    const caller = call.caller as Json;
    const went = ways[index % ways.length];
    const changed = index % 3 === 0;
    return {
      id: call.id,
      arrivedAt: call.arrivedAt,
      number: caller.number,
      name: caller.name,
      went,
      would: changed ? (went === "DESK" ? "PUT_THROUGH" : "DESK") : went,
      changed,
      reason: { code: "all", arguments: {}, instructionId: null, instructionVersion: null },
    };
  });
  return ok({
    from: data.ago(7 * 86_400_000),
    to: data.ago(0),
    calls: items.length,
    more: false,
    changed: items.filter((each) => each.changed).length,
    went: { putThrough: 2, desk: 4, voicemail: 2, message: 2, blocked: 2 },
    would: { putThrough: 5, desk: 3, voicemail: 1, message: 2, blocked: 1 },
    items,
  });
}

function collection(rows: Json[], { method, parts, body }: Asked, fresh: Json): Answer {
  if (parts[1] === undefined) {
    if (method === "GET") return ok({ items: rows, next: null });
    const row = { ...fresh, ...body };
    rows.push(row);
    return created(row);
  }
  const index = rows.findIndex((each) => each.id === parts[1]);
  const row = rows[index];
  if (row === undefined) return no(404, "not-found");
  if (method === "DELETE") {
    rows.splice(index, 1);
    return done;
  }
  if (method === "PUT") {
    rows[index] = { ...row, ...body, version: Number(row.version) + 1 };
  }
  return ok(rows[index]);
}

/** A code is always on its way, and 424242 is the one. */
function proof({ parts, method, body }: Asked): Answer {
  const number = data.forwardingNumbers.find((each) => each.id === parts[1]);
  if (number === undefined) return no(404, "not-found");
  if (parts[2] === "proof") {
    if (body.code !== "424242") {
      return no(400, "invalid-request", [{ field: "code", rule: "wrong-code", limit: 4 }]);
    }
    number.provenAt = data.ago(0);
    return ok(number);
  }
  const sent = {
    id: body.id ?? parts[1],
    by: body.by ?? "CALL",
    sentAt: data.ago(0),
    expiresAt: data.ago(-600_000),
    attemptsLeft: 5,
    call: method === "GET" ? "ANSWERED" : null,
  };
  return method === "POST" ? created(sent) : ok(sent);
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
        items: data.consentTexts.filter((each) => each.language === asked.query.get("language")),
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
