import { useTranslation } from "react-i18next";

import type { FigureRow, HalfHours } from "../contract";
import { useLanguage } from "../look/words";
import { clock, duration } from "../words/time";
import styles from "./halfhour.module.css";

/** The newest half hour first, the whole day on top. */
export function HalfHourTable({ day }: { day: HalfHours }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    // on a narrow screen the table moves sideways, not the page; by keyboard, too
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.wide} role="region" aria-label={t("halfHours.title")} tabIndex={0}>
      <table className={styles.table} data-testid="half-hour-table">
        <caption className="visually-hidden">{t("halfHours.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("halfHours.from")}</th>
            <th scope="col">{t("halfHours.arrived")}</th>
            <th scope="col">{t("wallboard.answered")}</th>
            <th scope="col">{t("halfHours.level", { seconds: day.withinSeconds })}</th>
            <th scope="col">{t("halfHours.speed")}</th>
            <th scope="col">{t("wallboard.abandonedShort")}</th>
            <th scope="col">{t("halfHours.rate")}</th>
            <th scope="col">{t("halfHours.withoutShort")}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={t("halfHours.wholeDay")} figures={day.day} whole />
          {day.halfHours.toReversed().map(({ from, figures }) => (
            <Row key={from} name={clock(from, language)} figures={figures} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  name: string;
  figures: FigureRow;
  whole?: boolean;
}

function Row({ name, figures, whole = false }: RowProps) {
  const { averageAnswerSeconds: speed } = figures;
  return (
    <tr className={whole ? styles.whole : undefined}>
      <th scope="row">{name}</th>
      <td>{figures.arrived}</td>
      <td>{figures.answered}</td>
      <td>{percent(figures.serviceLevelPercent)}</td>
      <td>{speed === undefined ? "–" : duration(speed)}</td>
      <td>{figures.abandoned}</td>
      <td>{percent(figures.abandonPercent)}</td>
      <td>{percent(figures.abandonPercentWithoutShort)}</td>
    </tr>
  );
}

function percent(value: number | undefined): string {
  return value === undefined ? "–" : `${value} %`;
}
