import type { TaskClosure, TaskTry } from "../contract";
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

export function takeTask(taskId: string, fromColleague: boolean): Promise<Outcome<unknown>> {
  return outcome(
    http.PUT("/tasks/{taskId}/owner", {
      params: { path: { taskId }, header: fromConsole },
      body: { fromColleague },
    }),
  );
}

export function releaseTask(taskId: string): Promise<Outcome<unknown>> {
  return outcome(
    http.DELETE("/tasks/{taskId}/owner", { params: { path: { taskId }, header: fromConsole } }),
  );
}

/** Nobody was reached; the same `tryId` is counted once. */
export function postponeTask(
  taskId: string,
  tryId: string,
  body: TaskTry,
): Promise<Outcome<unknown>> {
  return outcome(
    http.PUT("/tasks/{taskId}/tries/{tryId}", {
      params: { path: { taskId, tryId }, header: fromConsole },
      body,
    }),
  );
}
