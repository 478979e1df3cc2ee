import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { CALLS } from "../call/state";
import { CONTACTS } from "../contact/state";
import type { LiveEvent } from "../contract/types";
import { GOOGLE } from "../google/state";
import { INSTRUCTIONS, LINES } from "../instruction/state";
import { useOffline } from "../offline/state";
import { currentSession } from "../session/api";
import { readSession, SESSION } from "../session/state";

/** What is read again when the server tells of a change. */
export function touchedBy(event: LiveEvent): readonly QueryKey[] {
  switch (event.kind) {
    case "CALL_ARRIVED":
    case "CALL_CHANGED":
      return [
        [...CALLS, "list"],
        [...CALLS, "one", event.id],
      ];
    case "NOTE":
      return [CALLS, ["notes", event.id]];
    case "DELIVERY":
      return [["deliveries", event.id]];
    case "INSTRUCTION":
    case "LINE":
      return [INSTRUCTIONS, LINES];
    case "CONTACT":
      return [CONTACTS, CALLS];
    case "GOOGLE":
      return [GOOGLE, CONTACTS];
    case "SESSION_ENDED":
      return [SESSION];
  }
}

function parse(data: unknown): LiveEvent | null {
  try {
    return JSON.parse(String(data)) as LiveEvent;
  } catch {
    return null;
  }
}

function follow(queries: QueryClient): () => void {
  const source = new EventSource("/api/v1/live");
  let opened = false;
  source.onopen = () => {
    // nothing is replayed after a gap
    if (opened) void queries.invalidateQueries();
    opened = true;
  };
  source.onmessage = ({ data }) => {
    const event = parse(data);
    if (event === null) return;
    for (const queryKey of touchedBy(event)) void queries.invalidateQueries({ queryKey });
  };
  // the browser tries again by itself; a real request tells whether the server is gone
  source.onerror = () =>
    void queries.query({ queryKey: SESSION, queryFn: readSession }).catch(() => undefined);
  return () => source.close();
}

/** How often the server is looked for while it does not answer, in milliseconds. */
const LOOK_AGAIN = 4_000;

/** Keeps the screens current: live while there is a connection, looking for one while not. */
export function useLive(): void {
  const queries = useQueryClient();
  const offline = useOffline();
  useEffect(() => {
    if (!offline) return follow(queries);
    const look = () =>
      void currentSession().then(
        () => queries.invalidateQueries(),
        () => undefined,
      );
    const timer = setInterval(look, LOOK_AGAIN);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [queries, offline]);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return undefined;
    const again = () => void queries.invalidateQueries({ queryKey: CALLS });
    navigator.serviceWorker.addEventListener("message", again);
    return () => navigator.serviceWorker.removeEventListener("message", again);
  }, [queries]);
}
