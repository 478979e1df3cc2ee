import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { useLanguage } from "../look/words";
import { clock } from "../words/time";
import type { Step } from "./chart";
import { chartOf } from "./chart";
import styles from "./wallboard.module.css";

interface StepChartProps {
  title: string;
  /** The whole chart in a sentence, for whoever does not see it. */
  described: string;
  /** What the line shows. */
  line: string;
  /** Said when there is nothing to draw. */
  nothing: string;
  /** A time below the chart every so often. */
  tickMinutes: number;
  steps: readonly Step[];
}

/** Arrivals and answered calls as bars, something else as a line. */
export function StepChart(props: StepChartProps) {
  const { title, described, line, nothing, tickMinutes, steps } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  // drawn in the pixels it has, so that the letters keep their shape
  const { ref, width, height } = useElementSize();
  const em = Math.max(12, height / 11);
  const box = {
    left: em * 2,
    top: em * 0.6,
    width: Math.max(0, width - em * 2),
    height: Math.max(0, height - em * 2.4),
  };
  const chart = chartOf(steps, box, tickMinutes);
  const empty = steps.every((step) => step.arrived + step.line === 0);
  return (
    <section className={styles.history} aria-labelledby="history-title">
      <div className={styles.historyHead}>
        <h2 className="heading" id="history-title">
          {title}
        </h2>
        <p className={styles.legend}>
          <span className={styles.arrivedKey}>{t("wallboard.arrivals")}</span>
          <span className={styles.answeredKey}>{t("wallboard.answeredCalls")}</span>
          <span className={styles.waitingKey}>{line}</span>
        </p>
      </div>
      {empty && <p className="dim">{nothing}</p>}
      <div className={styles.chart} ref={ref}>
        <svg width={width} height={height} fontSize={em} role="img" aria-label={described}>
          {chart.grid.map(({ y, value }) => (
            <g key={value}>
              <line className={styles.grid} x1={box.left} x2={width} y1={y} y2={y} />
              <text
                className={styles.scale}
                x={box.left - em * 0.5}
                y={y + em * 0.35}
                textAnchor="end"
              >
                {value}
              </text>
            </g>
          ))}
          {chart.bars.map((bar) => (
            <g key={bar.from}>
              <rect
                className={styles.arrived}
                x={bar.x + bar.width * 0.14}
                width={bar.width * 0.36}
                {...bar.arrived}
              />
              <rect
                className={styles.answered}
                x={bar.x + bar.width * 0.5}
                width={bar.width * 0.36}
                {...bar.answered}
              />
            </g>
          ))}
          <polyline className={styles.waiting} points={chart.line} />
          {chart.ticks.map(({ x, from }) => (
            <text key={from} className={styles.scale} x={x} y={height - em * 0.6}>
              {clock(from, language)}
            </text>
          ))}
        </svg>
      </div>
    </section>
  );
}
