import { useEffect, useLayoutEffect } from "react";

import type { ActionName } from "../keys/keymap";
import { actionFor } from "../keys/keymap";

/** Listens for the keys of the desk, and tells the page when the cursor is in a field. */
export function useKeys(available: ReadonlySet<ActionName>, run: (name: ActionName) => void): void {
  // with the screen, not after it: a key does what the screen says in the moment it says so
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const name = actionFor(
        {
          key: event.key,
          code: event.code,
          alt: event.altKey,
          ctrl: event.ctrlKey,
          meta: event.metaKey,
          repeat: event.repeat,
        },
        {
          typing: isField(document.activeElement),
          dialog: document.querySelector("dialog[open]") !== null,
          available,
        },
      );
      if (!name) return;
      event.preventDefault();
      run(name);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [available, run]);

  useEffect(() => {
    const moved = () => {
      document.body.toggleAttribute("data-typing", isField(document.activeElement));
    };
    document.addEventListener("focusin", moved);
    document.addEventListener("focusout", moved);
    return () => {
      document.removeEventListener("focusin", moved);
      document.removeEventListener("focusout", moved);
    };
  }, []);
}

const withoutLetters = new Set(["radio", "checkbox", "button", "submit", "range"]);

/** A place where letters are text. */
export function isField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !withoutLetters.has(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
