import { portal, take } from "../contract/client";
import type { FiguresByDay, FiguresOfDay } from "../contract/types";

export function figures(lineId: string | undefined): Promise<FiguresByDay> {
  return take(
    portal.GET("/figures", { params: { query: lineId === undefined ? {} : { lineId } } }),
  );
}

export function figuresOf(day: string, lineId: string | undefined): Promise<FiguresOfDay> {
  return take(
    portal.GET("/figures/{day}", {
      params: { path: { day }, query: lineId === undefined ? {} : { lineId } },
    }),
  );
}
