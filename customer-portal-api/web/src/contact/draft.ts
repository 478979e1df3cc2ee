import type { Contact, ContactContent, Mark, VipMode } from "../contract/types";
import { typed, written } from "../shell/telephone";

/** What the form holds; numbers as they were typed. */
export interface ContactDraft {
  readonly name: string;
  readonly company: string;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly email: string;
  readonly remarks: string;
  readonly mark: Mark;
  /** How this VIP is put through; null means as the instruction says. */
  readonly vipMode: VipMode | null;
}

export const NEW_CONTACT: ContactDraft = {
  name: "",
  company: "",
  numbers: [{ number: "", label: "" }],
  email: "",
  remarks: "",
  mark: "NONE",
  vipMode: null,
};

export function draftOf(contact: Contact): ContactDraft {
  return {
    name: contact.name,
    company: contact.company ?? "",
    numbers: contact.numbers.map(({ number, label }) => ({
      number: written(number),
      label: label ?? "",
    })),
    email: contact.email ?? "",
    remarks: contact.remarks ?? "",
    mark: contact.mark,
    vipMode: contact.vipMode ?? null,
  };
}

export interface Broken {
  readonly field: string;
  readonly rule: string;
}

/** Every rule the draft breaks, in the order of the form. */
export function brokenRules(draft: ContactDraft): readonly Broken[] {
  const broken: Broken[] = [];
  if (draft.name.trim() === "") broken.push({ field: "name", rule: "required" });
  draft.numbers.forEach(({ number }, index) => {
    if (number.trim() !== "" && typed(number) === null) {
      broken.push({ field: `numbers[${index}].number`, rule: "not-a-number" });
    }
  });
  if (draft.email.trim() !== "" && !/^[^@\s]+@[^@\s]+$/.test(draft.email.trim())) {
    broken.push({ field: "email", rule: "format" });
  }
  if (draft.mark !== "NONE" && draft.numbers.every(({ number }) => typed(number) === null)) {
    broken.push({ field: "numbers", rule: "needed-for-mark" });
  }
  return broken;
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

export function contentOf(draft: ContactDraft): ContactContent {
  return {
    name: draft.name.trim(),
    company: orNull(draft.company),
    numbers: draft.numbers.flatMap(({ number, label }) => {
      const digits = typed(number);
      return digits === null ? [] : [{ number: digits, label: orNull(label) }];
    }),
    email: orNull(draft.email),
    remarks: orNull(draft.remarks),
    mark: draft.mark,
    vipMode: draft.mark === "VIP" ? draft.vipMode : null,
  };
}
