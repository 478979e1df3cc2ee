import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Task } from "../contract";
import { newId } from "../note/id";
import { postponeTask } from "./api";
import { laterAt, laters } from "./later";
import { TaskDialog } from "./TaskDialog";

/** The server adds a word of its own in front. */
const longestRemark = 450;

/** Nobody was reached: when to try again, and what was learnt. */
export function TryAgain({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const [tryId] = useState(newId);
  return (
    <TaskDialog
      task={task}
      title={t("task.tryAgainTitle")}
      label={t("task.tryAgainLabel")}
      choices={laters.map((value) => ({ value, label: t(`task.later.${value}`) }))}
      first="60"
      longestRemark={longestRemark}
      save={t("task.tryAgainSave")}
      onSave={async (later, remark) => {
        const againAt = laterAt(later, new Date()).toISOString();
        const result = await postponeTask(task.taskId, tryId, {
          againAt,
          ...(remark !== undefined && { remark }),
        });
        return result.ok ? undefined : result.problem;
      }}
      onClose={onClose}
    />
  );
}
