/**
 * Plays the server for whoever works on the console: `npm run mock`, then `npm run dev`, or open it
 * directly to see the built console under its content security policy. For development only.
 *
 * TELEPHONES=ws://127.0.0.1:8088/ws carries the telephone to a real Asterisk that knows `desk-camille`.
 *
 *   POST /mock/ring/{n}          offers call n        POST /mock/notice/{code}   sends a notice
 *   POST /mock/withdraw/{reason} takes the offer back POST /mock/away/{seconds}  answers nothing
 *   POST /mock/send-elsewhere    another window sends the note as it is saved
 *   POST /mock/replace           another window takes over
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { WebSocketServer } from "ws";

import { ago, ahead, cards, figures, halfHours, sentNotes, team, wallboard } from "./content.mjs";
import { expect, faults } from "./contract.mjs";
import { MockDesk } from "./desk.mjs";
import { enrolment, people } from "./people.mjs";
import { answerRegister, carryTo } from "./sip.mjs";

const port = Number(process.env.PORT ?? 8543);
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const desks = new Map(people.map((person) => [person.user, new MockDesk(person)]));
let away = 0;

const signedIn = (request) => {
  const user = /(?:^|;\s*)console=([a-z]+)/.exec(request.headers.cookie ?? "")?.[1];
  return desks.get(user);
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

function answer(response, status, value, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}

function problem(response, status, type, more = {}) {
  const name = more.note ? "NoteProblem" : more.secret ? "SignInProblem" : "Problem";
  const value = expect(name, { type, status, ...more });
  answer(response, status, value, { "content-type": "application/problem+json" });
}

const routes = {
  "POST /session": async ({ request, response }) => {
    const body = await bodyOf(request);
    const desk = desks.get(body.user);
    if (!desk || body.password !== "console") return problem(response, 401, "sign-in-refused");
    if (body.user === "anne" && body.enrolment === undefined) {
      return problem(response, 401, "second-factor-enrolment", enrolment);
    }
    if (desk.person.secondFactor && body.code === undefined) {
      return problem(response, 401, "second-factor-required");
    }
    if (desk.person.secondFactor && body.code !== "123456") {
      return problem(response, 401, "second-factor-refused");
    }
    const cookie = `console=${body.user}; HttpOnly; SameSite=Strict; Path=/`;
    answer(response, 200, expect("Me", desk.person), { "set-cookie": cookie });
  },
  "DELETE /session": ({ response }) =>
    answer(response, 204, undefined, { "set-cookie": "console=; Path=/; Max-Age=0" }),
  "GET /me": ({ response, desk }) => answer(response, 200, expect("Me", desk.person)),
  "PATCH /me": async ({ request, response, desk }) => {
    Object.assign(desk.person, await bodyOf(request));
    answer(response, 200, desk.person);
  },
  "POST /me/password": async ({ request, response, desk }) => {
    const { newPassword } = await bodyOf(request);
    if (newPassword.length < 15) {
      const errors = [{ field: "newPassword", rule: "too-short", limit: 15 }];
      return problem(response, 422, "password-refused", { errors });
    }
    desk.person.passwordChangeDue = false;
    answer(response, 204);
  },
  "PUT /telephone": async ({ request, response }) => {
    const { kind } = await bodyOf(request);
    const browser = {
      kind,
      endpoint: "desk-camille",
      password: "short-lived",
      domain: "permanence.invalid",
      path: "/telephone",
      expiresAt: ahead(600),
    };
    const desk = {
      kind,
      user: "poste-camille",
      password: "for-the-phone",
      host: "127.0.0.1",
      port: 5060,
      transport: "udp",
    };
    answer(response, 200, expect("Telephone", kind === "browser" ? browser : desk));
  },
  "PUT /presence": async ({ request, response, desk }) => {
    const body = expect("PresenceChange", await bodyOf(request));
    if (body.state === "ready" && !desk.presence.telephone.registered) {
      return problem(response, 409, "telephone-not-ready");
    }
    const { state, ...more } = body;
    answer(
      response,
      200,
      expect("Presence", state === "ready" ? desk.ready() : desk.become(state, more)),
    );
  },
  "GET /calls/*/card": ({ response, desk, ids }) => {
    const made = cards.map((card) => card(desk.person.name));
    const card = desk.card ?? made.find(({ callId }) => callId === ids[0]);
    if (!card) return problem(response, 404, "not-found");
    answer(response, 200, expect("Card", card));
  },
  "POST /calls/*/commands": async ({ request, response, desk }) => {
    const result = desk.command(expect("CallCommand", await bodyOf(request)));
    if (typeof result === "string") return problem(response, 409, result);
    answer(response, 200, expect("CallState", result));
  },
  "GET /notes": ({ response, desk }) => {
    const newest = [...desk.notes.values()].findLast(({ state }) => state === "sent");
    answer(response, 200, expect("SentNotes", { items: sentNotes(newest) }));
  },
  "GET /notes/*": ({ response, desk, ids }) => {
    const note = desk.notes.get(ids[0]);
    if (!note) return problem(response, 404, "not-found");
    answer(response, 200, expect("Note", note));
  },
  "PUT /notes/*": async ({ request, response, desk, ids }) => {
    const body = await bodyOf(request);
    const errors = faults("NoteSave", body);
    if (errors.length > 0) return problem(response, 400, "invalid-request", { errors });
    const before = desk.notes.get(ids[0]);
    const again = before?.revision === body.revision && before.request === body.request;
    if (again) return answer(response, 200, before);
    const refused = (type) => problem(response, 409, type, { note: before });
    if (before?.state === "sent") return refused("note-sent");
    if (before && before.revision >= body.revision) return refused("note-changed");
    const { intent, ...fields } = body;
    const state = intent === "send" ? "sent" : "draft";
    const note = expect("Note", { ...fields, noteId: ids[0], state, savedAt: ago(0) });
    desk.notes.set(ids[0], note);
    if (state === "sent") desk.noteSent();
    answer(response, 200, note);
  },
  "GET /tasks": ({ response, desk }) => answer(response, 200, { items: desk.tasks }),
  "PUT /tasks/*/closure": async ({ request, response, desk, ids }) => {
    expect("TaskClosure", await bodyOf(request));
    desk.closeTask(ids[0]);
    answer(response, 204);
  },
  "GET /team": ({ response }) => answer(response, 200, expect("Team", team())),
  "GET /figures/today": ({ response }) => answer(response, 200, expect("TodayFigures", figures())),
  "GET /figures/half-hours": ({ request, response }) => {
    const teamId = new URL(request.url, "http://localhost").searchParams.get("teamId");
    answer(response, 200, expect("HalfHours", halfHours(teamId)));
  },
  "GET /wallboard": ({ response }) => answer(response, 200, expect("Wallboard", wallboard())),
};

const desk = () => desks.get("camille");
const controls = {
  ring: (n) => desk().ring(Number(n)),
  "ring-incomplete": (n) => desk().ring(Number(n), true),
  "complete-card": (n) => desk().completeCard(Number(n)),
  withdraw: (reason) => desk().withdraw(reason),
  notice: (code) => desk().notice(code),
  supervise: (mode) => desk().supervise(mode),
  "send-elsewhere": () => desk().sendElsewhere(),
  replace: () => desk().replace(),
  away: (seconds) => {
    away = Date.now() + Number(seconds) * 1000;
    for (const client of live.clients) client.terminate();
  },
};

async function api(request, response, path) {
  const parts = path.slice("/api/v1".length).split("/");
  const ids = parts.filter((part) => /^[0-9a-f-]{36}$/.test(part));
  const key = `${request.method} ${parts.map((part) => (ids.includes(part) ? "*" : part)).join("/")}`;
  const route = routes[key];
  if (!route) return problem(response, 404, "not-found");
  if (request.method !== "GET" && request.headers["x-permanence"] !== "console") {
    return problem(response, 403, "console-header-missing");
  }
  const found = signedIn(request);
  if (!found && key !== "POST /session") return problem(response, 401, "signed-out");
  await route({ request, response, desk: found, ids });
}

async function page(response, path) {
  const asset = extname(path) === "" ? "/index.html" : path;
  const content = await readFile(join(dist, normalize(asset)));
  response.writeHead(200, {
    "content-type": types[extname(asset)] ?? "application/octet-stream",
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
  });
  response.end(content);
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const handle = async () => {
    if (pathname.startsWith("/mock/")) {
      const [, , control, value] = pathname.split("/");
      controls[control](value);
      return answer(response, 204);
    }
    if (Date.now() < away) return request.socket.destroy();
    if (pathname.startsWith("/api/")) return api(request, response, pathname);
    return page(response, pathname);
  };
  handle().catch((error) => {
    process.stderr.write(`${request.method} ${pathname}: ${error.message}\n`);
    if (!response.headersSent) problem(response, 500, "server-failed");
  });
});

const live = new WebSocketServer({ noServer: true });
const sip = new WebSocketServer({ noServer: true, handleProtocols: () => "sip" });
server.on("upgrade", (request, socket, head) => {
  if (Date.now() < away) return socket.destroy();
  if (request.url === "/telephone") {
    const asterisk = process.env.TELEPHONES;
    return sip.handleUpgrade(request, socket, head, asterisk ? carryTo(asterisk) : answerRegister);
  }
  live.handleUpgrade(request, socket, head, (client) => {
    const found = signedIn(request);
    if (!found) return client.close(4401);
    found.attach((message) => client.send(JSON.stringify(expect("LiveMessage", message))));
    client.on("message", (data) => found.hear(expect("ClientMessage", JSON.parse(data))));
    client.on("close", () => found.detach());
  });
});

server.listen(port, "127.0.0.1", () => {
  process.stdout.write(`mock console server: http://localhost:${port}/ (camille / console)\n`);
});
