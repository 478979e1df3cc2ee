import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { uuidv7 } from "uuidv7";

import type {
  InstructionContent,
  Line,
  LineChoices,
  NumberCode,
  PutThrough,
} from "../contract/types";
import {
  addForwardingNumber,
  changeLineNow,
  chooseForLine,
  createInstruction,
  deleteInstruction,
  endQuickChange,
  forwardingNumbers,
  instructions,
  lines,
  numberCode,
  proveForwardingNumber,
  replaceInstruction,
  sendNumberCode,
} from "./api";
import { type QuickLength, quickUntil } from "./quick";

export const LINES = ["lines"] as const;
export const INSTRUCTIONS = ["instructions"] as const;
export const FORWARDING_NUMBERS = ["forwarding-numbers"] as const;

/** The lines; read again each half minute, because a rule may end by itself. */
export function useLines() {
  return useQuery({ queryKey: LINES, queryFn: lines, refetchInterval: 30_000 });
}

export function useInstructions() {
  return useQuery({ queryKey: INSTRUCTIONS, queryFn: instructions });
}

export function useForwardingNumbers() {
  return useQuery({ queryKey: FORWARDING_NUMBERS, queryFn: forwardingNumbers });
}

export interface QuickChange {
  readonly lineId: string;
  readonly putThrough: PutThrough;
  readonly lasting: QuickLength;
  readonly timeZone: string;
}

function useLineChange<T>(change: (of: T) => Promise<Line>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => {
      queries.setQueryData<Line[]>(LINES, (known) =>
        known?.map((line) => (line.id === changed.id ? changed : line)),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: INSTRUCTIONS }),
  });
}

export function useQuickChange() {
  return useLineChange(({ lineId, putThrough, lasting, timeZone }: QuickChange) =>
    changeLineNow(lineId, putThrough, quickUntil(lasting, Date.now(), timeZone)),
  );
}

export function useEndQuickChange() {
  return useLineChange(endQuickChange);
}

export interface Choosing {
  readonly lineId: string;
  /** Of the choices that the wish was made from. */
  readonly version: number;
  readonly choices: LineChoices;
}

/** What is chosen once for a whole line; when somebody else was faster, what is there is read again. */
export function useChooseForLine() {
  const queries = useQueryClient();
  const change = useLineChange(({ lineId, version, choices }: Choosing) =>
    chooseForLine(lineId, version, choices),
  );
  const read = () => queries.invalidateQueries({ queryKey: LINES });
  return { ...change, read };
}

export interface Saving {
  readonly id: string;
  /** The version that is replaced; null for a new instruction. */
  readonly version: number | null;
  readonly content: InstructionContent;
}

function useInstructionChange<T>(change: (of: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: INSTRUCTIONS }),
        queries.invalidateQueries({ queryKey: LINES }),
      ]),
  });
}

export function useSaveInstruction() {
  return useInstructionChange(({ id, version, content }: Saving) =>
    version === null ? createInstruction(id, content) : replaceInstruction(id, version, content),
  );
}

export function useDeleteInstruction() {
  return useInstructionChange(({ id, version }: { id: string; version: number }) =>
    deleteInstruction(id, version),
  );
}

export function useAddForwardingNumber() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: addForwardingNumber,
    onSettled: () => queries.invalidateQueries({ queryKey: FORWARDING_NUMBERS }),
  });
}

/** Sends a code to a number; each press is a new code. */
export function useSendCode(forwardingNumberId: string) {
  return useMutation({
    mutationFn: (by: NumberCode["by"]) => sendNumberCode(forwardingNumberId, uuidv7(), by),
  });
}

const CALL_LOOK_MILLIS = 2_000;

/** How the call that speaks the code goes; looked at until it is over. */
export function useCallOutcome(forwardingNumberId: string, sent: NumberCode | undefined) {
  return useQuery({
    queryKey: ["number-code", forwardingNumberId, sent?.id],
    queryFn: () => numberCode(forwardingNumberId),
    enabled: sent?.by === "CALL",
    refetchInterval: (query) =>
      (query.state.data?.call ?? null) === null ? CALL_LOOK_MILLIS : false,
  });
}

export function useProveNumber(forwardingNumberId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => proveForwardingNumber(forwardingNumberId, code),
    onSuccess: () => queries.invalidateQueries({ queryKey: FORWARDING_NUMBERS }),
  });
}
