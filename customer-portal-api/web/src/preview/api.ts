import { portal, take } from "../contract/client";
import type { InstructionContent, Preview, Replay } from "../contract/types";

export interface Asked {
  readonly lineId: string;
  /** Null for a withheld number. */
  readonly number: string | null;
  readonly at: string;
}

export function previewCall(asked: Asked): Promise<Preview> {
  return take(portal.POST("/previews", { body: asked }));
}

/** The line's calls of the last seven days under a draft that is not saved. */
export function replayLastWeek(
  instructionId: string | null,
  draft: InstructionContent,
): Promise<Replay> {
  return take(portal.POST("/replays", { body: { instructionId, ...draft } }));
}
