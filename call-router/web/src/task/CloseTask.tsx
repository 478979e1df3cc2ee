import { Button, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Task, TaskClosure } from "../contract";
import { Dialog } from "../look/Dialog";
import { useProblemWords } from "../look/words";
import { closeTask } from "./api";
import styles from "./task.module.css";

const outcomes = ["reached", "no-answer", "not-needed", "done"] as const;

/** Closes a task with what came of it. */
export function CloseTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const [outcome, setOutcome] = useState<TaskClosure["outcome"]>("reached");
  const [remark, setRemark] = useState("");
  const [problem, setProblem] = useState("");

  const submit = async () => {
    const said = remark.trim();
    const result = await closeTask(task.taskId, { outcome, ...(said !== "" && { remark: said }) });
    if (result.ok) onClose();
    else setProblem(problemWords(result.problem));
  };

  return (
    <Dialog title={t("task.closeTitle")} onClose={onClose}>
      <form
        className={styles.closing}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          <strong>{t(`task.kind.${task.kind}`)}</strong> {task.callerName} · {task.customerName}
        </p>
        <Radio.Group
          label={t("task.outcomeLabel")}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((known) => known === value) ?? "done")}
        >
          <div className={styles.outcomes}>
            {outcomes.map((value) => (
              <Radio key={value} value={value} label={t(`task.outcome.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t("task.remark")}
          maxLength={500}
          value={remark}
          error={problem !== "" && problem}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        <Button type="submit">{t("task.close")}</Button>
      </form>
    </Dialog>
  );
}
