import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Weekday, WeeklyHours } from "../../contract/types";
import { rowsOf, type Week, WEEKDAYS, weekOf } from "../weekly";
import { daysInWords, weekdayName } from "../wording";

interface Props {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
  readonly error: string | undefined;
}

const WORKDAYS = WEEKDAYS.slice(0, 5);
const FIRST: WeeklyHours = { days: [...WORKDAYS], from: "08:00", to: "18:00" };

/** The same hours as rows: days ticked, times typed. Everything by keyboard, to the minute. */
export function HoursRows({ week, onChange, error }: Props) {
  const { t, i18n } = useTranslation();
  const [adding, setAdding] = useState<WeeklyHours | null>(null);
  const rows = rowsOf(week);
  const without = (index: number) => onChange(weekOf(rows.filter((_, each) => each !== index)));
  return (
    <div className="stack-tight">
      {error !== undefined && (
        <p className="problem" role="alert">
          {rows.length === 0 ? t("form.hoursMissing") : error}
        </p>
      )}
      <ul className="hours" aria-label={t("form.hours")} data-testid="hours-rows">
        {rows.map((row, index) => (
          <li key={`${row.from}-${row.to}`}>
            <span>
              {daysInWords(row.days, i18n.language, t)} · {row.from}–
              {row.to === "00:00" ? "24:00" : row.to}
            </span>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t("form.removeHours", {
                hours: `${daysInWords(row.days, i18n.language, t)} ${row.from}–${row.to}`,
              })}
              onClick={() => without(index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {adding === null ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(FIRST)}
          data-testid="add-hours"
        >
          {t("form.addHours")}
        </Button>
      ) : (
        <NewRow
          row={adding}
          onChange={setAdding}
          onCancel={() => setAdding(null)}
          onAdd={() => {
            onChange(weekOf([...rows, adding]));
            setAdding(null);
          }}
        />
      )}
    </div>
  );
}

interface NewRowProps {
  readonly row: WeeklyHours;
  readonly onChange: (row: WeeklyHours) => void;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
}

function NewRow({ row, onChange, onAdd, onCancel }: NewRowProps) {
  const { t, i18n } = useTranslation();
  const toggle = (day: Weekday, on: boolean) =>
    onChange({ ...row, days: on ? [...row.days, day] : row.days.filter((each) => each !== day) });
  return (
    <fieldset className="card stack-tight">
      <legend>{t("form.newHours")}</legend>
      <div className="day-boxes">
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={weekdayName(day, i18n.language, "short")}
            aria-label={weekdayName(day, i18n.language, "long")}
            checked={row.days.includes(day)}
            onChange={(event) => toggle(day, event.currentTarget.checked)}
          />
        ))}
      </div>
      <div className="pair">
        <TextInput
          type="time"
          label={t("form.from")}
          value={row.from}
          onChange={(event) => onChange({ ...row, from: event.currentTarget.value })}
          data-testid="hours-from"
        />
        <TextInput
          type="time"
          label={t("form.to")}
          value={row.to}
          onChange={(event) => onChange({ ...row, to: event.currentTarget.value })}
          data-testid="hours-to"
        />
      </div>
      <p className="quiet">{t("form.midnight")}</p>
      <div className="actions">
        <Button
          onClick={onAdd}
          disabled={row.days.length === 0 || row.from === "" || row.to === ""}
          data-testid="hours-done"
        >
          {t("form.takeHours")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
