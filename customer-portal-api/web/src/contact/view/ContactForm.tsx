import { ActionIcon, Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { useLocation } from "wouter";

import { fieldErrors } from "../../contract/problem";
import type { Contact } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Confirm } from "../../shell/view/Confirm";
import { brokenRules, type ContactDraft, contentOf, draftOf, NEW_CONTACT } from "../draft";
import { useDeleteContact, useSaveContact } from "../state";
import { MARK_CHOICES } from "./marks";
import { VipModeField } from "./VipModeField";

/** A contact of one's own: new, or being changed. */
export function ContactForm({ contact }: { readonly contact: Contact | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const notice = useNotice();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [id] = useState(() => contact?.id ?? uuidv7());
  const [draft, setDraft] = useState<ContactDraft>(() =>
    contact === null ? NEW_CONTACT : draftOf(contact),
  );
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const save = useSaveContact();
  const remove = useDeleteContact();
  const broken = brokenRules(draft);
  const refused = fieldErrors(save.error);
  const errorOf = (field: string) =>
    fieldMessage(
      (tried ? broken.find((each) => each.field === field) : undefined) ?? refused.get(field),
    );
  const change = (changed: Partial<ContactDraft>) => setDraft({ ...draft, ...changed });
  const done = (said: string) => {
    notice.tell(said);
    go("/contacts");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (broken.length > 0) return;
    save.mutate(
      { id, version: contact?.version ?? null, content: contentOf(draft) },
      { onSuccess: () => done(t("contacts.saved")) },
    );
  };
  const problem = save.error ?? remove.error;
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label={t("contacts.one")}>
      <TextInput
        label={t("contacts.name")}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={errorOf("name")}
        maxLength={200}
        required
        data-testid="contact-name"
      />
      <TextInput
        label={t("contacts.company")}
        value={draft.company}
        onChange={(event) => change({ company: event.currentTarget.value })}
        error={errorOf("company")}
        maxLength={200}
      />
      <Numbers draft={draft} onChange={change} errorOf={errorOf} />
      <fieldset className="plain stack-tight">
        <legend>{t("contacts.mark")}</legend>
        <SegmentedControl
          fullWidth
          aria-label={t("contacts.mark")}
          value={draft.mark}
          onChange={(value) =>
            change({ mark: MARK_CHOICES.find((each) => each === value) ?? "NONE" })
          }
          data={MARK_CHOICES.map((value) => ({ value, label: t(`mark.${value}`) }))}
          data-testid="mark"
        />
        <p className="quiet">{t(`contacts.markHelp.${draft.mark}`)}</p>
        {draft.mark === "VIP" && (
          <VipModeField mode={draft.vipMode} onChange={(vipMode) => change({ vipMode })} />
        )}
      </fieldset>
      <TextInput
        type="email"
        label={t("contacts.email")}
        value={draft.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
        error={errorOf("email")}
        maxLength={254}
      />
      <Textarea
        label={t("contacts.remarks")}
        description={t("contacts.remarksHelp")}
        value={draft.remarks}
        onChange={(event) => change({ remarks: event.currentTarget.value })}
        error={errorOf("remarks")}
        maxLength={2000}
        rows={2}
      />
      {problem !== null && (
        <p role="alert" className="problem">
          {problemMessage(problem)}
        </p>
      )}
      <div className="actions actions-end">
        {contact !== null && (
          <ActionButton color="red" variant="outline" onClick={() => setAsking(true)}>
            {t("contacts.delete")}
          </ActionButton>
        )}
        <ActionButton type="submit" loading={save.isPending} data-testid="save-contact">
          {t("contacts.save")}
        </ActionButton>
      </div>
      {contact !== null && (
        <Confirm
          open={asking}
          question={t("contacts.deleteQuestion", { name: contact.name })}
          explanation={t("contacts.deleteExplanation")}
          yes={t("contacts.delete")}
          onYes={() => remove.mutate(contact, { onSuccess: () => done(t("contacts.deleted")) })}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}

interface NumbersProps {
  readonly draft: ContactDraft;
  readonly onChange: (changed: Partial<ContactDraft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

const MOST_NUMBERS = 10;

function Numbers({ draft, onChange, errorOf }: NumbersProps) {
  const { t } = useTranslation();
  const { numbers } = draft;
  const set = (index: number, changed: { number?: string; label?: string }) =>
    onChange({
      numbers: numbers.map((each, at) => (at === index ? { ...each, ...changed } : each)),
    });
  const error = errorOf("numbers");
  return (
    <fieldset className="plain stack-tight">
      <legend>{t("contacts.numbers")}</legend>
      {error !== undefined && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      {numbers.map(({ number, label }, index) => (
        <div key={index} className="number-row">
          <TextInput
            type="tel"
            aria-label={t("contacts.numberAt", { place: index + 1 })}
            placeholder="06 39 98 01 01"
            value={number}
            onChange={(event) => set(index, { number: event.currentTarget.value })}
            error={errorOf(`numbers[${index}].number`)}
            maxLength={30}
            data-testid="contact-number"
          />
          <TextInput
            aria-label={t("contacts.labelAt", { place: index + 1 })}
            placeholder={t("contacts.labelHint")}
            value={label}
            onChange={(event) => set(index, { label: event.currentTarget.value })}
            maxLength={40}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("contacts.removeNumber", { place: index + 1 })}
            onClick={() => onChange({ numbers: numbers.filter((_, at) => at !== index) })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {numbers.length < MOST_NUMBERS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange({ numbers: [...numbers, { number: "", label: "" }] })}
        >
          {t("contacts.addNumber")}
        </Button>
      )}
    </fieldset>
  );
}
