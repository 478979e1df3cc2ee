import { NativeSelect, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { LineChoices, PutThrough } from "../../contract/types";
import { WITHHELD } from "../choices";
import type { Draft } from "../draft";
import { LadderEditor } from "./LadderEditor";

const CHOICES: readonly PutThrough[] = ["ALL", "VIP", "NONE"];
const MODES = ["ANNOUNCED", "DIRECT"] as const;

interface Props {
  readonly draft: Draft;
  /** What the line says where the instruction says nothing. */
  readonly choices: LineChoices;
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What is done with callers: who is put through, how, and what the others are told. */
export function HandlingFields({ draft, choices, onChange, errorOf }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="plain stack-tight">
        <legend>{t("form.who")}</legend>
        <SegmentedControl
          fullWidth
          aria-label={t("form.who")}
          value={draft.putThrough}
          onChange={(value) =>
            onChange({ putThrough: CHOICES.find((each) => each === value) ?? "VIP" })
          }
          data={CHOICES.map((choice) => ({ value: choice, label: t(`now.choice.${choice}`) }))}
          data-testid="put-through"
        />
      </fieldset>
      {draft.putThrough !== "NONE" && (
        <>
          <ModeField draft={draft} onChange={onChange} />
          <LadderEditor
            ladder={draft.ladder}
            onChange={(ladder) => onChange({ ladder })}
            errorOf={errorOf}
          />
        </>
      )}
      <Words draft={draft} onChange={onChange} errorOf={errorOf} />
      <WithheldField draft={draft} choices={choices} onChange={onChange} />
    </>
  );
}

/** Callers who hide their number: usually what the line says, so it is folded away. */
function WithheldField({ draft, choices, onChange }: Omit<Props, "errorOf">) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(draft.withheldCallers !== null);
  const usual = t(`line.withheld.${choices.withheldCallers}`);
  return (
    <details
      className="fold"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="withheld-of-instruction"
    >
      <summary>{t("line.withheldCallers")}</summary>
      <div className="fold-body">
        <NativeSelect
          label={t("form.withheld")}
          description={t("form.withheldHelp")}
          value={draft.withheldCallers ?? ""}
          onChange={(event) =>
            onChange({
              withheldCallers: WITHHELD.find((each) => each === event.currentTarget.value) ?? null,
            })
          }
          data={[
            { value: "", label: t("form.asTheLine", { usual }) },
            ...WITHHELD.map((value) => ({ value, label: t(`line.withheld.${value}`) })),
          ]}
        />
      </div>
    </details>
  );
}

function ModeField({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  const { t } = useTranslation();
  return (
    <fieldset className="plain stack-tight">
      <legend>{t("form.mode")}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t("form.mode")}
        value={draft.mode}
        onChange={(value) =>
          onChange({ mode: MODES.find((each) => each === value) ?? "ANNOUNCED" })
        }
        data={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
      />
      <p className="quiet">{t(`form.modeHelp.${draft.mode}`)}</p>
    </fieldset>
  );
}

function Words({ draft, onChange, errorOf }: Omit<Props, "choices">) {
  const { t } = useTranslation();
  const everyone = draft.putThrough === "ALL";
  return (
    <>
      <Textarea
        label={t("form.greeting")}
        description={t("form.greetingHelp")}
        value={draft.greeting}
        onChange={(event) => onChange({ greeting: event.currentTarget.value })}
        error={errorOf("greeting")}
        maxLength={500}
        rows={2}
        required
        data-testid="greeting"
      />
      <Textarea
        label={t("form.message")}
        description={everyone ? t("form.messageOptional") : t("form.messageHelp")}
        value={draft.message}
        onChange={(event) => onChange({ message: event.currentTarget.value })}
        error={errorOf("message")}
        maxLength={1000}
        rows={3}
        required={!everyone}
        data-testid="message"
      />
      <Textarea
        label={t("form.notes")}
        description={t("form.notesHelp")}
        value={draft.secretaryNotes}
        onChange={(event) => onChange({ secretaryNotes: event.currentTarget.value })}
        error={errorOf("secretaryNotes")}
        maxLength={2000}
        rows={3}
      />
    </>
  );
}
