import { Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { ForwardingNumber, LadderStep } from "../../contract/types";
import { written } from "../../shell/telephone";

/** Numbers that may ring beside the step's own: the contract's limit. */
const MOST_BESIDE = 3;

type Then = LadderStep["onBusy"];

interface Props {
  readonly step: LadderStep;
  /** The step's place in the ladder, from 1. */
  readonly place: number;
  readonly next: readonly { readonly value: Then; readonly label: string }[];
  readonly numbers: readonly ForwardingNumber[];
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (step: LadderStep) => void;
}

/** The finer choices of a step, folded away until they are used: what else rings, what else may end it. */
export function StepChoices({ step, place, next, numbers, errorOf, onChange }: Props) {
  const { t } = useTranslation();
  const beside = step.alsoRings ?? [];
  const refused = step.onRefused ?? step.onBusy;
  const unreachable = step.onUnreachable ?? step.onNoAnswer;
  const [open, setOpen] = useState(
    beside.length > 0 || refused !== step.onBusy || unreachable !== step.onNoAnswer,
  );
  const thenOf = (value: string) => next.find((each) => each.value === value)?.value ?? "NEXT";
  const others = numbers.filter(
    (each) =>
      each.id !== step.forwardingNumberId && (each.provenAt !== null || beside.includes(each.id)),
  );
  const toggle = (id: string, on: boolean) =>
    onChange({ ...step, alsoRings: on ? [...beside, id] : beside.filter((each) => each !== id) });
  const repeated = beside.map((_, index) => errorOf(`alsoRings[${index}]`)).find(Boolean);
  return (
    <details
      className="fold"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="step-choices"
    >
      <summary>{t("form.moreStep", { place })}</summary>
      <div className="fold-body stack-tight">
        <div className="pair">
          <NativeSelect
            label={t("form.onRefused")}
            value={refused}
            onChange={(event) =>
              onChange({ ...step, onRefused: thenOf(event.currentTarget.value) })
            }
            data={[...next]}
          />
          <NativeSelect
            label={t("form.onUnreachable")}
            value={unreachable}
            onChange={(event) =>
              onChange({ ...step, onUnreachable: thenOf(event.currentTarget.value) })
            }
            data={[...next]}
          />
        </div>
        {others.length > 0 && (
          <fieldset className="plain stack-tight">
            <legend>{t("form.alsoRings")}</legend>
            {others.map((each) => (
              <Checkbox
                key={each.id}
                label={`${each.label} · ${written(each.number)}`}
                checked={beside.includes(each.id)}
                disabled={!beside.includes(each.id) && beside.length >= MOST_BESIDE}
                onChange={(event) => toggle(each.id, event.currentTarget.checked)}
              />
            ))}
            <p className="quiet">{t("form.alsoRingsHelp", { count: MOST_BESIDE + 1 })}</p>
            {repeated !== undefined && (
              <p className="problem" role="alert">
                {repeated}
              </p>
            )}
          </fieldset>
        )}
      </div>
    </details>
  );
}
