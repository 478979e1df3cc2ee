import { NativeSelect } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "../../contract/problem";
import type { Line, LineChoices } from "../../contract/types";
import { CalendarHint } from "../../google/view/CalendarHint";
import {
  BLOCKED,
  HOLIDAYS,
  OUT_OF_HOURS,
  settled,
  WHEN_BUSY,
  WITHHELD,
} from "../../instruction/choices";
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
  const [base, setBase] = useState(line);
  const take = (there: Line) => {
    setBase(there);
    setChosen(there.choices);
  };
  if (settled(base, line, chosen)) take(line);
  const name = `${line.label} · ${written(line.number)}`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(
      { lineId: line.id, version: base.version, choices: chosen },
      {
        onSuccess: (saved) => {
          setBase(saved);
          notice.tell(t("line.saved"));
        },
        onError: (error) => {
          if (isProblem(error, "precondition-failed")) void save.read();
          else notice.warn(message(error));
        },
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
      {chosen.whenBusy !== "AS_INSTRUCTED" && <CalendarHint />}
      {line.version !== base.version && (
        <ChangedElsewhere
          there={line.choices}
          mine={chosen}
          onTake={() => take(line)}
          onKeep={() => setBase(line)}
        />
      )}
      <div className="actions actions-end">
        <ActionButton type="submit" loading={save.isPending} data-testid="save-line">
          {t("common.save")}
        </ActionButton>
      </div>
    </form>
  );
}

/** Somebody else chose in between: what is there now, where it differs, and which of the two shall stay. */
function ChangedElsewhere({
  there,
  mine,
  onTake,
  onKeep,
}: {
  readonly there: LineChoices;
  readonly mine: LineChoices;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}) {
  const { t } = useTranslation();
  const words = wordsOf(there, t).filter(([which]) => there[which] !== mine[which]);
  return (
    <div role="alert" className="problem stack-tight" data-testid="line-changed-elsewhere">
      <p>{t("line.changedElsewhere")}</p>
      <ul>
        {words.map(([which, word]) => (
          <li key={which}>{t("line.thereNow", { what: t(`line.${which}`), choice: word })}</li>
        ))}
      </ul>
      <div className="actions">
        <ActionButton variant="default" onClick={onTake} data-testid="take-theirs">
          {t("line.takeTheirs")}
        </ActionButton>
        <ActionButton variant="default" onClick={onKeep} data-testid="keep-mine">
          {t("line.keepMine")}
        </ActionButton>
      </div>
    </div>
  );
}

function wordsOf(
  choices: LineChoices,
  t: ReturnType<typeof useTranslation>["t"],
): readonly (readonly [keyof LineChoices, string])[] {
  return [
    ["outOfHours", t(`line.closed.${choices.outOfHours}`)],
    ["withheldCallers", t(`line.withheld.${choices.withheldCallers}`)],
    ["blockedCallers", t(`line.blocked.${choices.blockedCallers}`)],
    ["holidays", t(`line.days.${choices.holidays}`)],
    ["whenBusy", t(`line.busy.${choices.whenBusy}`)],
  ];
}
