import type { Presence, PresenceChange } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome } from "../contract/client";

export function changePresence(body: PresenceChange): Promise<Outcome<Presence>> {
  return outcome(http.PUT("/presence", { params: { header: fromConsole }, body }));
}
