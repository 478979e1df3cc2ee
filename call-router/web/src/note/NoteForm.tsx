import { Button, Checkbox, Radio, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { KeyHint, useActions } from "../desk/actions";
import { useRuleWords } from "../look/words";
import { phone } from "../words/phone";
import { questionsToAsk } from "./draft";
import type { OpenNote } from "./keeper";
import { NoteStatus } from "./NoteStatus";
import { QuestionField } from "./QuestionField";
import styles from "./note.module.css";

/** The note, open from the first second of the call. Saved by itself; sent by the secretary. */
export function NoteForm({ note }: { note: OpenNote }) {
  const { t } = useTranslation();
  const { workplace, run } = useActions();
  const rule = useRuleWords();
  const form = useRef<HTMLFormElement>(null);
  const { draft, errors } = note;
  const locked = draft.intent === "send";
  const adds = draft.addsTo !== undefined;
  const edit: (change: Parameters<typeof workplace.notes.edit>[1]) => void = (change) =>
    workplace.notes.edit(draft.noteId, change);
  const fault = (field: string) => rule(errors.find((error) => error.field === field));
  const asked = questionsToAsk(note.questions, draft.answers);

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={t("note.title")}
      data-testid="note"
      data-note-id={draft.noteId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run("send-note");
      }}
    >
      <div className={styles.head}>
        <h2 className="heading">{t(adds ? "note.addition" : "note.title")}</h2>
        <NoteStatus note={note} />
      </div>
      {adds && (
        <p className={styles.addition} role="status" data-testid="note-addition">
          {t("note.additionHint")}
        </p>
      )}
      <fieldset className={styles.fields} disabled={locked}>
        <TextInput
          label={t("note.callerName")}
          withAsterisk
          data-testid="note-caller-name"
          name="callerName"
          autoComplete="off"
          maxLength={200}
          value={draft.callerName}
          error={fault("callerName")}
          onChange={(event) => edit({ callerName: event.currentTarget.value })}
        />
        <TextInput
          label={t("note.callerNumber")}
          data-testid="note-caller-number"
          name="callerNumber"
          type="tel"
          autoComplete="off"
          maxLength={30}
          value={phone(draft.callerNumber)}
          error={fault("callerNumber")}
          onChange={(event) => edit({ callerNumber: event.currentTarget.value })}
        />
        <Checkbox
          label={t("note.readBack")}
          data-testid="note-read-back"
          checked={draft.numberReadBack}
          onChange={(event) => edit({ numberReadBack: event.currentTarget.checked })}
        />
        {asked.map((question) => (
          <QuestionField
            key={question.questionId}
            question={question}
            value={draft.answers[question.questionId] ?? ""}
            error={fault(`answers/${question.questionId}`)}
            onChange={(value) =>
              edit({ answers: { ...draft.answers, [question.questionId]: value } })
            }
          />
        ))}
        <Textarea
          id="note-request"
          data-testid="note-request"
          label={t("note.request")}
          description={t("note.requestHint")}
          withAsterisk
          rows={4}
          maxLength={4000}
          value={draft.request}
          error={fault("request")}
          onChange={(event) => edit({ request: event.currentTarget.value })}
        />
        <Radio.Group
          label={t("note.urgency")}
          value={draft.urgency}
          onChange={(value) => edit({ urgency: value === "urgent" ? "urgent" : "normal" })}
        >
          <div className={styles.choices}>
            <Radio value="normal" label={t("note.normal")} />
            <Radio value="urgent" label={t("note.urgent")} data-testid="note-urgent" />
          </div>
        </Radio.Group>
        <Checkbox
          label={t("note.callback")}
          data-testid="note-callback"
          checked={draft.callbackWanted}
          onChange={(event) => edit({ callbackWanted: event.currentTarget.checked })}
        />
      </fieldset>
      <Button type="submit" fullWidth size="md" data-testid="note-send" disabled={locked}>
        {t(locked ? "note.sending" : adds ? "note.sendAddition" : "note.send")}&nbsp;{" "}
        <KeyHint name="send-note" />
      </Button>
    </form>
  );
}
