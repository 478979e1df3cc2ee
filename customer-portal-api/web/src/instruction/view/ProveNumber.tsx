import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { fieldErrors } from "../../contract/problem";
import type { ForwardingNumber, NumberCode } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { useCallOutcome, useProveNumber, useSendCode } from "../state";

const CODE_LENGTH = 6;

/** A number waits to be confirmed: a code is sent to it and typed here (A14). */
export function ProveNumber({ number }: { readonly number: ForwardingNumber }) {
  const { t } = useTranslation();
  const problemMessage = useProblemMessage();
  const fieldMessage = useFieldMessage();
  const send = useSendCode(number.id);
  const [sent, setSent] = useState<NumberCode>();
  const name = { number: written(number.number), label: number.label };
  const refusal = [...fieldErrors(send.error).values()][0];
  const ask = (by: NumberCode["by"]) => send.mutate(by, { onSuccess: setSent });
  return (
    <fieldset className="card stack-tight" data-testid="prove-number">
      <legend>{t("prove.title", name)}</legend>
      <p className="quiet">{t("prove.why")}</p>
      <div className="actions">
        <ActionButton
          variant="default"
          onClick={() => ask("SMS")}
          loading={send.isPending && send.variables === "SMS"}
          data-testid="code-by-sms"
        >
          {t("prove.bySms")}
        </ActionButton>
        <ActionButton
          variant="default"
          onClick={() => ask("CALL")}
          loading={send.isPending && send.variables === "CALL"}
          data-testid="code-by-call"
        >
          {t("prove.byCall")}
        </ActionButton>
      </div>
      {send.error !== null && (
        <p className="problem" role="alert">
          {refusal === undefined ? problemMessage(send.error) : fieldMessage(refusal)}
        </p>
      )}
      {sent !== undefined && <TypeCode number={number} sent={sent} />}
    </fieldset>
  );
}

interface TypeCodeProps {
  readonly number: ForwardingNumber;
  readonly sent: NumberCode;
}

function TypeCode({ number, sent }: TypeCodeProps) {
  const { t } = useTranslation();
  const notice = useNotice();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const call = useCallOutcome(number.id, sent);
  const prove = useProveNumber(number.id);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const digits = code.replace(/\D/g, "");
  const complete = digits.length === CODE_LENGTH;
  const name = { number: written(number.number) };
  const state = sent.by === "SMS" ? "SMS" : (call.data?.call ?? "RINGING");
  const submit = () => {
    setTried(true);
    if (!complete) return;
    prove.mutate(digits, {
      onSuccess: () => notice.tell(t("prove.done", name)),
      onError: (error) => {
        if (fieldErrors(error).size === 0) notice.warn(problemMessage(error));
      },
    });
  };
  return (
    <>
      <p role="status">{t(`prove.sent.${state}`, name)}</p>
      <TextInput
        label={t("prove.code")}
        description={t("prove.codeHelp")}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          prove.reset();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            submit();
          }
        }}
        maxLength={12}
        error={
          tried && !complete
            ? t("prove.sixDigits")
            : fieldMessage(fieldErrors(prove.error).get("code"))
        }
        data-testid="code"
      />
      <div className="actions">
        <ActionButton onClick={submit} loading={prove.isPending} data-testid="prove">
          {t("prove.confirm")}
        </ActionButton>
      </div>
    </>
  );
}
