import { useTranslation } from "react-i18next";

import type { Task } from "../contract";
import { useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { useLanguage } from "../look/words";
import { phone } from "../words/phone";
import { age, secondsBetween } from "../words/time";
import styles from "./task.module.css";

/** Own tasks and the team's without an owner, oldest first. */
export function TaskList({ detailed }: { detailed: boolean }) {
  const { t } = useTranslation();
  const tasks = useDesk((desk) => desk.tasks);
  return (
    <section aria-labelledby="tasks-title" data-testid="tasks">
      <h2 className="heading" id="tasks-title" tabIndex={-1}>
        {t("task.titleCount", { count: tasks.length })}
      </h2>
      {tasks.length === 0 && (
        <p className="dim">
          {t("task.none")} {detailed && t("task.noneHint")}
        </p>
      )}
      <ul className={detailed ? styles.detailed : styles.list}>
        {tasks.map((task) => (
          <TaskLine key={task.taskId} task={task} detailed={detailed} />
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task, detailed }: { task: Task; detailed: boolean }) {
  const { t } = useTranslation();
  const { openTask, show, task: open } = useActions();
  const language = useLanguage();
  const now = useNow();
  const calling = useDesk((desk) => desk.call !== undefined);
  const who = task.callerName ?? (task.callerNumber === undefined ? "" : phone(task.callerNumber));
  const overdue = task.dueAt !== undefined && Date.parse(task.dueAt) < now;
  return (
    <li className={styles.task} data-current={open?.taskId === task.taskId || undefined}>
      <p>
        <strong>{t(`task.kind.${task.kind}`)}</strong>{" "}
        <span className={overdue ? styles.overdue : "dim"}>
          {age(secondsBetween(task.createdAt, now), language)}
          {!task.mine && ` · ${t("task.team")}`}
        </span>
      </p>
      <p>
        {who !== "" && `${who} · `}
        {task.customerName}
      </p>
      {detailed && task.text !== undefined && <p className="dim">{task.text}</p>}
      <div className={styles.buttons}>
        {task.callId !== undefined && (
          <button
            type="button"
            className="link-button"
            disabled={calling}
            onClick={() => openTask(task)}
          >
            {t("task.open")}
            <span className="visually-hidden"> {who}</span>
          </button>
        )}
        <button
          type="button"
          className="link-button"
          onClick={() => show({ kind: "close-task", task })}
        >
          {t("task.close")}
          <span className="visually-hidden"> {who}</span>
        </button>
      </div>
    </li>
  );
}
