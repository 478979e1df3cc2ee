import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";

import { fieldErrors } from "../../contract/problem";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { typed, written } from "../../shell/telephone";
import { useAddForwardingNumber } from "../state";

/** A further number to put calls through to; it is dialled once its ownership is proven (A14). */
export function AddNumber({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [id] = useState(uuidv7);
  const [label, setLabel] = useState("");
  const [number, setNumber] = useState("");
  const [tried, setTried] = useState(false);
  const add = useAddForwardingNumber();
  const errors = fieldErrors(add.error);
  const digits = typed(number);
  const submit = () => {
    setTried(true);
    if (digits === null || label.trim() === "") return;
    add.mutate(
      { id, number: digits, label: label.trim() },
      {
        onSuccess: (added) => {
          notice.tell(
            added.provenAt === null
              ? t("form.numberAddedUnproven", { number: written(added.number) })
              : t("form.numberAdded", { number: written(added.number) }),
          );
          onClose();
        },
        onError: (error) => {
          if (fieldErrors(error).size === 0) notice.warn(problemMessage(error));
        },
      },
    );
  };
  return (
    <fieldset className="card stack-tight">
      <legend>{t("form.newNumber")}</legend>
      <div className="pair">
        <TextInput
          label={t("form.numberLabel")}
          placeholder={t("form.numberLabelHint")}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={60}
          error={
            tried && label.trim() === "" ? t("rule.required") : fieldMessage(errors.get("label"))
          }
        />
        <TextInput
          type="tel"
          label={t("form.number")}
          placeholder="06 39 98 00 01"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          maxLength={30}
          error={
            tried && digits === null ? t("rule.not-a-number") : fieldMessage(errors.get("number"))
          }
        />
      </div>
      <p className="quiet">{t("form.proof")}</p>
      <div className="actions">
        <ActionButton onClick={submit} loading={add.isPending}>
          {t("form.saveNumber")}
        </ActionButton>
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
