import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { NotificationPreferencesContent } from "../contract/types";
import { preferences, replacePreferences } from "./api";

const PREFERENCES = ["notification-preferences"] as const;

export function usePreferences() {
  return useQuery({ queryKey: PREFERENCES, queryFn: preferences });
}

export function useSavePreferences(version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (content: NotificationPreferencesContent) => replacePreferences(version, content),
    onSuccess: (saved) => queries.setQueryData(PREFERENCES, saved),
  });
}
