import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { CardView } from "../call/CardView";
import { OfferPanel } from "../call/OfferPanel";
import type { Me, Problem, SentNote as SentNoteState, Task } from "../contract";
import { useProblemWords } from "../look/words";
import { NoteForm } from "../note/NoteForm";
import { SentNote } from "../note/SentNote";
import type { OpenNote } from "../note/keeper";
import { useJustSent, useLastSent, useUnsaved } from "../note/useNote";
import { NoticeList } from "../notice/NoticeList";
import { useSentNotes } from "../sent/state";
import { TaskList } from "../task/TaskList";
import { ParkedList } from "../team/ParkedList";
import { ColleagueList, WaitingList } from "../team/TeamLists";
import { TelephonePanel } from "../telephone/TelephonePanel";
import { TroubleBar } from "../telephone/TroubleBar";
import type { DeskActions, Overlay } from "./actions";
import { ActionsContext } from "./actions";
import { availableActions } from "./available";
import styles from "./desk.module.css";
import { Header } from "./Header";
import { IdleDesk } from "./IdleDesk";
import { Overlays } from "./Overlays";
import { useDesk } from "./store";
import { isField, useKeys } from "./useKeys";
import { focusOn, useRun } from "./useRun";
import { useSubject } from "./useSubject";
import type { Workplace } from "./workplace";

interface DeskPageProps {
  me: Me;
  workplace: Workplace;
  onSignOut: () => void;
}

/** The one screen of the secretary: left what waits, in the middle the call, right the note. */
export function DeskPage({ me, workplace, onSignOut }: DeskPageProps) {
  const { t } = useTranslation();
  const desk = useDesk((whole) => whole);
  const [overlay, show] = useState<Overlay>();
  const [openedTask, openTask] = useState<Task>();
  // a call always comes before a task
  const task = desk.call ? undefined : openedTask;
  const { card, note, loading } = useSubject(workplace, desk, task);
  const noteId = note && !note.draft.sent ? note.draft.noteId : undefined;
  const leaveTask = useCallback(() => openTask(undefined), []);
  const { run, consult, transfer, pickUp, attempt, problem } = useRun({
    workplace,
    card,
    noteId,
    show,
    leaveTask,
  });

  const sent = useSentNotes(useLastSent(workplace.notes), desk.clockAhead);

  const noteOpen = noteId !== undefined;
  const hasCard = card !== undefined;
  const supervisor = me.role === "supervisor";
  const available = useMemo(
    () => availableActions(desk, { card: hasCard, noteOpen, supervisor }),
    [desk, hasCard, noteOpen, supervisor],
  );
  useKeys(available, run);
  useCursorInNote(desk.call?.phase === "talking" ? desk.call.callId : undefined, noteOpen);

  const actions = useMemo<DeskActions>(
    () => ({
      workplace,
      available,
      run,
      consult,
      transfer,
      pickUp,
      attempt,
      show,
      openTask,
      task,
    }),
    [workplace, available, run, consult, transfer, pickUp, attempt, task],
  );
  return (
    <ActionsContext value={actions}>
      <a className="skip" href="#middle">
        {t("app.skip")}
      </a>
      <div className={styles.page}>
        <Header me={me} />
        <Bars problem={problem} />
        <aside className={styles.left} aria-label={t("team.waiting")}>
          <OfferPanel />
          <WaitingList />
          <ParkedList />
          {card && <TaskList detailed={false} />}
          <ColleagueList me={me} />
        </aside>
        <main className={styles.middle} id="middle" tabIndex={-1}>
          {task && (
            <button type="button" className="link-button" onClick={leaveTask}>
              ← {t("task.back")}
            </button>
          )}
          {card && <CardView card={card} call={desk.call} />}
          {!card &&
            (loading ? (
              <p className="dim">{t("card.loading")}</p>
            ) : (
              <IdleDesk me={me} sent={sent} />
            ))}
        </main>
        <NoteColumn note={note} workplace={workplace} sent={sent.data} />
      </div>
      <Overlays overlay={overlay} card={card} onSignOut={onSignOut} />
    </ActionsContext>
  );
}

/** What is wrong and what the server has to say, across the top. */
function Bars({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  return (
    <section className={styles.bars} aria-label={t("notice.title")}>
      <TroubleBar />
      <NoticeList />
      {problem && (
        <p className={styles.problem} role="alert" data-testid="problem" data-type={problem.type}>
          {problemWords(problem)}
        </p>
      )}
    </section>
  );
}

interface NoteColumnProps {
  note: OpenNote | undefined;
  workplace: Workplace;
  sent: readonly SentNoteState[] | undefined;
}

function NoteColumn({ note, workplace, sent }: NoteColumnProps) {
  const { t } = useTranslation();
  const connection = useDesk((desk) => desk.connection);
  // in wrap-up, too: who signed in again then must see whether the telephone is connected
  const onCall = useDesk((desk) => desk.call !== undefined && desk.call.phase !== "wrapping");
  const unsaved = useUnsaved(workplace.notes);
  const justSent = useJustSent(workplace.notes);
  const told = (of: OpenNote) => sent?.find(({ noteId }) => noteId === of.draft.noteId);
  return (
    <aside className={styles.right} aria-label={t("note.title")}>
      {note?.draft.sent && <SentNote note={note} told={told(note)} />}
      {note && !note.draft.sent && (
        // an addition comes under the cursor of who is typing it
        <NoteForm key={note.draft.addsTo ?? note.draft.noteId} note={note} />
      )}
      {!note && justSent && <SentNote note={justSent} told={told(justSent)} />}
      {!note && !justSent && <p className="dim">{t("note.none")}</p>}
      {!onCall && <TelephonePanel />}
      {unsaved > 0 && connection === "lost" && (
        <p className={styles.unsaved}>{t("note.unsent", { count: unsaved })}</p>
      )}
    </aside>
  );
}

/**
 * Taking a call puts the cursor into the note, once, unless it is in a field already: who left the
 * note and takes the caller back from hold goes on with single letters.
 */
function useCursorInNote(talkingIn: string | undefined, noteOpen: boolean): void {
  const placedIn = useRef<string>(undefined);
  useEffect(() => {
    if (talkingIn === undefined || !noteOpen || placedIn.current === talkingIn) return;
    placedIn.current = talkingIn;
    if (!isField(document.activeElement)) focusOn("#note-request");
  }, [talkingIn, noteOpen]);
}
