import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { WhyDialog } from "../call/WhyDialog";
import { KeypadDialog } from "../call/KeypadDialog";
import { ladderRows, rungs } from "../call/state";
import type { Card } from "../contract";
import { HelpDialog } from "../keys/HelpDialog";
import { SearchDialog } from "../keys/SearchDialog";
import { ChoiceDialog } from "../look/ChoiceDialog";
import { Dialog } from "../look/Dialog";
import { useUnsaved } from "../note/useNote";
import { BreakDialog } from "../presence/BreakDialog";
import { CloseTask } from "../task/CloseTask";
import { TryAgain } from "../task/TryAgain";
import { phone } from "../words/phone";
import type { Overlay } from "./actions";
import { useActions } from "./actions";
import { useDesk } from "./store";

/** Stands for all numbers, one after the other. */
const wholeLadder = "all";

interface OverlaysProps {
  overlay: Overlay | undefined;
  card: Card | undefined;
  onSignOut: () => void;
}

/** The one window that may lie over the desk. */
export function Overlays({ overlay, card, onSignOut }: OverlaysProps) {
  const { show, workplace, attempt } = useActions();
  const close = () => show(undefined);
  switch (overlay?.kind) {
    case "why":
      return card ? <WhyDialog card={card} onClose={close} /> : null;
    case "help":
      return <HelpDialog onClose={close} />;
    case "search":
      return <SearchDialog onClose={close} />;
    case "break":
      return (
        <BreakDialog onClose={close} onChoose={(reason) => attempt(workplace.takeBreak(reason))} />
      );
    case "consult":
      return card ? <ConsultDialog card={card} onClose={close} /> : null;
    case "blind":
      return card ? <TransferDialog card={card} onClose={close} /> : null;
    case "pick-up":
      return <PickUpDialog onClose={close} />;
    case "digits":
      return <KeypadDialog onClose={close} />;
    case "close-task":
      return <CloseTask task={overlay.task} onClose={close} />;
    case "try-again":
      return <TryAgain task={overlay.task} onClose={close} />;
    case "sign-out":
      return <SignOutDialog onClose={close} onSignOut={onSignOut} />;
    case undefined:
      return null;
  }
}

function ConsultDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation();
  const { consult } = useActions();
  const call = useDesk((desk) => desk.call);
  const rows = ladderRows(card, call);
  return (
    <ChoiceDialog
      title={t("call.chooseNumber")}
      first={rows.find(({ next }) => next)?.number.forwardingNumberId}
      choices={[
        ...rows.map(({ number, result, next }) => ({
          id: number.forwardingNumberId,
          label: numberLabel(number),
          detail: result
            ? t(`card.result.${result.outcome}`)
            : next
              ? t("call.tryNext")
              : undefined,
        })),
        { id: wholeLadder, label: t("call.wholeLadder") },
      ]}
      onChoose={(id) => (id === wholeLadder ? consult() : consult(id))}
      onClose={onClose}
    />
  );
}

/** Where the ladder begins for the caller; the numbers after it follow by themselves. */
function TransferDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation();
  const { transfer } = useActions();
  const steps = rungs(card);
  return (
    <ChoiceDialog
      title={t("call.chooseTransfer")}
      choices={steps.map((numbers, index) => ({
        id: numbers[0]?.forwardingNumberId ?? "",
        label: numbers.map(numberLabel).join(" + "),
        detail: index < steps.length - 1 ? t("call.thenNext") : undefined,
      }))}
      onChoose={transfer}
      onClose={onClose}
    />
  );
}

function numberLabel({ label, number }: Card["ladder"][number]): string {
  return [label, phone(number)].filter(Boolean).join(" · ");
}

function PickUpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { pickUp } = useActions();
  const parked = useDesk((desk) => desk.team?.parked) ?? [];
  return (
    <ChoiceDialog
      title={t("parked.choose")}
      choices={parked.map((call) => ({
        id: call.callId,
        label: [call.customerName, call.callerName].filter(Boolean).join(" · "),
        detail: t("parked.slot", { slot: call.slot }),
      }))}
      onChoose={pickUp}
      onClose={onClose}
    />
  );
}

function SignOutDialog({ onClose, onSignOut }: { onClose: () => void; onSignOut: () => void }) {
  const { t } = useTranslation();
  const { workplace } = useActions();
  const unsaved = useUnsaved(workplace.notes);
  return (
    <Dialog title={t("signOut.title")} onClose={onClose}>
      {unsaved > 0 && <p>{t("signOut.unsaved", { count: unsaved })}</p>}
      <Button mt="md" data-first data-testid="sign-out-confirm" onClick={onSignOut}>
        {t("signOut.confirm")}
      </Button>
    </Dialog>
  );
}
