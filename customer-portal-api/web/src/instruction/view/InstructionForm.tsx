import { NativeSelect } from "@mantine/core";
import { type SubmitEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { useLocation } from "wouter";

import { fieldErrors } from "../../contract/problem";
import type { Instruction, Line } from "../../contract/types";
import { TryOut } from "../../preview/view/TryOut";
import { useNow } from "../../shell/clock";
import { useFieldMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { brokenRules, contentOf, type Draft, draftOf, newDraft, windowOf } from "../draft";
import { useSaveInstruction } from "../state";
import { FormFoot } from "./FormFoot";
import { HandlingFields } from "./HandlingFields";
import { Standing } from "./Standing";
import { WindowFields } from "./WindowFields";

interface Props {
  readonly lines: readonly Line[];
  /** The line the form starts with. */
  readonly line: Line;
  /** The instruction being changed; null for a new one. */
  readonly instruction: Instruction | null;
  readonly all: readonly Instruction[];
}

/** The form; what it sends governs every call a second later. */
export function InstructionForm({ lines, line: firstLine, instruction, all }: Props) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const notice = useNotice();
  const form = useRef<HTMLFormElement>(null);
  const held = useDraft(firstLine, instruction);
  const { draft, change, tried, broken, save } = held;
  const line = lines.find((each) => each.id === draft.lineId) ?? firstLine;
  const window = useMemo(() => windowOf(draft, line.timeZone), [draft, line.timeZone]);
  const done = (said: string) => {
    notice.tell(said);
    go("/instructions");
  };
  /** What would be sent; null, and what is missing is shown, while it may not be. */
  const content = () => {
    held.setTried(true);
    if (broken.length === 0 && window !== null) return contentOf(draft, window);
    requestAnimationFrame(() => showFirstProblem(form.current));
    return null;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const complete = content();
    if (complete === null) return;
    save.mutate(
      { id: held.id, version: instruction?.version ?? null, content: complete },
      { onSuccess: () => done(t("form.saved")) },
    );
  };
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
      <WindowFields
        draft={draft}
        holidays={line.choices.holidays}
        onChange={change}
        errorOf={held.errorOf}
      />
      {window !== null && (
        <Standing
          window={window}
          createdAt={instruction === null ? held.now : Date.parse(instruction.createdAt)}
          others={all.filter((each) => each.id !== held.id && each.lineId === line.id)}
          timeZone={line.timeZone}
        />
      )}
      <HandlingFields
        draft={draft}
        choices={line.choices}
        onChange={change}
        errorOf={held.errorOf}
      />
      <TryOut instructionId={instruction?.id ?? null} content={content} draft={draft} />
      <FormFoot
        instruction={instruction}
        missing={tried ? broken.length : 0}
        error={save.error}
        saving={save.isPending}
        onDeleted={() => done(t("form.deleted"))}
      />
    </form>
  );
}

/** The draft with what is wrong in it: told field by field once saving was tried. */
function useDraft(line: Line, instruction: Instruction | null) {
  const now = useNow();
  const fieldMessage = useFieldMessage();
  const [id] = useState(() => instruction?.id ?? uuidv7());
  const [draft, setDraft] = useState<Draft>(() =>
    instruction === null ? newDraft(line, now) : draftOf(instruction, line, now),
  );
  const [tried, setTried] = useState(false);
  const save = useSaveInstruction();
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
  return { id, now, draft, change, tried, setTried, broken, save, errorOf };
}

function showFirstProblem(form: HTMLFormElement | null): void {
  form
    ?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")
    ?.scrollIntoView({ block: "center" });
}
