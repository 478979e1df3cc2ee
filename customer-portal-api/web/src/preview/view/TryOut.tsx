import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { InstructionContent } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useProblemMessage } from "../../shell/messages";
import { replayLastWeek } from "../api";
import { ReplayResult } from "./ReplayResult";

interface Props {
  /** The stored instruction the draft changes; null for a new one. */
  readonly instructionId: string | null;
  /** What would be saved now; null while an answer is missing. */
  readonly content: () => InstructionContent | null;
  /** The draft as it stands, to notice when the answer is not about it any more. */
  readonly draft: unknown;
}

/** "How would last week's calls have gone under this draft?" (A11) */
export function TryOut({ instructionId, content, draft }: Props) {
  const { t } = useTranslation();
  const message = useProblemMessage();
  const replay = useMutation({
    mutationFn: ({ tried }: { tried: InstructionContent; draft: unknown }) =>
      replayLastWeek(instructionId, tried),
  });
  const current = replay.variables?.draft === draft;
  const run = () => {
    const tried = content();
    if (tried !== null) replay.mutate({ tried, draft });
  };
  return (
    <section className="stack-tight" aria-label={t("replay.title")}>
      <div className="actions">
        <ActionButton
          variant="default"
          onClick={run}
          loading={replay.isPending}
          data-testid="try-out"
        >
          {t("replay.try")}
        </ActionButton>
      </div>
      {replay.error !== null && current && (
        <p role="alert" className="problem">
          {message(replay.error)}
        </p>
      )}
      <div aria-live="polite">
        {replay.data !== undefined && current && <ReplayResult replay={replay.data} />}
      </div>
    </section>
  );
}
