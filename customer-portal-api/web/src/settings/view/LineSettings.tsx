import { NativeSelect } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Line, LineChoices } from "../../contract/types";
import { BLOCKED, HOLIDAYS, OUT_OF_HOURS, WHEN_BUSY, WITHHELD } from "../../instruction/choices";
import { useChooseForLine, useLines } from "../../instruction/state";
import { ActionButton } from "../../offline/view/ActionButton";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";

/** What is chosen once for a whole line, whichever instruction is valid. */
export function LineSettings() {
  const { t } = useTranslation();
  const { data: lines, error, refetch } = useLines();
  return (
    <Page title={t("line.title")} back="/settings" testId="line-settings">
      {lines === undefined ? (
        error === null ? (
          <Waiting rows={4} />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )
      ) : lines.length === 0 ? (
        <Empty title={t("instructions.noLine")} />
      ) : (
        lines.map((line) => <Choices key={line.id} line={line} />)
      )}
    </Page>
  );
}

function Choices({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useProblemMessage();
  const save = useChooseForLine();
  const [chosen, setChosen] = useState<LineChoices>(line.choices);
  const name = `${line.label} · ${written(line.number)}`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(
      { lineId: line.id, choices: chosen },
      {
        onSuccess: () => notice.tell(t("line.saved")),
        onError: (error) => notice.warn(message(error)),
      },
    );
  };
  const field = <Name extends keyof LineChoices>(
    which: Name,
    values: readonly LineChoices[Name][],
    word: (value: LineChoices[Name]) => string,
  ) => (
    <NativeSelect
      label={t(`line.${which}`)}
      description={t(`line.help.${which}`)}
      value={chosen[which]}
      onChange={(event) => {
        const value = values.find((each) => each === event.currentTarget.value);
        if (value !== undefined) setChosen({ ...chosen, [which]: value });
      }}
      data={values.map((value) => ({ value, label: word(value) }))}
      data-testid={`line-${which}`}
    />
  );
  return (
    <form className="stack" onSubmit={submit} aria-label={name}>
      <h2 className="small-title">{name}</h2>
      {field("outOfHours", OUT_OF_HOURS, (value) => t(`line.closed.${value}`))}
      {field("withheldCallers", WITHHELD, (value) => t(`line.withheld.${value}`))}
      {field("blockedCallers", BLOCKED, (value) => t(`line.blocked.${value}`))}
      {field("holidays", HOLIDAYS, (value) => t(`line.days.${value}`))}
      {field("whenBusy", WHEN_BUSY, (value) => t(`line.busy.${value}`))}
      {chosen.whenBusy !== "AS_INSTRUCTED" && (
        <p className="hint">
          <span>
            {t("line.needsCalendar")} <Link href="/settings/google">{t("line.toGoogle")}</Link>
          </span>
        </p>
      )}
      <div className="actions actions-end">
        <ActionButton type="submit" loading={save.isPending} data-testid="save-line">
          {t("common.save")}
        </ActionButton>
      </div>
    </form>
  );
}
