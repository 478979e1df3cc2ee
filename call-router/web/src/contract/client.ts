import createClient from "openapi-fetch";

import type { Problem } from ".";
import type { paths } from "./console";

/** What the server answered: a value, or the problem it names. Being out of reach is a problem too. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const http = createClient<paths>({
  baseUrl: "/api/v1",
  credentials: "same-origin",
  fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(10_000) }),
});

/** Every unsafe request carries it; a foreign site cannot. */
export const fromConsole = { "X-Permanence": "console" } as const;

interface HttpAnswer<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** Waits for an answer of {@link http} and turns every ending into an outcome. */
export async function outcome<T>(answer: Promise<HttpAnswer<T>>): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await answer;
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, problem: problemOf(error, response.status) };
  } catch {
    return { ok: false, problem: { type: "server-unreachable", status: 503 } };
  }
}

/** For queries, whose library expects a failure to be thrown. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.type);
    this.problem = problem;
  }
}

export async function valueOf<T>(answer: Promise<HttpAnswer<T>>): Promise<T> {
  const result = await outcome(answer);
  if (!result.ok) throw new Refused(result.problem);
  return result.value;
}

/** A problem worth trying again later, unchanged. */
export function passing(problem: Problem): boolean {
  return problem.status >= 500 || problem.status === 429;
}

function problemOf(error: unknown, status: number): Problem {
  if (typeof error === "object" && error !== null && "type" in error) {
    const { type } = error;
    if (typeof type === "string") return { ...error, type, status };
  }
  return { type: status >= 500 ? "server-failed" : "request-refused", status };
}
