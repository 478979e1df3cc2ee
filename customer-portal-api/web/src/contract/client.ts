import createClient, { type Middleware } from "openapi-fetch";

import { noteContact, noteSilence } from "../offline/connection";
import type { paths } from "./portal";
import { asProblem, ProblemError, UnreachableError } from "./problem";

const SAFE = new Set(["GET", "HEAD"]);

/** Behind a dead server a proxy still answers: these mean nobody was there. */
const NOBODY_THERE = new Set([502, 503, 504]);

const house: Middleware = {
  onRequest({ request }) {
    if (!SAFE.has(request.method)) {
      request.headers.set("X-Permanence", "app");
    }
    return request;
  },
  onResponse({ response }) {
    if (NOBODY_THERE.has(response.status)) {
      noteSilence();
    } else {
      noteContact(Date.now());
    }
  },
  onError({ error }) {
    noteSilence();
    return new UnreachableError(error);
  },
};

/** The portal's contract as functions; cookies are sent by the browser. */
export const portal = createClient<paths>({ baseUrl: "/api/v1", credentials: "same-origin" });
portal.use(house);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; a {@link ProblemError} otherwise. */
export async function take<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw new ProblemError(asProblem(error, response.status));
  }
  return data as T;
}

/** The header of an edit: the version last read. */
export function ifMatch(version: number): { "If-Match": string } {
  return { "If-Match": `"${version}"` };
}
