import { useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "../../contract/problem";
import type { Instruction } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useProblemMessage } from "../../shell/messages";
import { Confirm } from "../../shell/view/Confirm";
import { useDeleteInstruction } from "../state";

interface Props {
  /** The instruction being changed; null for a new one. */
  readonly instruction: Instruction | null;
  /** How many answers are missing, once saving was tried. */
  readonly missing: number;
  readonly error: Error | null;
  readonly saving: boolean;
  readonly onDeleted: () => void;
}

/** Save and delete, and above them what stands in the way. */
export function FormFoot({ instruction, missing, error, saving, onDeleted }: Props) {
  const { t } = useTranslation();
  const message = useProblemMessage();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteInstruction();
  const problem = error ?? remove.error;
  return (
    <>
      {missing > 0 && (
        <p role="alert" className="problem" data-testid="form-problem">
          {t("form.incomplete", { count: missing })}
        </p>
      )}
      {problem !== null && (
        <p role="alert" className="problem" data-testid="form-problem">
          {isProblem(problem, "precondition-failed")
            ? t("form.changedElsewhere")
            : message(problem)}
        </p>
      )}
      <div className="actions actions-end">
        {instruction !== null && (
          <ActionButton
            color="red"
            variant="outline"
            onClick={() => setAsking(true)}
            data-testid="delete-instruction"
          >
            {t("form.delete")}
          </ActionButton>
        )}
        <ActionButton type="submit" loading={saving} data-testid="save-instruction">
          {t("form.save")}
        </ActionButton>
      </div>
      {instruction !== null && (
        <Confirm
          open={asking}
          question={t("form.deleteQuestion")}
          explanation={t("form.deleteExplanation")}
          yes={t("form.delete")}
          onYes={() => remove.mutate(instruction, { onSuccess: onDeleted })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
