import { useTranslation } from "react-i18next";

import type { Figures } from "../../contract/types";
import { columnsOf } from "../state";

const HEIGHT = 100;

interface ChartProps {
  readonly label: string;
  readonly rows: readonly { key: string; figures: Figures }[];
  /** What stands below the chart at its left, middle and right. */
  readonly marks: readonly string[];
}

/** Calls as stacked columns, the oldest on the left; the table behind it says the same in numbers. */
export function Chart({ label, rows, marks }: ChartProps) {
  const { t } = useTranslation();
  const { top, columns } = columnsOf(rows);
  return (
    <figure className="chart">
      <figcaption className="chart-legend">
        <span className="chart-answered">{t("figure.answered")}</span>
        <span className="chart-elsewhere">{t("figure.elsewhere")}</span>
        <span className="chart-abandoned">{t("figure.abandoned")}</span>
      </figcaption>
      <div className="chart-field">
        <span className="chart-top" aria-hidden>
          {top}
        </span>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${Math.max(1, columns.length) * 10} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          <line className="chart-grid" x1="0" x2={columns.length * 10} y1="50" y2="50" />
          {columns.map(({ key, answered, elsewhere, abandoned }, index) => {
            const bar = (from: number, share: number, name: string) =>
              share > 0 && (
                <rect
                  className={`chart-${name}`}
                  x={index * 10 + 1.5}
                  width={7}
                  y={HEIGHT * (1 - from - share)}
                  height={HEIGHT * share}
                />
              );
            return (
              <g key={key}>
                {bar(0, answered, "answered")}
                {bar(answered, elsewhere, "elsewhere")}
                {bar(answered + elsewhere, abandoned, "abandoned")}
              </g>
            );
          })}
        </svg>
      </div>
      <p className="chart-marks" aria-hidden>
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
    </figure>
  );
}
