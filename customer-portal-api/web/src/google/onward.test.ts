import { describe, expect, it } from "vitest";

import type { Consent, GoogleLink, GooglePurpose, PurposeLink } from "../contract/types";
import { leadsOn, remember, takeNoted } from "./onward";

/** A tab's memory. */
function shelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const consent = (purpose: GooglePurpose, withdrawnAt: string | null = null): Consent =>
  ({ id: purpose, purpose, withdrawnAt }) as Consent;
const calendar = (state: PurposeLink["state"]): GoogleLink => ({
  links: [
    { purpose: "google-contacts", state: "LINKING", lastSync: null },
    { purpose: "google-calendar", state, lastSync: null },
  ],
});
const BOTH = [consent("google-contacts"), consent("google-calendar")];

describe("who comes back from Google", () => {
  it("finds what was noted before leaving, once", () => {
    const tab = shelf();
    remember("google-calendar", tab);
    expect(takeNoted(tab)).toBe("google-calendar");
    expect(takeNoted(tab)).toBeUndefined();
  });

  it("finds nothing that was noted for an earlier visit there", () => {
    const tab = shelf();
    remember("google-calendar", tab);
    remember(undefined, tab);
    expect(takeNoted(tab)).toBeUndefined();
  });

  it("is led on to the calendar, to which they agreed by its own text", () => {
    expect(leadsOn("google-calendar", "linked", BOTH, calendar("OFF"))).toBe(true);
  });

  it.each(["refused", "failed", null])("stays when Google says %s", (result) => {
    expect(leadsOn("google-calendar", result, BOTH, calendar("OFF"))).toBe(false);
  });

  it("is led nowhere without the consent to it, or when it was withdrawn meanwhile", () => {
    const withdrawn = consent("google-calendar", "2026-11-23T11:00:00Z");
    for (const given of [[consent("google-contacts")], [consent("google-contacts"), withdrawn]]) {
      expect(leadsOn("google-calendar", "linked", given, calendar("OFF"))).toBe(false);
    }
  });

  it.each(["LINKING", "LINKED", "BROKEN", "REVOKING"] as const)(
    "stays when the calendar is %s already",
    (state) => {
      expect(leadsOn("google-calendar", "linked", BOTH, calendar(state))).toBe(false);
    },
  );
});
