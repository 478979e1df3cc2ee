import type { frProblem } from "./fr-problem";
import type { Words } from "./shape";

export const enProblem: Words<typeof frProblem> = {
  problem: {
    "sign-in-refused": "User name or password is wrong.",
    "second-factor-required": "Enter the six-digit code as well.",
    "second-factor-enrolment":
      "Set up your second factor first; the time for the one shown before is over.",
    "second-factor-refused": "This code is not, or no longer, valid.",
    "too-many-attempts": "Too many attempts. Try again in {{minutes}} min.",
    "signed-out": "Your session has ended. Sign in again.",
    "role-forbids": "Your role does not allow this.",
    "password-change-due": "Change your temporary password first.",
    "password-refused": "This password is not accepted.",
    "server-unreachable": "The server does not answer.",
    "server-failed": "The server could not answer. Try again.",
    "not-found": "Not found, or not yours.",
    "command-not-possible": "The call’s state no longer allows this.",
    "offer-gone": "The call is no longer waiting.",
    "card-not-shown": "The card was not on screen yet.",
    "supervision-not-possible":
      "Nobody can listen there at this moment: the secretary has no conversation, or you have a call, or your telephone is not ready.",
    "put-through-not-allowed": "The instruction does not allow putting this call through.",
    "telephone-not-ready": "Your telephone is not ready.",
    "telephone-system-unavailable": "The telephone system does not answer.",
    "on-call": "Not during a call.",
    "note-changed": "The note was changed in another window.",
    "note-sent": "The note has been sent already.",
    "note-incomplete": "Something is missing in the note.",
    "task-taken": "A colleague is looking after it.",
    "task-personal": "An unsent note stays with its secretary.",
    "task-closed": "Somebody has closed this task differently.",
    "invalid-request": "The server did not understand: {{fields}}.",
    "malformed-request":
      "The server could not read the request. Load the page again, then repeat it.",
    "body-too-large": "This is too long to be saved. Shorten the text.",
    "console-header-missing": "This page is out of date. Load it again, then repeat it.",
    "state-changed":
      "Another command came in the same moment. See what has changed, then try again.",
    unavailable: "A part of the service does not answer. Try again in a few seconds.",
    "internal-error": "Something broke on the server. Try again in a moment.",
    other: "That was not possible.",
  },
  rule: {
    required: "Please fill in.",
    "not-a-number": "This is not a number.",
    "not-a-date": "This is not a date.",
    "not-a-time": "This is not a time.",
    "not-a-choice": "Choose from the list.",
    "too-long": "Too long.",
    "too-short": "Too short.",
    "too-common": "Too common: easy to guess.",
    "same-as-before": "This is the current password.",
    "current-password-wrong": "Wrong.",
    other: "Not accepted.",
  },
};
