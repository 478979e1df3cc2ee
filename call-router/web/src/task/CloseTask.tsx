import { useTranslation } from "react-i18next";

import type { Task } from "../contract";
import { closeTask } from "./api";
import { TaskDialog } from "./TaskDialog";

const outcomes = ["reached", "no-answer", "not-needed", "done"] as const;
const longestRemark = 500;

/** Closes a task with what came of it. */
export function CloseTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <TaskDialog
      task={task}
      title={t("task.closeTitle")}
      label={t("task.outcomeLabel")}
      choices={outcomes.map((value) => ({ value, label: t(`task.outcome.${value}`) }))}
      first="reached"
      longestRemark={longestRemark}
      save={t("task.closeTitle")}
      onSave={async (outcome, remark) => {
        const result = await closeTask(task.taskId, {
          outcome,
          ...(remark !== undefined && { remark }),
        });
        return result.ok ? undefined : result.problem;
      }}
      onClose={onClose}
    />
  );
}
