import { useTranslation } from "react-i18next";

import { Dialog } from "../look/Dialog";
import { chordOf, keyOf, twofold } from "./keymap";
import type { ActionName } from "./keymap";

const order: readonly ActionName[] = [
  "accept",
  "decline",
  "consult",
  "complete",
  "conference",
  "blind",
  "let-go",
  "cancel",
  "hold",
  "resume",
  "park",
  "pick-up",
  "digits",
  "mute",
  "voicemail",
  "hang-up",
  "note",
  "send-note",
  "why",
  "ready",
  "break",
  "tasks",
  "sent",
  "search",
  "help",
];

const isTwofold = (name: ActionName): name is (typeof twofold)[number] =>
  twofold.some((each) => each === name);

/** Every key with what it does; one that does two things also with when it does which. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl className="keys">
        {order.map((name) => (
          <div key={name}>
            <dt>
              <span className="key">{chordOf[name] ?? keyOf[name]?.toUpperCase()}</span>
            </dt>
            <dd>
              {t(`action.${name}`)}
              {isTwofold(name) && <span className="dim"> ({t(`keys.when.${name}`)})</span>}
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <span className="key">1 … 9</span>
          </dt>
          <dd>{t("keys.digits")}</dd>
        </div>
        <div>
          <dt>
            <span className="key">Esc</span>
          </dt>
          <dd>{t("keys.close")}</dd>
        </div>
      </dl>
      <p className="dim">{t("keys.typing")}</p>
    </Dialog>
  );
}
