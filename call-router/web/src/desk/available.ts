import type { CommandName } from "../call/state";
import { possibleCommands } from "../call/state";
import type { ActionName } from "../keys/keymap";
import type { Desk } from "./state";

const ofCommand: Record<CommandName, ActionName> = {
  accept: "accept",
  decline: "decline",
  hold: "hold",
  resume: "resume",
  consult: "consult",
  complete: "complete",
  cancel: "cancel",
  conference: "conference",
  blind: "blind",
  "let-go": "let-go",
  park: "park",
  "pick-up": "pick-up",
  digits: "digits",
  voicemail: "voicemail",
  "hang-up": "hang-up",
};

/** What can be done at this moment, by button, key or search. */
export function availableActions(
  desk: Desk,
  screen: { card: boolean; noteOpen: boolean; supervisor: boolean },
): ReadonlySet<ActionName> {
  if (desk.connection === "taken-over" || desk.connection === "session-ended") {
    return remaining(desk);
  }
  const names = new Set<ActionName>(["search", "help", "language", "colours", "tasks"]);
  for (const command of possibleCommands(desk)) names.add(ofCommand[command]);
  const state = desk.presence?.state;
  const dutyEnds = state !== undefined && state !== "signed-off" && !desk.offer;
  const calling = desk.call !== undefined && desk.call.phase !== "wrapping";
  if (!calling && !desk.offer && canBecomeReady(desk)) names.add("ready");
  if (!calling && !desk.offer && canPickUp(desk)) names.add("pick-up");
  if (dutyEnds && state !== "break") names.add("break");
  if (dutyEnds && !calling) names.add("sign-off");
  if (!calling) names.add("sign-out");
  names.add(screen.card ? "why" : "sent");
  if (screen.noteOpen) names.add("note").add("send-note");
  if (screen.supervisor) names.add("wallboard");
  if (desk.telephone.resting && calling) names.add("mute");
  return names;
}

/** In a window that has nothing to command any more: signing out, and what stays in the page. */
function remaining({ connection, telephone, call }: Desk): ReadonlySet<ActionName> {
  const names = new Set<ActionName>(["search", "help", "colours"]);
  if (connection === "taken-over") names.add("sign-out");
  if (telephone.resting && call !== undefined && call.phase !== "wrapping") names.add("mute");
  return names;
}

function canPickUp({ team, telephone, presence }: Desk): boolean {
  const connected = presence?.telephone.registered === true || telephone.line === "registered";
  return connected && (team?.parked.length ?? 0) > 0;
}

function canBecomeReady({ presence, telephone, call }: Desk): boolean {
  if (!presence) return false;
  if (call?.phase === "wrapping") return true;
  const connected = presence.telephone.registered || telephone.line === "registered";
  return presence.state !== "ready" && connected;
}
