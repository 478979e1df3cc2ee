import type { CallCommand, CallState, Card } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome, valueOf } from "../contract/client";

export function commandCall(callId: string, body: CallCommand): Promise<Outcome<CallState>> {
  return outcome(
    http.POST("/calls/{callId}/commands", {
      params: { path: { callId }, header: fromConsole },
      body,
    }),
  );
}

export function cardOf(callId: string): Promise<Card> {
  return valueOf(http.GET("/calls/{callId}/card", { params: { path: { callId } } }));
}
