import { type Answer, type Asked, done, type Json, no, ok } from "./answer";
import * as data from "./data";
import { tone } from "./sound";

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

export function calls({ parts, query }: Asked): Answer {
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

export function notes({ method, parts, body }: Asked): Answer {
  const call = data.calls.find((each) => (each.note as Json | null)?.id === parts[1]);
  const note = call?.note as Json | undefined;
  if (call === undefined || note === undefined) return no(404, "not-found");
  if (parts[2] === "deliveries") return ok({ items: data.deliveries });
  if (parts[2] === "audio") return ok(tone(Number(note.voicemailSeconds)));
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
