import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { fieldErrors } from "../../contract/problem";
import type { Instruction, Line } from "../../contract/types";
import { instantOf, wallClock } from "../../instruction/zone";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { typed, written } from "../../shell/telephone";
import { previewCall } from "../api";
import { ContactField } from "./ContactField";
import { PreviewAnswer } from "./PreviewAnswer";

const CALLERS = ["NUMBER", "CONTACT", "WITHHELD"] as const;

interface Props {
  readonly lines: readonly Line[];
  readonly first: Line;
  readonly instructions: readonly Instruction[];
}

/** Who calls, and when; the answer stands below, for what was asked last. */
export function PreviewForm({ lines, first, instructions }: Props) {
  const { t } = useTranslation();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [lineId, setLineId] = useState(first.id);
  const line = lines.find((each) => each.id === lineId) ?? first;
  const [by, setBy] = useState<(typeof CALLERS)[number]>("NUMBER");
  const [number, setNumber] = useState("");
  const [contact, setContact] = useState("");
  const [when, setWhen] = useState(() => wallClock(Date.now(), first.timeZone));
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: previewCall });
  const errors = fieldErrors(ask.error);
  const caller = by === "WITHHELD" ? null : by === "NUMBER" ? typed(number) : contact || null;
  const missing = by !== "WITHHELD" && caller === null;
  const at = instantOf(when, line.timeZone);
  const changed = () => {
    if (!ask.isIdle) ask.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || at === null) return;
    ask.mutate({ lineId: line.id, number: caller, at: new Date(at).toISOString() });
  };
  return (
    <>
      <p className="quiet">{t("preview.intro")}</p>
      <form
        className="stack"
        onSubmit={submit}
        onChange={changed}
        noValidate
        aria-label={t("preview.title")}
      >
        {lines.length > 1 && (
          <NativeSelect
            label={t("preview.line")}
            value={lineId}
            onChange={(event) => setLineId(event.currentTarget.value)}
            data={lines.map((each) => ({
              value: each.id,
              label: `${each.label} · ${written(each.number)}`,
            }))}
          />
        )}
        <fieldset className="plain stack-tight">
          <legend>{t("preview.who")}</legend>
          <SegmentedControl
            fullWidth
            aria-label={t("preview.who")}
            value={by}
            onChange={(value) => {
              setBy(CALLERS.find((each) => each === value) ?? "NUMBER");
              changed();
            }}
            data={CALLERS.map((value) => ({ value, label: t(`preview.by.${value}`) }))}
            data-testid="preview-by"
          />
          {by === "NUMBER" && (
            <TextInput
              type="tel"
              label={t("preview.number")}
              placeholder="06 39 98 01 01"
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
              maxLength={30}
              error={tried && missing ? t("rule.not-a-number") : fieldMessage(errors.get("number"))}
              data-testid="preview-number"
            />
          )}
          {by === "CONTACT" && (
            <ContactField
              number={contact}
              onChange={setContact}
              error={tried && missing ? t("rule.required") : fieldMessage(errors.get("number"))}
            />
          )}
        </fieldset>
        <TextInput
          type="datetime-local"
          label={t("preview.when")}
          value={when}
          onChange={(event) => setWhen(event.currentTarget.value)}
          error={tried && at === null ? t("rule.required") : fieldMessage(errors.get("at"))}
          required
          data-testid="preview-at"
        />
        {ask.error !== null && errors.size === 0 && (
          <p role="alert" className="problem">
            {problemMessage(ask.error)}
          </p>
        )}
        <div className="actions actions-end">
          <ActionButton type="submit" loading={ask.isPending} data-testid="preview-ask">
            {t("preview.ask")}
          </ActionButton>
        </div>
      </form>
      <div aria-live="polite">
        {ask.data !== undefined && (
          <PreviewAnswer preview={ask.data} line={line} instructions={instructions} />
        )}
      </div>
    </>
  );
}
