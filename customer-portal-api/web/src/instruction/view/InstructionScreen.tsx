import { useTranslation } from "react-i18next";

import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { useInstructions, useLines } from "../state";
import { InstructionForm } from "./InstructionForm";

/** A new instruction, or one being changed. */
export function InstructionScreen({ instructionId }: { readonly instructionId: string | null }) {
  const { t } = useTranslation();
  const lines = useLines();
  const instructions = useInstructions();
  const title = instructionId === null ? t("form.titleNew") : t("form.title");
  return (
    <Page title={title} back="/instructions" testId="instruction-form">
      <Loaded instructionId={instructionId} lines={lines} instructions={instructions} />
    </Page>
  );
}

interface LoadedProps {
  readonly instructionId: string | null;
  readonly lines: ReturnType<typeof useLines>;
  readonly instructions: ReturnType<typeof useInstructions>;
}

function Loaded({ instructionId, lines, instructions }: LoadedProps) {
  const { t } = useTranslation();
  const error = lines.error ?? instructions.error;
  if (lines.data === undefined || instructions.data === undefined) {
    if (error === null) return <Waiting rows={4} />;
    const again = () => void Promise.all([lines.refetch(), instructions.refetch()]);
    return <Failed error={error} onRetry={again} />;
  }
  const instruction = instructions.data.find((each) => each.id === instructionId) ?? null;
  const line = lines.data.find((each) => each.id === instruction?.lineId) ?? lines.data[0];
  if (line === undefined) return <Empty title={t("instructions.noLine")} />;
  if (instructionId !== null && instruction === null) {
    return <Empty title={t("instructions.missing")} />;
  }
  return (
    <InstructionForm
      lines={lines.data}
      line={line}
      instruction={instruction}
      all={instructions.data}
    />
  );
}
