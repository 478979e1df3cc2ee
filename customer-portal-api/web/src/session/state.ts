import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import { isProblem } from "../contract/problem";
import type { Session } from "../contract/types";
import { forget } from "../offline/copy";
import { currentSession, signOut } from "./api";

export const SESSION = ["session"] as const;

/** Set when somebody signed out without connection: the server is told at the next start. */
const OWED = "permanence-sign-out-owed";

export type Standing =
  | { readonly kind: "unknown" }
  | { readonly kind: "signedOut" }
  | { readonly kind: "signedIn"; readonly session: Session };

/** Who is signed in, from the server or, without connection, from the last visit. */
export function useStanding(): Standing {
  const { data, isPending } = useQuery({
    queryKey: SESSION,
    queryFn: readSession,
    staleTime: 60_000,
  });
  if (data) return { kind: "signedIn", session: data };
  if (isPending) return { kind: "unknown" };
  return { kind: "signedOut" };
}

/** Who is signed in according to the server; a sign-out that is still owed comes first. */
export async function readSession(): Promise<Session | null> {
  if (localStorage.getItem(OWED) !== null) {
    await settleSignOut();
    return null;
  }
  try {
    return await currentSession();
  } catch (error) {
    if (isProblem(error, "not-signed-in")) return null;
    throw error;
  }
}

async function settleSignOut(): Promise<void> {
  try {
    await signOut();
  } catch (error) {
    if (!isProblem(error, "not-signed-in")) throw error;
  }
  localStorage.removeItem(OWED);
}

/** The signed-in account; only for screens that are shown to somebody signed in. */
export function useSession(): Session {
  const standing = useStanding();
  if (standing.kind !== "signedIn") {
    throw new Error("a screen for signed-in people was shown to nobody");
  }
  return standing.session;
}

/** Puts the new session in place; another person's copy is forgotten first. */
export async function welcome(queries: QueryClient, session: Session): Promise<void> {
  const before = queries.getQueryData<Session | null>(SESSION);
  if (before?.accountId !== session.accountId) {
    await forget(queries, SESSION);
  }
  localStorage.removeItem(OWED);
  queries.setQueryData(SESSION, session);
}

/** Ends the session, and clears what is kept here even when the server cannot be told. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    try {
      await signOut();
    } catch (error) {
      if (!isProblem(error, "not-signed-in")) localStorage.setItem(OWED, "1");
    }
    await sessionEnded(queries);
  }, [queries]);
}

/** The session is over: the screens close first, then what they showed is forgotten. */
export async function sessionEnded(queries: QueryClient): Promise<void> {
  queries.setQueryData(SESSION, null);
  await forget(queries, SESSION);
}
