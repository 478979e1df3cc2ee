import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { LineChoices, OtherDay } from "../../contract/types";
import type { Draft } from "../draft";
import { nextHours } from "../hours";

/** As many dates and hours of a date as the contract takes. */
const MOST_DATES = 100;
const MOST_HOURS = 5;

interface Props {
  readonly draft: Draft;
  /** Which public holidays the line keeps. */
  readonly holidays: LineChoices["holidays"];
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Where weekly hours make exceptions: public holidays, and dates with hours of their own. */
export function ExceptionDays({ draft, holidays, onChange, errorOf }: Props) {
  const { t } = useTranslation();
  const { otherDays: days } = draft;
  const [open, setOpen] = useState(draft.closedOnHolidays || days.length > 0);
  const put = (index: number, day: OtherDay) =>
    onChange({ otherDays: days.map((each, at) => (at === index ? day : each)) });
  const without = (index: number) =>
    onChange({ otherDays: days.filter((_, each) => each !== index) });
  return (
    <details
      className="fold"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="exceptions"
    >
      <summary>{t("form.exceptions")}</summary>
      <div className="fold-body stack-tight">
        <Checkbox
          label={t("form.closedOnHolidays")}
          description={t(`form.holidaysKept.${holidays}`)}
          checked={draft.closedOnHolidays}
          onChange={(event) => onChange({ closedOnHolidays: event.currentTarget.checked })}
          data-testid="closed-on-holidays"
        />
        {days.map((day, index) => (
          <Day
            key={index}
            day={day}
            place={index + 1}
            error={errorOf(`window.otherDays[${index}].date`)}
            hoursError={errorOf(`window.otherDays[${index}].hours`)}
            onChange={(changed) => put(index, changed)}
            onRemove={() => without(index)}
          />
        ))}
        {days.length < MOST_DATES && (
          <div className="actions">
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => onChange({ otherDays: [...days, { date: "", hours: [] }] })}
              data-testid="add-day"
            >
              {t("form.addDay")}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

interface DayProps {
  readonly day: OtherDay;
  readonly place: number;
  readonly error: string | undefined;
  readonly hoursError: string | undefined;
  readonly onChange: (day: OtherDay) => void;
  readonly onRemove: () => void;
}

function Day({ day, place, error, hoursError, onChange, onRemove }: DayProps) {
  const { t } = useTranslation();
  const { hours } = day;
  const proposed = nextHours(hours);
  const put = (index: number, changed: Partial<OtherDay["hours"][number]>) =>
    onChange({
      ...day,
      hours: hours.map((each, at) => (at === index ? { ...each, ...changed } : each)),
    });
  return (
    <fieldset className="card stack-tight" data-testid="other-day">
      <legend>{t("form.otherDay", { place })}</legend>
      <div className="row-with-button">
        <TextInput
          className="grow"
          type="date"
          label={t("form.date")}
          value={day.date}
          onChange={(event) => onChange({ ...day, date: event.currentTarget.value })}
          error={error}
          required
        />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("form.removeDay", { place })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      {hours.length === 0 && <p className="quiet">{t("form.dayClosed")}</p>}
      {hours.map((each, index) => (
        <div key={index} className="row-with-button">
          <TextInput
            className="grow"
            type="time"
            label={t("form.from")}
            value={each.from}
            onChange={(event) => put(index, { from: event.currentTarget.value || each.from })}
          />
          <TextInput
            className="grow"
            type="time"
            label={t("form.to")}
            value={each.to}
            onChange={(event) => put(index, { to: event.currentTarget.value || each.to })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("form.removeHours", { hours: `${each.from}–${each.to}` })}
            onClick={() => onChange({ ...day, hours: hours.filter((_, at) => at !== index) })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {hoursError !== undefined && (
        <p className="problem" role="alert">
          {hoursError}
        </p>
      )}
      {hours.length < MOST_HOURS && proposed !== undefined && (
        <div className="actions">
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onChange({ ...day, hours: [...hours, proposed] })}
          >
            {t("form.addHours")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
