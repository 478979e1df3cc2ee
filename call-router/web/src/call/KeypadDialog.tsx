import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useActions } from "../desk/actions";
import { Dialog } from "../look/Dialog";
import styles from "./call.module.css";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const isKey = new RegExp("^[0-9*#]$");

/** The keys of a telephone, for a menu at the other end. What is pressed goes out at once. */
export function KeypadDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { workplace, attempt } = useActions();
  const [sent, setSent] = useState("");

  const press = useCallback(
    (key: string) => {
      setSent((before) => before + key);
      attempt(workplace.command({ command: "digits", digits: key }));
    },
    [attempt, workplace],
  );
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if (!isKey.test(event.key) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      press(event.key);
    };
    window.addEventListener("keydown", typed);
    return () => window.removeEventListener("keydown", typed);
  }, [press]);

  return (
    <Dialog title={t("call.keypad")} onClose={onClose}>
      <p className="dim">{t("call.keysHint")}</p>
      <output className={styles.keysSent} aria-label={t("call.keysSent")} data-testid="keys-sent">
        {sent || "–"}
      </output>
      <div className={styles.keypad}>
        {keys.map((key, index) => (
          <button
            key={key}
            type="button"
            className="plain-button"
            data-first={index === 0 ? true : undefined}
            data-testid={`key-${key}`}
            onClick={() => press(key)}
          >
            {key}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
