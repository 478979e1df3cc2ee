import { SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { LineChoices, Window } from "../../contract/types";
import type { Draft } from "../draft";
import { ExceptionDays } from "./ExceptionDays";
import { HoursRows } from "./HoursRows";
import { WeekGrid } from "./WeekGrid";

const KINDS: readonly Window["kind"][] = ["WEEKLY", "ONE_OFF", "OPEN_ENDED"];

interface Props {
  readonly draft: Draft;
  /** Which public holidays the line keeps. */
  readonly holidays: LineChoices["holidays"];
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** When the instruction is valid. */
export function WindowFields({ draft, holidays, onChange, errorOf }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="plain stack-tight">
      <legend>{t("form.when")}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t("form.when")}
        value={draft.kind}
        onChange={(value) => onChange({ kind: KINDS.find((each) => each === value) ?? "WEEKLY" })}
        data={KINDS.map((kind) => ({ value: kind, label: t(`form.kind.${kind}`) }))}
        data-testid="window-kind"
      />
      {draft.kind === "WEEKLY" && (
        <>
          <p className="quiet">{t("form.paint")}</p>
          <WeekGrid week={draft.week} onChange={(week) => onChange({ week })} />
          <HoursRows
            week={draft.week}
            onChange={(week) => onChange({ week })}
            error={errorOf("window.hours") ?? errorOf("window")}
          />
          <ExceptionDays draft={draft} holidays={holidays} onChange={onChange} errorOf={errorOf} />
        </>
      )}
      {draft.kind === "ONE_OFF" && (
        <div className="pair">
          <TextInput
            type="datetime-local"
            label={t("form.from")}
            value={draft.oneOffFrom}
            onChange={(event) => onChange({ oneOffFrom: event.currentTarget.value })}
            error={errorOf("window.from")}
            data-testid="one-off-from"
          />
          <TextInput
            type="datetime-local"
            label={t("form.to")}
            value={draft.oneOffTo}
            onChange={(event) => onChange({ oneOffTo: event.currentTarget.value })}
            error={errorOf("window.to") ?? errorOf("window")}
            data-testid="one-off-to"
          />
        </div>
      )}
      {draft.kind === "OPEN_ENDED" && (
        <TextInput
          type="datetime-local"
          label={t("form.openFrom")}
          description={t("form.openFromHelp")}
          value={draft.openFrom}
          onChange={(event) => onChange({ openFrom: event.currentTarget.value })}
          error={errorOf("window.from") ?? errorOf("window")}
        />
      )}
    </fieldset>
  );
}
