import { inForce } from "../consent/state";
import type { Consent, GoogleLink, GooglePurpose } from "../contract/types";
import { linkFor } from "./state";

/** What is kept in this tab while Google has the person: which purpose is linked after the one they are away for. */
const KEY = "permanence-google-onward";
const PURPOSES = ["google-contacts", "google-calendar"] as const;

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Notes which purpose comes after the one that is opened at Google; none when nothing does. */
export function remember(next: GooglePurpose | undefined, shelf: Shelf): void {
  if (next === undefined) shelf.removeItem(KEY);
  else shelf.setItem(KEY, next);
}

/** The purpose that was noted, once: who comes back a second time is not led on again. */
export function takeNoted(shelf: Shelf): GooglePurpose | undefined {
  const noted = shelf.getItem(KEY);
  shelf.removeItem(KEY);
  return PURPOSES.find((each) => each === noted);
}

/**
 * Whether who comes back from Google is led on to it for the purpose that was noted: only when they gave access there, the consent to
 * this purpose, given with its own text, is still in force, and it is not linked yet (E1, E6). Nothing is agreed to on the way.
 */
export function leadsOn(
  noted: GooglePurpose,
  result: string | null,
  consents: readonly Consent[],
  link: GoogleLink,
): boolean {
  return (
    result === "linked" &&
    inForce(consents, noted) !== undefined &&
    linkFor(link, noted).state === "OFF"
  );
}
