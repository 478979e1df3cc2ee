import { NativeSelect, SegmentedControl, Textarea } from "@mantine/core";
import { type SubmitEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { uuidv7 } from "uuidv7";

import { fieldErrors, isProblem } from "../../contract/problem";
import type { Instruction, Line, PutThrough } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useNow } from "../../shell/clock";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Confirm } from "../../shell/view/Confirm";
import { brokenRules, contentOf, type Draft, draftOf, newDraft, windowOf } from "../draft";
import { useDeleteInstruction, useSaveInstruction } from "../state";
import { LadderEditor } from "./LadderEditor";
import { Standing } from "./Standing";
import { WindowFields } from "./WindowFields";

const CHOICES: readonly PutThrough[] = ["ALL", "VIP", "NONE"];
const MODES = ["ANNOUNCED", "DIRECT"] as const;

interface Props {
  readonly lines: readonly Line[];
  readonly line: Line;
  /** The instruction being changed; null for a new one. */
  readonly instruction: Instruction | null;
  readonly all: readonly Instruction[];
}

/** The form; what it sends governs every call a second later. */
export function InstructionForm({ lines, line: firstLine, instruction, all }: Props) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const now = useNow();
  const notice = useNotice();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [id] = useState(() => instruction?.id ?? uuidv7());
  const [draft, setDraft] = useState<Draft>(() =>
    instruction === null ? newDraft(firstLine, now) : draftOf(instruction, firstLine, now),
  );
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSaveInstruction();
  const remove = useDeleteInstruction();
  const line = lines.find((each) => each.id === draft.lineId) ?? firstLine;
  const window = useMemo(() => windowOf(draft, line.timeZone), [draft, line.timeZone]);
  const broken = brokenRules(draft, line.timeZone, now);
  const refused = fieldErrors(save.error);
  const errorOf = (field: string) =>
    fieldMessage(
      (tried ? broken.find((each) => each.field === field) : undefined) ?? refused.get(field),
    );
  const change = (changed: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changed }));
    if (save.error !== null) save.reset();
  };
  const done = (said: string) => {
    notice.tell(said);
    go("/instructions");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (broken.length > 0 || window === null) {
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")
          ?.scrollIntoView({ block: "center" }),
      );
      return;
    }
    save.mutate(
      { id, version: instruction?.version ?? null, content: contentOf(draft, window) },
      { onSuccess: () => done(t("form.saved")) },
    );
  };
  const others = all.filter((each) => each.id !== id && each.lineId === line.id);
  const problem = save.error ?? remove.error;
  return (
    <form ref={form} onSubmit={submit} className="stack" noValidate aria-label={t("form.title")}>
      {lines.length > 1 && (
        <NativeSelect
          label={t("history.line")}
          value={draft.lineId}
          disabled={instruction !== null}
          onChange={(event) => change({ lineId: event.currentTarget.value })}
          data={lines.map((each) => ({
            value: each.id,
            label: `${each.label} · ${written(each.number)}`,
          }))}
        />
      )}
      <WindowFields draft={draft} onChange={change} errorOf={errorOf} />
      {window !== null && (
        <Standing
          window={window}
          createdAt={instruction === null ? now : Date.parse(instruction.createdAt)}
          others={others}
          timeZone={line.timeZone}
        />
      )}
      <fieldset className="plain stack-tight">
        <legend>{t("form.who")}</legend>
        <SegmentedControl
          fullWidth
          aria-label={t("form.who")}
          value={draft.putThrough}
          onChange={(value) =>
            change({ putThrough: CHOICES.find((each) => each === value) ?? "VIP" })
          }
          data={CHOICES.map((choice) => ({ value: choice, label: t(`now.choice.${choice}`) }))}
          data-testid="put-through"
        />
      </fieldset>
      {draft.putThrough !== "NONE" && (
        <>
          <fieldset className="plain stack-tight">
            <legend>{t("form.mode")}</legend>
            <SegmentedControl
              fullWidth
              aria-label={t("form.mode")}
              value={draft.mode}
              onChange={(value) =>
                change({ mode: MODES.find((each) => each === value) ?? "ANNOUNCED" })
              }
              data={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
            />
            <p className="quiet">{t(`form.modeHelp.${draft.mode}`)}</p>
          </fieldset>
          <LadderEditor
            ladder={draft.ladder}
            onChange={(ladder) => change({ ladder })}
            errorOf={errorOf}
          />
        </>
      )}
      <Textarea
        label={t("form.greeting")}
        description={t("form.greetingHelp")}
        value={draft.greeting}
        onChange={(event) => change({ greeting: event.currentTarget.value })}
        error={errorOf("greeting")}
        maxLength={500}
        rows={2}
        required
        data-testid="greeting"
      />
      <Textarea
        label={t("form.message")}
        description={draft.putThrough === "ALL" ? t("form.messageOptional") : t("form.messageHelp")}
        value={draft.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
        error={errorOf("message")}
        maxLength={1000}
        rows={3}
        required={draft.putThrough !== "ALL"}
        data-testid="message"
      />
      <Textarea
        label={t("form.notes")}
        description={t("form.notesHelp")}
        value={draft.secretaryNotes}
        onChange={(event) => change({ secretaryNotes: event.currentTarget.value })}
        error={errorOf("secretaryNotes")}
        maxLength={2000}
        rows={3}
      />
      {tried && broken.length > 0 && (
        <p role="alert" className="problem" data-testid="form-problem">
          {t("form.incomplete", { count: broken.length })}
        </p>
      )}
      {problem !== null && (
        <p role="alert" className="problem" data-testid="form-problem">
          {isProblem(problem, "precondition-failed")
            ? t("form.changedElsewhere")
            : problemMessage(problem)}
        </p>
      )}
      <div className="actions actions-end">
        {instruction !== null && (
          <ActionButton
            color="red"
            variant="outline"
            onClick={() => setAsking(true)}
            data-testid="delete-instruction"
          >
            {t("form.delete")}
          </ActionButton>
        )}
        <ActionButton type="submit" loading={save.isPending} data-testid="save-instruction">
          {t("form.save")}
        </ActionButton>
      </div>
      {instruction !== null && (
        <Confirm
          open={asking}
          question={t("form.deleteQuestion")}
          explanation={t("form.deleteExplanation")}
          yes={t("form.delete")}
          onYes={() => remove.mutate(instruction, { onSuccess: () => done(t("form.deleted")) })}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
