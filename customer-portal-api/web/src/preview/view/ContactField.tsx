import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useContacts } from "../../contact/state";
import { written } from "../../shell/telephone";

interface Props {
  /** The number chosen; empty while none is. */
  readonly number: string;
  readonly onChange: (number: string) => void;
  readonly error: string | undefined;
}

/** A contact, found by name; who has several numbers is there once for each. */
export function ContactField({ number, onChange, error }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const wanted = text.trim();
  const { data } = useContacts(wanted === "" ? {} : { text: wanted });
  const found = (data?.pages[0]?.items ?? []).flatMap((contact) =>
    contact.numbers.map((each) => ({
      value: each.number,
      label: `${contact.name} · ${written(each.number)}`,
    })),
  );
  return (
    <>
      <TextInput
        label={t("preview.search")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange("");
        }}
        maxLength={100}
        data-testid="preview-search"
      />
      <NativeSelect
        label={t("preview.contact")}
        value={number}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          {
            value: "",
            label: found.length === 0 ? t("preview.noContact") : t("preview.chooseContact"),
          },
          ...found.filter(
            ({ value }, index) => found.findIndex((each) => each.value === value) === index,
          ),
        ]}
        error={error}
        data-testid="preview-contact"
      />
    </>
  );
}
