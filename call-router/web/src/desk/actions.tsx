import { createContext, useContext } from "react";
import type { ReactNode } from "react";

import type { Problem, Task } from "../contract";
import type { ActionName } from "../keys/keymap";
import { chordOf, letterNow } from "../keys/keymap";
import type { Workplace } from "./workplace";

/** What lies over the desk. */
export type Overlay =
  | { kind: "why" | "help" | "search" | "break" | "sign-out" }
  | { kind: "consult" | "blind" | "pick-up" | "digits" }
  | { kind: "close-task" | "try-again"; task: Task };

/** What every view of the desk can reach: the workplace, the actions possible now, the overlays. */
export interface DeskActions {
  workplace: Workplace;
  available: ReadonlySet<ActionName>;
  run: (name: ActionName) => void;
  /** Calls one number, or without it the ladder from its first. */
  consult: (forwardingNumberId?: string) => void;
  /** Transfers blind, from this number of the ladder on. */
  transfer: (forwardingNumberId: string) => void;
  pickUp: (callId: string) => void;
  attempt: (deed: Promise<Problem | undefined>) => void;
  show: (overlay: Overlay | undefined) => void;
  openTask: (task: Task | undefined) => void;
  task: Task | undefined;
}

export const ActionsContext = createContext<DeskActions | undefined>(undefined);

export function useActions(): DeskActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("no desk around this view");
  return actions;
}

/** The key of an action as it has to be pressed now. */
export function KeyHint({ name }: { name: ActionName }) {
  const { available } = useActions();
  const chord = chordOf[name];
  const letter = letterNow(name, available);
  if (chord !== undefined) return <span className="key">{chord}</span>;
  if (letter === undefined) return null;
  return (
    <span className="key" aria-hidden="true">
      <span className="key-alt">Alt </span>
      {letter.toUpperCase()}
    </span>
  );
}

interface ActionButtonProps {
  name: ActionName;
  children: ReactNode;
  className?: string | undefined;
  pressed?: boolean;
  /** Where it stands, when the same action has two buttons. */
  place?: string;
}

/** A button for one action with its key; not there when the action is impossible. */
export function ActionButton({
  name,
  children,
  className,
  pressed,
  place = "action",
}: ActionButtonProps) {
  const { available, run } = useActions();
  if (!available.has(name)) return null;
  const letter = letterNow(name, available);
  return (
    <button
      type="button"
      className={className ?? "plain-button"}
      data-testid={`${place}-${name}`}
      aria-keyshortcuts={
        letter && letter !== "?" ? `${letter.toUpperCase()} Alt+${letter.toUpperCase()}` : undefined
      }
      aria-pressed={pressed}
      onClick={() => run(name)}
    >
      {children} <KeyHint name={name} />
    </button>
  );
}
