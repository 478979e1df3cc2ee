import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { CALLS } from "../call/state";
import { isProblem } from "../contract/problem";
import type { Contact, ContactContent, Mark, VipMode } from "../contract/types";
import { useProblemMessage } from "../shell/messages";
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

export interface Marking {
  readonly contact: Contact;
  readonly mark: Mark;
  readonly vipMode: VipMode | null;
}

export function useMarkContact() {
  return useContactChange(({ contact, mark, vipMode }: Marking) =>
    markContact(contact.id, contact.version, mark, vipMode),
  );
}

/** The sentence for a mark that was not set; when somebody else was faster, with the mark there is now. */
export function useMarkMessage(): (error: unknown, marked: Contact) => Promise<string> {
  const { t } = useTranslation();
  const message = useProblemMessage();
  return async (error, { id }) => {
    if (!isProblem(error, "precondition-failed")) return message(error);
    const now = await contact(id).catch(() => null);
    return now === null
      ? message(error)
      : t("contacts.markedElsewhere", { name: now.name, mark: t(`mark.now.${now.mark}`) });
  };
}
