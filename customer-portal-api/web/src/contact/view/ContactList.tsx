import { SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBan, IconPlus, IconSearch, IconStar, IconStarFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Contact, Mark } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { useContacts, useMarkContact, useMarkMessage } from "../state";

const MARKS = ["ALL", "VIP", "BLOCKED"] as const;

/** The address book: search, who is VIP, who is blocked. */
export function ContactList() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), 300);
  const [mark, setMark] = useState<(typeof MARKS)[number]>("ALL");
  const contacts = useContacts({
    ...(settled === "" ? {} : { text: settled }),
    ...(mark === "ALL" ? {} : { mark }),
  });
  const all = contacts.data?.pages.flatMap((page) => page.items);
  const narrowed = settled !== "" || mark !== "ALL";
  return (
    <Page
      title={t("contacts.title")}
      testId="contacts"
      aside={
        <Link href="/contacts/new" className="primary-link" data-testid="new-contact">
          <IconPlus size={18} aria-hidden /> {t("contacts.new")}
        </Link>
      }
    >
      <search className="stack-tight">
        <TextInput
          type="search"
          aria-label={t("contacts.search")}
          placeholder={t("contacts.searchHint")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={100}
          data-testid="search-contacts"
        />
        <SegmentedControl
          fullWidth
          aria-label={t("contacts.show")}
          value={mark}
          onChange={(value) => setMark(MARKS.find((each) => each === value) ?? "ALL")}
          data={MARKS.map((value) => ({ value, label: t(`contacts.filter.${value}`) }))}
        />
      </search>
      {all === undefined ? (
        contacts.error === null ? (
          <Waiting />
        ) : (
          <Failed error={contacts.error} onRetry={() => void contacts.refetch()} />
        )
      ) : all.length === 0 ? (
        <Empty title={narrowed ? t("contacts.nothingFits") : t("contacts.empty")}>
          {narrowed ? t("contacts.nothingFitsNext") : t("contacts.emptyNext")}
        </Empty>
      ) : (
        <ul className="rows" aria-label={t("contacts.title")}>
          {all.map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      {contacts.hasNextPage && (
        <ActionButton
          variant="default"
          fullWidth
          loading={contacts.isFetchingNextPage}
          onClick={() => void contacts.fetchNextPage()}
        >
          {t("common.more")}
        </ActionButton>
      )}
    </Page>
  );
}

function ContactRow({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useMarkMessage();
  const mark = useMarkContact();
  const vip = contact.mark === "VIP";
  const change = (next: Mark) =>
    mark.mutate(
      { contact, mark: next, vipMode: null },
      {
        onSuccess: () => notice.tell(t(`contacts.marked.${next}`, { name: contact.name })),
        onError: (error) => void message(error, contact).then((text) => notice.warn(text)),
      },
    );
  const numbers = contact.numbers.map(({ number }) => written(number)).join(" · ");
  return (
    <li className="row-with-action" data-testid="contact-row" data-contact-id={contact.id}>
      <Link href={`/contacts/${contact.id}`} className="row row-plain">
        <span className="row-main">
          <span className="row-title">
            <span className="row-name">{contact.name}</span>
            {contact.mark === "BLOCKED" && (
              <span className="tag tag-urgent">
                <IconBan size={13} aria-hidden /> {t("mark.BLOCKED")}
              </span>
            )}
            {contact.origin === "GOOGLE" && <span className="tag">Google</span>}
          </span>
          <span className="row-gist">
            {[contact.company, numbers]
              .filter((each) => each !== null && each !== "")
              .join(" · ") || t("contacts.noNumber")}
          </span>
        </span>
      </Link>
      {contact.mark !== "BLOCKED" && (
        <ActionButton
          variant="subtle"
          aria-pressed={vip}
          aria-label={t("contacts.vipToggle", { name: contact.name })}
          onClick={() => change(vip ? "NONE" : "VIP")}
          data-testid="toggle-vip"
        >
          {vip ? (
            <IconStarFilled size={20} className="vip" aria-hidden />
          ) : (
            <IconStar size={20} aria-hidden />
          )}
          <span className="beside">{t("mark.VIP")}</span>
        </ActionButton>
      )}
    </li>
  );
}
