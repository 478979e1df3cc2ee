import { useMantineColorScheme } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { ladderRows } from "../call/state";
import type { Card, Problem } from "../contract";
import type { ActionName } from "../keys/keymap";
import { changeLanguage } from "../session/api";
import { languageOf, speak } from "../words";
import type { DeskActions, Overlay } from "./actions";
import type { Workplace } from "./workplace";

interface Situation {
  workplace: Workplace;
  card: Card | undefined;
  /** The note in the form, while it can still be sent. */
  noteId: string | undefined;
  show: (overlay: Overlay | undefined) => void;
  leaveTask: () => void;
}

interface Run extends Pick<DeskActions, "run" | "consult" | "transfer" | "pickUp" | "attempt"> {
  problem: Problem | undefined;
}

/** Carries out an action, whichever way it was asked for: button, key or search. */
export function useRun({ workplace, card, noteId, show, leaveTask }: Situation): Run {
  const { i18n } = useTranslation();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const [problem, setProblem] = useState<Problem>();

  const attempt = useCallback((deed: Promise<Problem | undefined>) => {
    setProblem(undefined);
    void deed.then(setProblem);
  }, []);

  const consult = useCallback(
    (forwardingNumberId?: string) =>
      attempt(
        workplace.command({
          command: "consult",
          ...(forwardingNumberId !== undefined && { forwardingNumberId }),
        }),
      ),
    [attempt, workplace],
  );
  const transfer = useCallback(
    (forwardingNumberId: string) =>
      attempt(workplace.command({ command: "blind", forwardingNumberId })),
    [attempt, workplace],
  );
  const pickUp = useCallback(
    (callId: string) => {
      leaveTask();
      attempt(workplace.pickUp(callId));
    },
    [attempt, leaveTask, workplace],
  );

  const run = useCallback(
    (name: ActionName) => {
      switch (name) {
        case "accept":
          attempt(workplace.accept());
          break;
        case "decline":
          attempt(workplace.decline());
          break;
        case "hold":
        case "resume":
        case "complete":
        case "cancel":
        case "conference":
        case "let-go":
        case "park":
        case "voicemail":
        case "hang-up":
          attempt(workplace.command({ command: name }));
          break;
        case "consult": {
          const only = onlyNumber(card);
          if (only === undefined) show({ kind: "consult" });
          else consult(only);
          break;
        }
        case "blind": {
          const only = onlyNumber(card);
          if (only === undefined) show({ kind: "blind" });
          else transfer(only);
          break;
        }
        case "pick-up": {
          const parked = workplace.store.now().team?.parked ?? [];
          const [only] = parked;
          if (only && parked.length === 1) pickUp(only.callId);
          else show({ kind: "pick-up" });
          break;
        }
        case "mute":
          workplace.toggleMute();
          break;
        case "ready":
          leaveTask();
          attempt(workplace.ready());
          break;
        case "sign-off":
          attempt(workplace.signOff());
          break;
        case "note":
          focusOn("#note-request");
          break;
        case "send-note":
          sendNote(workplace, noteId);
          break;
        case "tasks":
          focusOn("#tasks-title");
          break;
        case "sent":
          focusOn("#sent-title");
          break;
        case "language": {
          const next = languageOf(i18n.language) === "fr" ? "en" : "fr";
          void changeLanguage(next);
          void speak(next);
          break;
        }
        case "colours":
          setColorScheme(isDark(colorScheme) ? "light" : "dark");
          break;
        case "wallboard":
          window.location.assign("/wallboard");
          break;
        case "why":
        case "help":
        case "search":
        case "break":
        case "digits":
        case "sign-out":
          show({ kind: name });
      }
    },
    [
      attempt,
      card,
      colorScheme,
      consult,
      i18n,
      leaveTask,
      noteId,
      pickUp,
      setColorScheme,
      show,
      transfer,
      workplace,
    ],
  );

  return { run, consult, transfer, pickUp, attempt, problem };
}

/** With a single number there is nothing to choose. */
function onlyNumber(card: Card | undefined): string | undefined {
  const rows = card ? ladderRows(card, undefined) : [];
  return rows.length === 1 ? rows[0]?.number.forwardingNumberId : undefined;
}

function sendNote(workplace: Workplace, noteId: string | undefined): void {
  if (noteId === undefined || workplace.notes.send(noteId).length === 0) return;
  // the first thing that is missing
  requestAnimationFrame(() =>
    focusOn("[data-testid=note] :is([aria-invalid=true], [data-fault] input)"),
  );
}

/** Puts the cursor there; in a text, behind its last letter. */
export function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  if (element instanceof HTMLTextAreaElement) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
}

function isDark(scheme: "light" | "dark" | "auto"): boolean {
  return scheme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : scheme === "dark";
}
