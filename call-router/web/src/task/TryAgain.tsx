import { Button, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Task } from "../contract";
import { Dialog } from "../look/Dialog";
import { useProblemWords } from "../look/words";
import { newId } from "../note/id";
import { postponeTask } from "./api";
import type { Later } from "./later";
import { laterAt, laters } from "./later";
import styles from "./task.module.css";

/** Nobody was reached: when to try again, and what was learnt. */
export function TryAgain({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const [tryId] = useState(newId);
  const [later, setLater] = useState<Later>("60");
  const [remark, setRemark] = useState("");
  const [problem, setProblem] = useState("");

  const submit = async () => {
    const said = remark.trim();
    const result = await postponeTask(task.taskId, tryId, {
      againAt: laterAt(later, new Date()).toISOString(),
      ...(said !== "" && { remark: said }),
    });
    if (result.ok) onClose();
    else setProblem(problemWords(result.problem));
  };

  return (
    <Dialog title={t("task.tryAgainTitle")} onClose={onClose}>
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
          label={t("task.tryAgainLabel")}
          value={later}
          onChange={(value) => setLater(laters.find((known) => known === value) ?? "60")}
        >
          <div className={styles.outcomes}>
            {laters.map((value) => (
              <Radio key={value} value={value} label={t(`task.later.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t("task.remark")}
          maxLength={450}
          value={remark}
          error={problem !== "" && problem}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        <Button type="submit">{t("task.tryAgainSave")}</Button>
      </form>
    </Dialog>
  );
}
