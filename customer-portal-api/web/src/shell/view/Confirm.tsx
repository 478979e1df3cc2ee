import { Button } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly open: boolean;
  readonly question: string;
  readonly explanation: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone; Escape and the first button mean no. */
export function Confirm({ open, question, explanation, yes, onYes, onClose }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{question}</h2>
      <p>{explanation}</p>
      <div className="actions">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onYes();
          }}
          data-testid="confirm"
        >
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
