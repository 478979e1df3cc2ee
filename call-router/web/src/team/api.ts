import type { Problem, SupervisionMode } from "../contract";
import { fromConsole, http, outcome } from "../contract/client";

/** Takes part in the call of a secretary; the problem when the server refuses. */
export async function supervise(
  accountId: string,
  mode: SupervisionMode,
): Promise<Problem | undefined> {
  const result = await outcome(
    http.PUT("/secretaries/{accountId}/supervision", {
      params: { path: { accountId }, header: fromConsole },
      body: { mode },
    }),
  );
  return result.ok ? undefined : result.problem;
}

export async function endSupervision(): Promise<Problem | undefined> {
  const result = await outcome(http.DELETE("/supervision", { params: { header: fromConsole } }));
  return result.ok ? undefined : result.problem;
}
