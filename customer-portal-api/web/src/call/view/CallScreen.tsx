import { IconStarFilled } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { CallInFull, Note } from "../../contract/types";
import { DeliveryList } from "../../note/view/DeliveryList";
import { FeedbackForm } from "../../note/view/FeedbackForm";
import { NoteActions } from "../../note/view/NoteActions";
import { NoteText } from "../../note/view/NoteText";
import { useFormats } from "../../shell/format";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Failed, Waiting } from "../../shell/view/States";
import { useCall } from "../state";
import { became, callerName, reasonQuestion, reasonSentences } from "../wording";

/** One call: who, what, call back; below it why, feedback, and how the note was sent. */
export function CallScreen({ callId }: { readonly callId: string }) {
  const { t } = useTranslation();
  const { data: call, error, refetch } = useCall(callId);
  if (call === undefined) {
    return (
      <Page title={t("call.title")} back="/calls" testId="call">
        {error === null ? (
          <Waiting rows={3} />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  return <CallBody call={call} />;
}

function CallBody({ call }: { readonly call: CallInFull }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { caller, note } = call;
  const notes = notesOf(call);
  const number = note?.callerNumber ?? caller.number;
  return (
    <Page
      title={callerName(caller, t)}
      back="/calls"
      testId="call"
      aside={
        caller.mark === "VIP" ? (
          <span className="tag tag-vip">
            <IconStarFilled size={14} aria-hidden /> {t("mark.VIP")}
          </span>
        ) : undefined
      }
    >
      <p className="quiet">
        <time dateTime={call.arrivedAt}>{formats.full(call.arrivedAt)}</time>
        {" · "}
        {became(call, t)}
        {call.durationSeconds > 0 && ` · ${formats.length(call.durationSeconds)}`}
      </p>
      <div className="callback">
        <span className="number" data-testid="caller-number">
          {number === null ? t("caller.withheldNumber") : written(number)}
        </span>
        {number !== null && (
          <a
            className="primary-link"
            href={`tel:${number}`}
            aria-label={t("call.backTo", { number: written(number) })}
            data-testid="call-back"
          >
            {t("call.back")}
          </a>
        )}
      </div>
      {notes.length === 0 && (
        <p className="card" data-testid="no-note">
          {call.outcome === "IN_PROGRESS" ? t("call.noteLater") : t("call.noNote")}
        </p>
      )}
      {notes.map((each) => (
        <Fragment key={each.id}>
          <NoteText note={each} />
          <NoteActions note={each} />
        </Fragment>
      ))}
      <Reason call={call} />
      {notes.map((each) => (
        <Afterwards key={each.id} note={each} />
      ))}
      <p className="quiet">
        {t("call.line", { line: call.line.label, number: written(call.line.number) })}
      </p>
    </Page>
  );
}

/** All notes of the call, newest first: reading one changes which the list shows, not its place here. */
function notesOf(call: CallInFull): Note[] {
  const all = call.note === null ? [] : [call.note, ...call.otherNotes];
  return all.sort((one, other) => other.takenAt.localeCompare(one.takenAt));
}

/** What the customer thinks of a note, when somebody took it, and how it was sent. */
function Afterwards({ note }: { readonly note: Note }) {
  return (
    <>
      {note.takenBy !== null && <FeedbackForm note={note} />}
      <DeliveryList noteId={note.id} />
    </>
  );
}

/** "Why was this call put through?", answered from the decision itself (A10). */
function Reason({ call }: { readonly call: CallInFull }) {
  const { t, i18n } = useTranslation();
  return (
    <details className="fold" data-testid="reason">
      <summary>{reasonQuestion(call, t)}</summary>
      <div className="fold-body">
        <p>{reasonSentences(call, i18n.language, t).join(" ")}</p>
        {call.reason.instructionVersion !== null && (
          <p className="quiet">
            {t("reason.version", { version: call.reason.instructionVersion })}
          </p>
        )}
      </div>
    </details>
  );
}
