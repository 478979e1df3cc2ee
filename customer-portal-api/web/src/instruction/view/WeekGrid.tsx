import { type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { clock, covers, DAY_MINUTES, paint, type Stretch, type Week, WEEKDAYS } from "../weekly";
import { weekdayName } from "../wording";

/** A finger paints in half hours; finer hours are typed below. */
const CELL = 30;
const MARKS = [0, 6, 12, 18, 24];

interface Props {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

interface Stroke {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly on: boolean;
}

function stretchOf(stroke: Stroke): Stretch {
  const from = Math.min(stroke.start, stroke.end);
  return { from, to: Math.max(stroke.start, stroke.end) + CELL };
}

/**
 * The week as seven bars of 24 hours, painted by dragging along a bar; starting on painted hours wipes
 * them. For eyes and pointers only: the rows of hours below it say and do the same by keyboard.
 */
export function WeekGrid({ week, onChange }: Props) {
  const { i18n } = useTranslation();
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const shown = stroke === null ? week : paint(week, stroke.day, stretchOf(stroke), stroke.on);
  return (
    <div className="week" aria-hidden data-testid="week-grid">
      <div className="week-hours">
        {MARKS.map((hour) => (
          <span key={hour} data-hour={hour}>
            {hour}
          </span>
        ))}
      </div>
      {WEEKDAYS.map((name, day) => (
        <DayBar
          key={name}
          label={weekdayName(name, i18n.language, "short")}
          stretches={shown[day] ?? []}
          hint={stroke?.day === day ? stretchOf(stroke) : null}
          onStart={(at) => setStroke({ day, start: at, end: at, on: !covers(week, day, at) })}
          onMove={(at) => setStroke((now) => (now?.day === day ? { ...now, end: at } : now))}
          onEnd={() => {
            if (stroke !== null) onChange(paint(week, stroke.day, stretchOf(stroke), stroke.on));
            setStroke(null);
          }}
          onCancel={() => setStroke(null)}
        />
      ))}
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly stretches: readonly Stretch[];
  readonly hint: Stretch | null;
  readonly onStart: (minute: number) => void;
  readonly onMove: (minute: number) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

function percent(minute: number): string {
  return `${(minute / DAY_MINUTES) * 100}%`;
}

function DayBar({ label, stretches, hint, onStart, onMove, onEnd, onCancel }: BarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const minuteAt = (event: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    const share = Math.min(0.9999, Math.max(0, (event.clientX - box.left) / box.width));
    return Math.floor((share * DAY_MINUTES) / CELL) * CELL;
  };
  return (
    <div className="week-day">
      <span className="week-name">{label}</span>
      <div
        ref={bar}
        className="week-bar"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onStart(minuteAt(event));
        }}
        onPointerMove={(event) => onMove(minuteAt(event))}
        onPointerUp={onEnd}
        onPointerCancel={onCancel}
      >
        {stretches.map(({ from, to }) => (
          <span
            key={from}
            className="week-stretch"
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
      </div>
      <span className="week-hint">
        {hint === null
          ? ""
          : `${clock(hint.from)}–${hint.to === DAY_MINUTES ? "24:00" : clock(hint.to)}`}
      </span>
    </div>
  );
}
