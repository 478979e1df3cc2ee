import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { CallPage } from "../contract/types";
import { connection } from "../offline/connection";
import { type CallFilter, call, calls } from "./api";

export const CALLS = ["calls"] as const;

/** A screenful and a bit. */
const PAGE = 30;

/** How many of the newest notes are read ahead, so that they can be read without connection. */
const AHEAD = 20;

export function useCalls(filter: CallFilter) {
  return useInfiniteQuery({
    queryKey: [...CALLS, "list", filter],
    queryFn: ({ pageParam }) => calls(filter, pageParam, PAGE),
    initialPageParam: null as string | null,
    getNextPageParam: (page: CallPage) => page.next,
    // a search is only worth keeping while it is on the screen
    meta: { local: filter.text === undefined },
  });
}

export function useCall(callId: string) {
  return useQuery({ queryKey: [...CALLS, "one", callId], queryFn: () => call(callId) });
}

/** Reads the newest notes ahead, one after the other, while there is a connection. */
export function useReadAhead(callIds: readonly string[]): void {
  const queries = useQueryClient();
  const key = callIds.slice(0, AHEAD).join(" ");
  useEffect(() => {
    let wanted = true;
    const readAll = async () => {
      for (const callId of key.split(" ")) {
        if (!wanted || callId === "" || !connection().online) return;
        await queries
          .query({
            queryKey: [...CALLS, "one", callId],
            queryFn: () => call(callId),
            staleTime: Infinity,
          })
          .catch(() => undefined);
      }
    };
    const timer = setTimeout(() => void readAll(), 1_000);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [queries, key]);
}
