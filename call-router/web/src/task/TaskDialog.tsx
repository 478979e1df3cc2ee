import { Button, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Problem, Task } from "../contract";
import { Dialog } from "../look/Dialog";
import { useProblemWords } from "../look/words";
import { callerOf } from "./state";
import styles from "./task.module.css";

interface TaskDialogProps<Choice extends string> {
  task: Task;
  title: string;
  label: string;
  choices: readonly { value: Choice; label: string }[];
  first: Choice;
  longestRemark: number;
  save: string;
  /** Undefined when it is done; the problem otherwise. */
  onSave: (choice: Choice, remark: string | undefined) => Promise<Problem | undefined>;
  onClose: () => void;
}

/** What becomes of a task: one choice, and a remark. */
export function TaskDialog<Choice extends string>(props: TaskDialogProps<Choice>) {
  const { task, title, label, choices, first, longestRemark, save, onSave, onClose } = props;
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const [choice, setChoice] = useState(first);
  const [remark, setRemark] = useState("");
  const [problem, setProblem] = useState("");

  const submit = async () => {
    const said = remark.trim();
    const refused = await onSave(choice, said === "" ? undefined : said);
    if (refused) setProblem(problemWords(refused));
    else onClose();
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.closing}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          <strong>{t(`task.kind.${task.kind}`)}</strong>{" "}
          {[callerOf(task), task.customerName].filter(Boolean).join(" · ")}
        </p>
        <Radio.Group
          label={label}
          value={choice}
          onChange={(chosen) =>
            setChoice(choices.find(({ value }) => value === chosen)?.value ?? first)
          }
        >
          <div className={styles.outcomes}>
            {choices.map(({ value, label }) => (
              <Radio
                key={value}
                value={value}
                label={label}
                data-first={value === first || undefined}
              />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t("task.remark")}
          maxLength={longestRemark}
          value={remark}
          error={problem !== "" && problem}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        <Button type="submit">{save}</Button>
      </form>
    </Dialog>
  );
}
