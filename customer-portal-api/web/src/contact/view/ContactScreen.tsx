import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Contact, Mark, VipMode } from "../../contract/types";
import { useOffline } from "../../offline/state";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Failed, Waiting } from "../../shell/view/States";
import { useContact, useMarkContact, useMarkMessage } from "../state";
import { ContactForm } from "./ContactForm";
import { MARK_CHOICES } from "./marks";
import { VipModeField } from "./VipModeField";

/** A contact of one's own as a form; one mirrored from Google read-only, but for its mark. */
export function ContactScreen({ contactId }: { readonly contactId: string | null }) {
  const { t } = useTranslation();
  if (contactId === null) {
    return (
      <Page title={t("contacts.titleNew")} back="/contacts" testId="contact">
        <ContactForm contact={null} />
      </Page>
    );
  }
  return <KnownContact contactId={contactId} />;
}

function KnownContact({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useContact(contactId);
  return (
    <Page title={data?.name ?? t("contacts.one")} back="/contacts" testId="contact">
      {data === undefined ? (
        error === null ? (
          <Waiting rows={3} />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )
      ) : data.origin === "GOOGLE" ? (
        <Mirrored contact={data} />
      ) : (
        <ContactForm key={data.version} contact={data} />
      )}
    </Page>
  );
}

function Mirrored({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useMarkMessage();
  const offline = useOffline();
  const mark = useMarkContact();
  const change = (next: Mark, vipMode: VipMode | null = null) =>
    mark.mutate(
      { contact, mark: next, vipMode },
      {
        onSuccess: () => notice.tell(t(`contacts.marked.${next}`, { name: contact.name })),
        onError: (error) => void message(error, contact).then((text) => notice.warn(text)),
      },
    );
  return (
    <div className="stack">
      <p className="hint">{t("contacts.mirrored")}</p>
      <fieldset className="plain stack-tight" disabled={offline}>
        <legend>{t("contacts.mark")}</legend>
        <SegmentedControl
          fullWidth
          aria-label={t("contacts.mark")}
          disabled={offline}
          value={contact.mark}
          onChange={(value) => change(MARK_CHOICES.find((each) => each === value) ?? "NONE")}
          data={MARK_CHOICES.map((value) => ({ value, label: t(`mark.${value}`) }))}
          data-testid="mark"
        />
        <p className="quiet">{t(`contacts.markHelp.${contact.mark}`)}</p>
        {contact.mark === "VIP" && (
          <VipModeField
            mode={contact.vipMode ?? null}
            disabled={offline}
            onChange={(vipMode) => change("VIP", vipMode)}
          />
        )}
      </fieldset>
      <dl className="answers card">
        {contact.company !== null && (
          <div>
            <dt>{t("contacts.company")}</dt>
            <dd>{contact.company}</dd>
          </div>
        )}
        {contact.numbers.map(({ number, label }) => (
          <div key={number}>
            <dt>{label ?? t("contacts.number")}</dt>
            <dd>
              <a href={`tel:${number}`}>{written(number)}</a>
            </dd>
          </div>
        ))}
        {contact.email !== null && (
          <div>
            <dt>{t("contacts.email")}</dt>
            <dd>{contact.email}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
