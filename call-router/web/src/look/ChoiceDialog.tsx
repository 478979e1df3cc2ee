import { useEffect, useRef } from "react";

import { Dialog } from "./Dialog";

export interface Choice {
  id: string;
  label: string;
  detail?: string | undefined;
}

interface ChoiceDialogProps {
  title: string;
  choices: readonly Choice[];
  /** The one the cursor stands on at first, so that Enter is enough. */
  first?: string | undefined;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** One of a few: by digit, by arrows and Enter, or by pressing. */
export function ChoiceDialog({ title, choices, first, onChoose, onClose }: ChoiceDialogProps) {
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const index = Math.max(
      0,
      choices.findIndex(({ id }) => id === first),
    );
    list.current?.querySelectorAll("button")[index]?.focus();
    // only when it opens: the cursor must not jump while someone chooses
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const choose = (id: string) => {
    onClose();
    onChoose(id);
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const chosen = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
      if (chosen) {
        // otherwise the digit would land in the field the cursor goes back to
        event.preventDefault();
        choose(chosen.id);
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(list.current, event.key === "ArrowDown" ? 1 : -1);
      }
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  });

  return (
    <Dialog title={title} onClose={onClose}>
      <ol className="choices" ref={list}>
        {choices.map(({ id, label, detail }, index) => (
          <li key={id}>
            <button type="button" className="choice" data-choice={id} onClick={() => choose(id)}>
              <span className="key" aria-hidden="true">
                {index + 1}
              </span>
              <span className="choice-label">{label}</span>
              {detail !== undefined && <span className="dim">{detail}</span>}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function step(list: HTMLOListElement | null, by: number): void {
  const buttons = [...(list?.querySelectorAll("button") ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
