import type { TaskClosure } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome } from "../contract/client";

export function closeTask(taskId: string, body: TaskClosure): Promise<Outcome<unknown>> {
  return outcome(
    http.PUT("/tasks/{taskId}/closure", {
      params: { path: { taskId }, header: fromConsole },
      body,
    }),
  );
}
