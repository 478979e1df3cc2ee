import { ifMatch, portal, take } from "../contract/client";
import type {
  ForwardingNumber,
  Instruction,
  InstructionContent,
  Line,
  LineChoices,
  NumberCode,
  PutThrough,
} from "../contract/types";

export async function lines(): Promise<Line[]> {
  const { items } = await take(portal.GET("/lines"));
  return items;
}

export function changeLineNow(
  lineId: string,
  putThrough: PutThrough,
  until: string | null,
): Promise<Line> {
  return take(
    portal.PUT("/lines/{lineId}/quick-change", {
      params: { path: { lineId } },
      body: { putThrough, until },
    }),
  );
}

export function endQuickChange(lineId: string): Promise<Line> {
  return take(portal.DELETE("/lines/{lineId}/quick-change", { params: { path: { lineId } } }));
}

export function chooseForLine(
  lineId: string,
  version: number,
  choices: LineChoices,
): Promise<Line> {
  return take(
    portal.PUT("/lines/{lineId}/choices", {
      params: { path: { lineId }, header: ifMatch(version) },
      body: choices,
    }),
  );
}

export async function instructions(): Promise<Instruction[]> {
  const { items } = await take(portal.GET("/instructions"));
  return items;
}

export function createInstruction(id: string, content: InstructionContent): Promise<Instruction> {
  return take(portal.POST("/instructions", { body: { id, ...content } }));
}

export function replaceInstruction(
  instructionId: string,
  version: number,
  content: InstructionContent,
): Promise<Instruction> {
  return take(
    portal.PUT("/instructions/{instructionId}", {
      params: { path: { instructionId }, header: ifMatch(version) },
      body: content,
    }),
  );
}

export async function deleteInstruction(instructionId: string, version: number): Promise<void> {
  await take(
    portal.DELETE("/instructions/{instructionId}", {
      params: { path: { instructionId }, header: ifMatch(version) },
    }),
  );
}

export async function forwardingNumbers(): Promise<ForwardingNumber[]> {
  const { items } = await take(portal.GET("/forwarding-numbers"));
  return items;
}

export type NewForwardingNumber = Pick<ForwardingNumber, "id" | "number" | "label">;

export function addForwardingNumber(body: NewForwardingNumber): Promise<ForwardingNumber> {
  return take(portal.POST("/forwarding-numbers", { body }));
}

export function sendNumberCode(
  forwardingNumberId: string,
  id: string,
  by: NumberCode["by"],
): Promise<NumberCode> {
  return take(
    portal.POST("/forwarding-numbers/{forwardingNumberId}/codes", {
      params: { path: { forwardingNumberId } },
      body: { id, by },
    }),
  );
}

export function numberCode(forwardingNumberId: string): Promise<NumberCode> {
  return take(
    portal.GET("/forwarding-numbers/{forwardingNumberId}/codes/latest", {
      params: { path: { forwardingNumberId } },
    }),
  );
}

export function proveForwardingNumber(
  forwardingNumberId: string,
  code: string,
): Promise<ForwardingNumber> {
  return take(
    portal.PUT("/forwarding-numbers/{forwardingNumberId}/proof", {
      params: { path: { forwardingNumberId } },
      body: { code },
    }),
  );
}
