import { ActionIcon, Button, NativeSelect, NumberInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { ForwardingNumber, LadderStep } from "../../contract/types";
import { written } from "../../shell/telephone";
import { useForwardingNumbers } from "../state";
import { AddNumber } from "./AddNumber";
import { ProveNumber } from "./ProveNumber";
import { StepChoices } from "./StepChoices";

const NEXT_STEPS = ["NEXT", "DESK", "VOICEMAIL"] as const;
const RING_SECONDS = 20;

/** As many numbers as the contract takes. */
const MOST = 8;

interface Props {
  readonly ladder: readonly LadderStep[];
  readonly onChange: (ladder: readonly LadderStep[]) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function swap(ladder: readonly LadderStep[], index: number, other: number): readonly LadderStep[] {
  const copy = [...ladder];
  const [a, b] = [copy[index], copy[other]];
  if (a === undefined || b === undefined) return ladder;
  copy[index] = b;
  copy[other] = a;
  return copy;
}

/** The numbers that are rung, in order, each with its next step (A4). */
export function LadderEditor({ ladder, onChange, errorOf }: Props) {
  const { t } = useTranslation();
  const { data: numbers = [] } = useForwardingNumbers();
  const [adding, setAdding] = useState(false);
  const proven = numbers.filter((each) => each.provenAt !== null);
  const first = proven.find((each) => !ladder.some((step) => step.forwardingNumberId === each.id));
  const error = errorOf("ladder");
  const addStep = (forwardingNumberId: string) =>
    onChange([
      ...ladder,
      { forwardingNumberId, ringSeconds: RING_SECONDS, onNoAnswer: "NEXT", onBusy: "NEXT" },
    ]);
  return (
    <fieldset className="plain stack-tight">
      <legend>{t("form.ladder")}</legend>
      <p className="quiet">{t("form.ladderHelp")}</p>
      {error !== undefined && (
        <p className="problem" role="alert">
          {ladder.length === 0 ? t("form.ladderMissing") : error}
        </p>
      )}
      <ol className="ladder" data-testid="ladder">
        {ladder.map((step, index) => (
          <Step
            key={index}
            step={step}
            index={index}
            last={index === ladder.length - 1}
            numbers={numbers}
            errorOf={errorOf}
            onChange={(changed) =>
              onChange(ladder.map((each, position) => (position === index ? changed : each)))
            }
            onMove={(by) => onChange(swap(ladder, index, index + by))}
            onRemove={() => onChange(ladder.filter((_, position) => position !== index))}
          />
        ))}
      </ol>
      <div className="actions">
        {ladder.length < MOST && first !== undefined && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => addStep(first.id)}
            data-testid="add-step"
          >
            {t("form.addStep")}
          </Button>
        )}
        {!adding && (
          <Button variant="default" onClick={() => setAdding(true)} data-testid="add-number">
            {t("form.newNumber")}
          </Button>
        )}
      </div>
      {adding && <AddNumber onClose={() => setAdding(false)} />}
      {numbers
        .filter((each) => each.provenAt === null)
        .map((each) => (
          <ProveNumber key={each.id} number={each} />
        ))}
    </fieldset>
  );
}

interface StepProps {
  readonly step: LadderStep;
  readonly index: number;
  readonly last: boolean;
  readonly numbers: readonly ForwardingNumber[];
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (step: LadderStep) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function Step({ step, index, last, numbers, errorOf, onChange, onMove, onRemove }: StepProps) {
  const { t } = useTranslation();
  const path = `ladder[${index}]`;
  const place = { place: index + 1 };
  const next = NEXT_STEPS.map((value) => ({
    value,
    label: value === "NEXT" && last ? t("form.then.LAST") : t(`form.then.${value}`),
  }));
  const nextOf = (value: string) => NEXT_STEPS.find((each) => each === value) ?? "NEXT";
  const rung = [step.forwardingNumberId, ...(step.alsoRings ?? [])];
  const silent = numbers.filter((each) => rung.includes(each.id) && each.provenAt === null);
  return (
    <li className="card ladder-step">
      <div className="ladder-head">
        <span className="ladder-place" aria-hidden>
          {index + 1}
        </span>
        <NativeSelect
          className="grow"
          aria-label={t("form.stepNumber", place)}
          value={step.forwardingNumberId}
          error={errorOf(`${path}.forwardingNumberId`)}
          onChange={(event) => onChange({ ...step, forwardingNumberId: event.currentTarget.value })}
          data={numbers.map((each) => ({
            value: each.id,
            label:
              each.provenAt === null
                ? t("form.unproven", { label: each.label, number: written(each.number) })
                : `${each.label} · ${written(each.number)}`,
            disabled: each.provenAt === null,
          }))}
        />
        <ActionIcon
          variant="subtle"
          size="lg"
          disabled={index === 0}
          aria-label={t("form.up", place)}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          disabled={last}
          aria-label={t("form.down", place)}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("form.removeStep", place)}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className="triple">
        <NumberInput
          label={t("form.ring")}
          value={step.ringSeconds}
          min={5}
          max={60}
          step={5}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          suffix=" s"
          error={errorOf(`${path}.ringSeconds`)}
          onChange={(value) => onChange({ ...step, ringSeconds: Number(value) })}
        />
        <NativeSelect
          label={t("form.onNoAnswer")}
          value={step.onNoAnswer}
          onChange={(event) => onChange({ ...step, onNoAnswer: nextOf(event.currentTarget.value) })}
          data={next}
        />
        <NativeSelect
          label={t("form.onBusy")}
          value={step.onBusy}
          onChange={(event) => onChange({ ...step, onBusy: nextOf(event.currentTarget.value) })}
          data={next}
        />
      </div>
      {silent.map((each) => (
        <p key={each.id} className="problem" data-testid="left-out">
          {t("form.leftOut", { label: each.label, number: written(each.number) })}
        </p>
      ))}
      <StepChoices
        step={step}
        place={index + 1}
        next={next}
        numbers={numbers}
        errorOf={(field) => errorOf(`${path}.${field}`)}
        onChange={onChange}
      />
    </li>
  );
}
