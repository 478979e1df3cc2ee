import type { FieldError, Problem } from "./types";

/** The server's answer was no; `problem` says why, in codes. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.type);
    this.problem = problem;
    this.name = "ProblemError";
  }
}

/** No answer came: no network, or the server is away. */
export class UnreachableError extends Error {
  constructor(cause?: unknown) {
    super("unreachable", { cause });
    this.name = "UnreachableError";
  }
}

/** The rule a field broke, by the field's path; the first one counts. */
export function fieldErrors(error: unknown): ReadonlyMap<string, FieldError> {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return new Map([...errors].reverse().map((each) => [each.field, each]));
}

/** Whether the answer was the problem of this type. */
export function isProblem(error: unknown, type: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.type === type;
}

/** Whatever came with an error status, made a problem; a proxy's page has no type of ours. */
export function asProblem(body: unknown, status: number): Problem {
  if (typeof body === "object" && body !== null && "type" in body && "title" in body) {
    return body as Problem;
  }
  return { type: status >= 500 ? "unavailable" : "malformed-request", title: "", status };
}
