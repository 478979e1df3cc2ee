import { QueryCache, QueryClient } from "@tanstack/react-query";

import { isProblem, ProblemError } from "../contract/problem";

/** Told when the server says that nobody is signed in any more. */
let whenSignedOut: () => void = () => undefined;

export function onSignedOut(act: () => void): void {
  whenSignedOut = act;
}

export function createQueries(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isProblem(error, "not-signed-in")) whenSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        // the connection decides for itself what is online
        networkMode: "always",
        staleTime: 15_000,
        // what was read once stays readable without connection; the copy knows its own lifetime
        gcTime: Infinity,
        retry: (count, error) => count < 1 && !(error instanceof ProblemError),
        retryDelay: 400,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
