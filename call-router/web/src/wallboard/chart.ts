/** What is drawn of one stretch of time: two bars and a point of the line. */
export interface Step {
  from: string;
  arrived: number;
  answered: number;
  line: number;
}

/** Where the bars and the line of the chart stand; pure arithmetic on a box of the given size. */
export interface Chart {
  bars: { x: number; width: number; arrived: Bar; answered: Bar; from: string }[];
  /** Points of the line, for `polyline`. */
  line: string;
  /** Horizontal lines with their value. */
  grid: { y: number; value: number }[];
  /** Labels under the bars. */
  ticks: { x: number; from: string }[];
}

interface Bar {
  y: number;
  height: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The top of the scale: 1, 2 or 5 times a power of ten, at least 4 so that one call is no tower. */
export function niceTop(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  const factor = [1, 2, 5, 10].find((each) => each * power >= highest) ?? 10;
  return factor * power;
}

export function chartOf(history: readonly Step[], box: Box, tickMinutes: number): Chart {
  const highest = Math.max(0, ...history.flatMap((s) => [s.arrived, s.answered, s.line]));
  const top = niceTop(highest);
  const stepWidth = box.width / Math.max(1, history.length);
  const y = (value: number) => box.top + box.height * (1 - value / top);
  const bar = (value: number): Bar => ({ y: y(value), height: (box.height * value) / top });
  return {
    bars: history.map((step, index) => ({
      x: box.left + index * stepWidth,
      width: stepWidth,
      arrived: bar(step.arrived),
      answered: bar(step.answered),
      from: step.from,
    })),
    line: history
      .map((step, index) => `${box.left + (index + 0.5) * stepWidth},${y(step.line)}`)
      .join(" "),
    grid: [0, top / 2, top].map((value) => ({ value, y: y(value) })),
    ticks: history
      .map((step, index) => ({ x: box.left + index * stepWidth, from: step.from }))
      .filter(({ from }) => (Date.parse(from) / 60_000) % tickMinutes === 0),
  };
}
