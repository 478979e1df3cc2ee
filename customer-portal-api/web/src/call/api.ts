import { portal, take } from "../contract/client";
import type { CallInFull, CallPage, Outcome } from "../contract/types";

/** What the history is narrowed to; an absent field does not narrow. */
export interface CallFilter {
  readonly text?: string;
  readonly unread?: boolean;
  readonly withNote?: boolean;
  readonly binned?: boolean;
  readonly lineId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: Outcome;
}

export function calls(filter: CallFilter, cursor: string | null, limit: number): Promise<CallPage> {
  const query = { ...filter, limit, ...(cursor === null ? {} : { cursor }) };
  return take(portal.GET("/calls", { params: { query } }));
}

export function call(callId: string): Promise<CallInFull> {
  return take(portal.GET("/calls/{callId}", { params: { path: { callId } } }));
}
