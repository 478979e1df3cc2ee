import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { KeyHint, useActions } from "../desk/actions";
import { Dialog } from "../look/Dialog";
import type { ActionName } from "./keymap";

/** Any command by its name: type, arrows, Enter. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { available, run } = useActions();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();

  const found = [...available]
    .filter((name) => name !== "search")
    .map((name) => ({ name, label: t(`action.${name}`) }))
    .filter(({ label }) => plain(label).includes(plain(text)));
  const chosen = found[Math.min(at, found.length - 1)];
  const go = (name: ActionName) => {
    onClose();
    run(name);
  };
  return (
    <Dialog title={t("app.search")} onClose={onClose}>
      <input
        className="search-field"
        data-first
        aria-label={t("app.search")}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.name}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((before) => Math.min(before + 1, found.length - 1));
          else if (event.key === "ArrowUp") setAt((before) => Math.max(before - 1, 0));
          else if (event.key === "Enter" && chosen) go(chosen.name);
          else return;
          event.preventDefault();
        }}
      />
      {found.length === 0 && <p className="dim">{t("app.noCommand")}</p>}
      <div className="search-list" id={list} role="listbox" aria-label={t("app.search")}>
        {found.map(({ name, label }) => (
          // the field keeps the cursor; its keys move the selection
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={name}
            id={`${list}-${name}`}
            role="option"
            tabIndex={-1}
            aria-selected={name === chosen?.name}
            onClick={() => go(name)}
          >
            {label} <KeyHint name={name} />
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** Without capitals and accents, so that "reprendre" and "Réprendre" are one. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
