import { useQuery } from "@tanstack/react-query";

import type { Figures } from "../contract/types";
import { figures, figuresOf } from "./api";

export function useFigures(lineId: string | undefined) {
  return useQuery({ queryKey: ["figures", lineId ?? "all"], queryFn: () => figures(lineId) });
}

export function useFiguresOf(day: string, lineId: string | undefined) {
  return useQuery({
    queryKey: ["figures", lineId ?? "all", day],
    queryFn: () => figuresOf(day, lineId),
  });
}

/** A day has no hour: noon keeps it the same day in every zone near the customer's. */
export const noonOf = (day: string) => `${day}T12:00:00Z`;

/** One column of the chart: a day or a half hour, its parts stacked from below, as shares of the top. */
export interface Column {
  key: string;
  answered: number;
  /** Got a message, voicemail or a promise to be called back; or was not meant for anybody. */
  elsewhere: number;
  abandoned: number;
}

/** The top of the scale: 1, 2 or 5 times a power of ten, at least 4 so that one call is no tower. */
export function topOf(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  const factor = [1, 2, 5, 10].find((each) => each * power >= highest) ?? 10;
  return factor * power;
}

/** Columns whose heights are shares of the chart's, from the oldest on the left. */
export function columnsOf(rows: readonly { key: string; figures: Figures }[]): {
  top: number;
  columns: Column[];
} {
  const top = topOf(Math.max(0, ...rows.map(({ figures: { arrived } }) => arrived)));
  return {
    top,
    columns: rows.map(({ key, figures: { arrived, answered, abandoned } }) => ({
      key,
      answered: answered / top,
      elsewhere: Math.max(0, arrived - answered - abandoned) / top,
      abandoned: abandoned / top,
    })),
  };
}
