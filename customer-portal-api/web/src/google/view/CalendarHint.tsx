import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import { calendarTrouble, useGoogleLink } from "../state";

/** Beside a choice that asks the calendar: that nobody has opened it, or that it cannot be read now (A8). */
export function CalendarHint() {
  const { t } = useTranslation();
  const { data: link } = useGoogleLink();
  const trouble = link === undefined ? null : calendarTrouble(link);
  if (trouble === null) return null;
  return (
    <p
      role="status"
      className={trouble === "LINKING" ? "hint" : "problem"}
      data-testid="calendar-hint"
      data-state={trouble}
    >
      <span>
        {t(`line.calendar.${trouble}`)} <Link href="/settings/google">{t("line.toGoogle")}</Link>
      </span>
    </p>
  );
}
