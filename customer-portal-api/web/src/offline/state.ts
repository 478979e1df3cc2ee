import { useSyncExternalStore } from "react";

import { connection, type Connection, subscribe } from "./connection";

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection, connection);
}

export function useOffline(): boolean {
  return !useConnection().online;
}
