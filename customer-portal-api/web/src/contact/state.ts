import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { CALLS } from "../call/state";
import type { ContactContent, Mark, VipMode } from "../contract/types";
import {
  contact,
  type ContactFilter,
  contacts,
  createContact,
  deleteContact,
  markContact,
  replaceContact,
} from "./api";

export const CONTACTS = ["contacts"] as const;

export function useContacts(filter: ContactFilter) {
  return useInfiniteQuery({
    queryKey: [...CONTACTS, "list", filter],
    queryFn: ({ pageParam }) => contacts(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta: { local: filter.text === undefined },
  });
}

export function useContact(contactId: string) {
  return useQuery({
    queryKey: [...CONTACTS, "one", contactId],
    queryFn: () => contact(contactId),
  });
}

function useContactChange<T>(change: (of: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: CONTACTS }),
        queries.invalidateQueries({ queryKey: CALLS }),
      ]),
  });
}

export interface Saving {
  readonly id: string;
  readonly version: number | null;
  readonly content: ContactContent;
}

export function useSaveContact() {
  return useContactChange(({ id, version, content }: Saving) =>
    version === null ? createContact(id, content) : replaceContact(id, version, content),
  );
}

export function useDeleteContact() {
  return useContactChange(({ id, version }: { id: string; version: number }) =>
    deleteContact(id, version),
  );
}

export function useMarkContact() {
  return useContactChange(
    ({ id, mark, vipMode }: { id: string; mark: Mark; vipMode: VipMode | null }) =>
      markContact(id, mark, vipMode),
  );
}
