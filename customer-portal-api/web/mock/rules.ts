import { type Answer, type Asked, created, type Json, no, ok } from "./answer";
import * as data from "./data";

export function lines({ method, parts, body }: Asked): Answer {
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
export function preview({ body }: Asked): Answer {
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

export function replay(): Answer {
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

/** A code is always on its way, and 424242 is the one. */
export function proof({ parts, method, body }: Asked): Answer {
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
