import { describe, expect, it } from "vitest";

import { brokenRules, contentOf, draftOf, toggled } from "./preferences";

const draft = draftOf({
  version: 1,
  emailAddress: "docteur@cabinet-martin.example",
  smsNumber: "+33639980001",
  rules: [{ channel: "EMAIL", urgency: "NORMAL", enabled: true }],
  incomingCalls: false,
  quietHours: null,
});

describe("the form for notifications", () => {
  it("sends every channel and urgency once, whatever was known before", () => {
    const { rules } = contentOf(toggled(draft, "SMS", "URGENT", true));
    expect(rules).toHaveLength(6);
    expect(
      rules.filter((rule) => rule.enabled).map((rule) => `${rule.channel} ${rule.urgency}`),
    ).toEqual(["EMAIL NORMAL", "SMS URGENT"]);
  });

  it("needs an address for a channel that is used", () => {
    const broken = brokenRules(toggled({ ...draft, smsNumber: "" }, "SMS", "URGENT", true));
    expect(broken).toEqual([{ field: "smsNumber", rule: "required" }]);
  });

  it("keeps the choice for calls that ring apart from those for messages", () => {
    const sent = contentOf({ ...draft, incomingCalls: true });
    expect(sent.incomingCalls).toBe(true);
    expect(sent.rules).toEqual(contentOf(draft).rules);
  });

  it("keeps quiet hours off as null", () => {
    expect(contentOf(draft).quietHours).toBeNull();
    expect(contentOf({ ...draft, quiet: true }).quietHours).toEqual({
      from: "20:00",
      to: "07:30",
      urgentAnyway: true,
    });
  });
});
