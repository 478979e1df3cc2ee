import { ifMatch, portal, take } from "../contract/client";
import type { Contact, ContactContent, Mark, VipMode } from "../contract/types";

export interface ContactFilter {
  readonly text?: string;
  readonly mark?: Mark;
}

export interface ContactPage {
  readonly items: Contact[];
  readonly next: string | null;
}

export function contacts(filter: ContactFilter, cursor: string | null): Promise<ContactPage> {
  const query = { ...filter, limit: 50, ...(cursor === null ? {} : { cursor }) };
  return take(portal.GET("/contacts", { params: { query } }));
}

export function contact(contactId: string): Promise<Contact> {
  return take(portal.GET("/contacts/{contactId}", { params: { path: { contactId } } }));
}

export function createContact(id: string, content: ContactContent): Promise<Contact> {
  return take(portal.POST("/contacts", { body: { id, ...content } }));
}

export function replaceContact(
  contactId: string,
  version: number,
  content: ContactContent,
): Promise<Contact> {
  return take(
    portal.PUT("/contacts/{contactId}", {
      params: { path: { contactId }, header: ifMatch(version) },
      body: content,
    }),
  );
}

export async function deleteContact(contactId: string, version: number): Promise<void> {
  await take(
    portal.DELETE("/contacts/{contactId}", {
      params: { path: { contactId }, header: ifMatch(version) },
    }),
  );
}

export function markContact(
  contactId: string,
  version: number,
  mark: Mark,
  vipMode: VipMode | null,
): Promise<Contact> {
  return take(
    portal.PUT("/contacts/{contactId}/mark", {
      params: { path: { contactId }, header: ifMatch(version) },
      body: { mark, vipMode },
    }),
  );
}
