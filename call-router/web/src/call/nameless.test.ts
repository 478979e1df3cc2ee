import { describe, expect, it } from "vitest";

import type { Card } from "../contract";
import { phone } from "../words/phone";
import { aboutCaller, customerOf, nameless } from "./CallerName";

const card: Card = {
  callId: "c",
  customer: { customerId: "m", name: "Cabinet Martin", timeZone: "Europe/Paris" },
  line: { lineId: "l", number: "+33199001001" },
  greeting: "Bonjour",
  verdict: { action: "take-note", reason: "nobody-put-through" },
  instruction: { putThrough: "nobody", window: { kind: "default" }, overruled: [] },
  caller: { withheld: false, vip: false, blocked: false, earlierCalls: [] },
  ladder: [],
  putThroughAllowed: false,
  questions: [],
};

describe("a card without the database", () => {
  it("calls nobody unknown", () => {
    expect(nameless(card)).toBe("card.unknown");
    expect(nameless({ ...card, incomplete: true })).toBe("card.nameNotYet");
    expect(
      nameless({ ...card, incomplete: true, caller: { ...card.caller, withheld: true } }),
    ).toBe("card.withheld");
  });

  it("names the dialled number while the customer's name is not known", () => {
    expect(customerOf(card)).toBe("Cabinet Martin");
    expect(customerOf({ ...card, customer: { ...card.customer, name: "" } })).toBe(
      phone("+33199001001"),
    );
  });
});

it("names an organisation once that the caller is named like", () => {
  const clinic = { ...card.caller, name: "Clinique Saint-Jean", remark: "laboratoire" };
  const of = (organisation: string) =>
    aboutCaller({ ...card, caller: { ...clinic, organisation } });
  expect(of("Groupe Santé")).toBe("Groupe Santé · laboratoire");
  expect(of("Clinique Saint-Jean")).toBe("laboratoire");
});
