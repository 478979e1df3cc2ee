import {
  dehydrate,
  type DehydratedState,
  hydrate,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";

import { connection, recallContact } from "./connection";
import { destroy, LIFETIME, seal, unseal } from "./vault";

/** Written at most this often while data changes, in milliseconds. */
const PAUSE = 1_500;

/** Grows when what is kept changes its shape; an older copy is thrown away. */
const SHAPE = 2;

interface Copy {
  readonly shape: number;
  readonly state: DehydratedState;
}

function isCopy(content: unknown): content is Copy {
  return (
    typeof content === "object" && content !== null && "shape" in content && "state" in content
  );
}

/** Fills the cache with what the last visit left, where that may still be read. */
export async function restore(queries: QueryClient, now: number): Promise<void> {
  const opened = await unseal(now).catch(() => null);
  if (opened === null || !isCopy(opened.content) || opened.content.shape !== SHAPE) {
    return;
  }
  hydrate(queries, opened.content.state);
  // shown at once, but read again wherever it is shown: the last visit may be long ago
  await queries.invalidateQueries({ refetchType: "none" });
  recallContact(opened.lastContactAt);
}

let pending: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();

/** Keeps the sealed copy up to date while somebody is signed in. */
export function keep(queries: QueryClient, signedIn: () => boolean): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    pending ??= setTimeout(() => {
      pending = undefined;
      if (signedIn()) {
        writing = writing.then(() => write(queries)).catch(() => undefined);
      }
    }, PAUSE);
  });
}

async function write(queries: QueryClient): Promise<void> {
  const { lastContactAt } = connection();
  if (lastContactAt === null) return;
  const state = dehydrate(queries, {
    // data that is there counts, also when reading it again has just failed
    shouldDehydrateQuery: (query) =>
      query.state.data !== undefined &&
      query.meta?.local !== false &&
      lastContactAt - query.state.dataUpdatedAt <= LIFETIME,
    shouldDehydrateMutation: () => false,
  });
  for (const { state: known } of state.queries) {
    known.status = "success";
    known.error = null;
  }
  await seal({ shape: SHAPE, state } satisfies Copy, lastContactAt);
}

/**
 * Forgets everything kept here but what `spared` names: at sign-out, or when somebody else signs in.
 */
export async function forget(queries: QueryClient, spared: QueryKey): Promise<void> {
  clearTimeout(pending);
  pending = undefined;
  await writing;
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== spared[0] });
  queries.getMutationCache().clear();
  await destroy();
}
