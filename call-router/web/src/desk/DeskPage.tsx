import { useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { CardView } from "../call/CardView";
import { OfferPanel } from "../call/OfferPanel";
import { cardOf } from "../call/api";
import { cardInView, ladderRows } from "../call/state";
import type { Me, Problem, Task } from "../contract";
import type { ActionName } from "../keys/keymap";
import { useProblemWords } from "../look/words";
import { NoteForm } from "../note/NoteForm";
import { useNote, useUnsaved } from "../note/useNote";
import { NoticeList } from "../notice/NoticeList";
import { changeLanguage } from "../session/api";
import { ColleagueList, WaitingList } from "../team/TeamLists";
import { TaskList } from "../task/TaskList";
import { TelephonePanel } from "../telephone/TelephonePanel";
import { TroubleBar } from "../telephone/TroubleBar";
import { languageOf, speak } from "../words";
import type { DeskActions, Overlay } from "./actions";
import { ActionsContext } from "./actions";
import { availableActions } from "./available";
import { isField, useKeys } from "./useKeys";
import { Header } from "./Header";
import { IdleDesk } from "./IdleDesk";
import { Overlays } from "./Overlays";
import { useDesk } from "./store";
import styles from "./desk.module.css";
import type { Workplace } from "./workplace";

interface DeskPageProps {
  me: Me;
  workplace: Workplace;
  onSignOut: () => void;
}

/** The one screen of the secretary: left what waits, in the middle the call, right the note. */
export function DeskPage({ me, workplace, onSignOut }: DeskPageProps) {
  const { t, i18n } = useTranslation();
  const problemWords = useProblemWords();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const desk = useDesk((whole) => whole);
  const [overlay, setOverlay] = useState<Overlay>();
  const [openedTask, setOpenedTask] = useState<Task>();
  const [problem, setProblem] = useState<Problem>();

  // a call always comes before a task
  const task = desk.call ? undefined : openedTask;
  const wanted = desk.call ? (desk.card ? undefined : desk.call.callId) : task?.callId;
  const fetched = useQuery({
    queryKey: ["card", wanted],
    queryFn: () => cardOf(wanted ?? ""),
    enabled: wanted !== undefined,
    staleTime: 60_000,
  });
  const found = wanted === undefined ? undefined : fetched.data;
  const card = cardInView(desk) ?? found;
  const noteCard = desk.call ? (desk.card ?? found) : task && found;
  const note = useNote(workplace.notes, noteCard, task?.noteId);
  const unsaved = useUnsaved(workplace.notes);

  const attempt = useCallback((deed: Promise<Problem | undefined>) => {
    setProblem(undefined);
    void deed.then(setProblem);
  }, []);

  const noteId = note && !note.draft.sent ? note.draft.noteId : undefined;
  const noteOpen = noteId !== undefined;
  const available = useMemo(
    () =>
      availableActions(desk, {
        card: card !== undefined,
        noteOpen,
        supervisor: me.role === "supervisor",
      }),
    [desk, card, noteOpen, me.role],
  );

  const consult = useCallback(
    (forwardingNumberId: string) =>
      attempt(workplace.command({ command: "consult", forwardingNumberId })),
    [attempt, workplace],
  );

  const run = useCallback(
    (name: ActionName) => {
      switch (name) {
        case "accept":
          return attempt(workplace.accept());
        case "decline":
          return attempt(workplace.decline());
        case "hold":
        case "resume":
        case "complete":
        case "cancel":
        case "voicemail":
        case "hang-up":
          return attempt(workplace.command({ command: name }));
        case "consult": {
          const rows = card ? ladderRows(card, workplace.store.now().call) : [];
          const only = rows.length === 1 ? rows[0] : undefined;
          return only ? consult(only.number.forwardingNumberId) : setOverlay({ kind: "consult" });
        }
        case "mute":
          return workplace.toggleMute();
        case "ready":
          setOpenedTask(undefined);
          return attempt(workplace.ready());
        case "sign-off":
          return attempt(workplace.signOff());
        case "note":
          return focusOn("#note-request");
        case "send-note":
          return sendNote(workplace, noteId);
        case "tasks":
          return focusOn("#tasks-title");
        case "language": {
          const next = languageOf(i18n.language) === "fr" ? "en" : "fr";
          void changeLanguage(next);
          return void speak(next);
        }
        case "colours":
          return setColorScheme(isDark(colorScheme) ? "light" : "dark");
        case "wallboard":
          return window.location.assign("/wallboard");
        case "why":
        case "help":
        case "search":
        case "break":
        case "sign-out":
          return setOverlay({ kind: name });
      }
    },
    [attempt, card, colorScheme, consult, i18n.language, noteId, setColorScheme, workplace],
  );

  useKeys(available, run);
  useCursorInNote(desk.call?.phase === "talking", noteOpen);

  const actions = useMemo<DeskActions>(
    () => ({
      workplace,
      available,
      run,
      consult,
      attempt,
      show: setOverlay,
      openTask: setOpenedTask,
      task,
    }),
    [workplace, available, run, consult, attempt, task],
  );

  return (
    <ActionsContext value={actions}>
      <a className="skip" href="#middle">
        {t("app.skip")}
      </a>
      <div className={styles.page}>
        <Header me={me} />
        <section className={styles.bars} aria-label={t("notice.title")}>
          <TroubleBar />
          <NoticeList />
          {problem && (
            <p
              className={styles.problem}
              role="alert"
              data-testid="problem"
              data-type={problem.type}
            >
              {problemWords(problem)}
            </p>
          )}
        </section>
        <aside className={styles.left} aria-label={t("team.waiting")}>
          <OfferPanel />
          <WaitingList />
          {card && <TaskList detailed={false} />}
          <ColleagueList />
        </aside>
        <main className={styles.middle} id="middle" tabIndex={-1}>
          {task && (
            <button type="button" className="link-button" onClick={() => setOpenedTask(undefined)}>
              ← {t("task.back")}
            </button>
          )}
          {card ? (
            <CardView card={card} call={desk.call} />
          ) : (
            <Middle loading={wanted !== undefined} />
          )}
        </main>
        <aside className={styles.right} aria-label={t("note.title")}>
          {note ? (
            <NoteForm key={note.draft.noteId} note={note} />
          ) : (
            <>
              <TelephonePanel />
              <p className="dim">{t("note.none")}</p>
            </>
          )}
          {unsaved > 0 && desk.connection === "lost" && (
            <p className={styles.unsaved}>{t("note.unsent", { count: unsaved })}</p>
          )}
        </aside>
      </div>
      <Overlays overlay={overlay} card={card} onSignOut={onSignOut} />
    </ActionsContext>
  );
}

function Middle({ loading }: { loading: boolean }) {
  const { t } = useTranslation();
  return loading ? <p className="dim">{t("card.loading")}</p> : <IdleDesk />;
}

/** Taking a call puts the cursor into the note, unless it is in a field already. */
function useCursorInNote(talking: boolean, noteOpen: boolean): void {
  useEffect(() => {
    if (talking && noteOpen && !isField(document.activeElement)) focusOn("#note-request");
  }, [talking, noteOpen]);
}

function sendNote(workplace: Workplace, noteId: string | undefined): void {
  if (noteId === undefined || workplace.notes.send(noteId).length === 0) return;
  // the first thing that is missing
  requestAnimationFrame(() =>
    focusOn("[data-testid=note] :is([aria-invalid=true], [data-fault] input)"),
  );
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function isDark(scheme: "light" | "dark" | "auto"): boolean {
  return scheme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : scheme === "dark";
}
