import { useTranslation } from "react-i18next";

import { passing } from "../contract/client";
import { useLanguage, useProblemWords } from "../look/words";
import { clockWithSeconds } from "../words/time";
import { dirty } from "./draft";
import type { OpenNote } from "./keeper";
import styles from "./note.module.css";

/** Where the note is, in words: on this computer, saved, waiting, sent. */
export function NoteStatus({ note }: { note: OpenNote }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const language = useLanguage();
  const state = noteStatus(note);
  const { draft, problem } = note;
  const values = {
    time: draft.savedAt === undefined ? "" : clockWithSeconds(draft.savedAt, language),
    why: problem ? problemWords(problem) : "",
  };
  const trouble = state === "kept" || state === "waiting" || state === "refused";
  return (
    <p
      className={trouble ? styles.statusTrouble : styles.status}
      role={trouble ? "status" : undefined}
      data-testid="note-status"
      data-status={state}
    >
      {t(`note.status.${state}`, values)}
    </p>
  );
}

type Status = "empty" | "editing" | "saving" | "saved" | "kept" | "waiting" | "refused" | "sent";

export function noteStatus({ draft, problem, busy }: OpenNote): Status {
  if (draft.sent) return "sent";
  if (problem) {
    if (!passing(problem)) return "refused";
    return draft.intent === "send" ? "waiting" : "kept";
  }
  if (busy) return "saving";
  if (dirty(draft)) return "editing";
  return draft.savedAt === undefined ? "empty" : "saved";
}
