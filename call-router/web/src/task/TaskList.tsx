import { useTranslation } from "react-i18next";

import type { Task } from "../contract";
import { useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { useLanguage } from "../look/words";
import { age, moment, secondsBetween } from "../words/time";
import { releaseTask, takeTask } from "./api";
import { callerOf, countsOf } from "./state";
import styles from "./task.module.css";
import { Voicemail } from "./Voicemail";

/** Own tasks and the team's: due ones first, oldest first, then those put off. */
export function TaskList({ detailed }: { detailed: boolean }) {
  const { t } = useTranslation();
  const tasks = useDesk((desk) => desk.tasks);
  return (
    <section aria-labelledby="tasks-title" data-testid="tasks">
      <h2 className="heading" id="tasks-title" tabIndex={-1}>
        {t("task.titleCounts", countsOf(tasks))}
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
  const { task: open } = useActions();
  const language = useLanguage();
  const now = useNow();
  const who = callerOf(task);
  const later = task.dueAt !== undefined && Date.parse(task.dueAt) > now;
  const overdue = task.dueAt !== undefined && !later;
  return (
    <li className={styles.task} data-current={open?.taskId === task.taskId || undefined}>
      <p>
        <strong>{t(`task.kind.${task.kind}`)}</strong>{" "}
        <span className={overdue ? styles.overdue : "dim"}>
          {age(secondsBetween(task.createdAt, now), language)}
          {!task.mine && ` · ${task.ownerName ?? t("task.team")}`}
          {task.tries > 0 && ` · ${t("task.tries", { count: task.tries })}`}
          {task.dueAt !== undefined &&
            ` · ${t("task.again", { time: moment(task.dueAt, now, language) })}`}
        </span>
      </p>
      <p>
        {task.vip && <Star />}
        {who !== "" && `${who} · `}
        {task.customerName}
      </p>
      {detailed && task.text !== undefined && <p className="dim">{task.text}</p>}
      {task.kind === "voicemail" && task.callId !== undefined && !taken(task) && (
        <Voicemail callId={task.callId} who={who} />
      )}
      <TaskButtons task={task} who={who} />
    </li>
  );
}

/** A VIP's mark: seen as a star, read aloud as a word. */
function Star() {
  const { t } = useTranslation();
  return (
    <span aria-label={t("card.vip")} role="img" data-testid="task-vip">
      ★{" "}
    </span>
  );
}

/** Whether a colleague has it. */
function taken(task: Task): boolean {
  return !task.mine && task.ownerName !== undefined;
}

/** What can be done with a task now: a colleague's can only be taken over. */
function TaskButtons({ task, who }: { task: Task; who: string }) {
  const { t } = useTranslation();
  const { openTask, show, attempt } = useActions();
  const calling = useDesk((desk) => desk.call !== undefined);
  const colleagues = taken(task);
  const personal = task.kind === "finish-note";
  const take = () =>
    attempt(takeTask(task.taskId, colleagues).then((done) => (done.ok ? undefined : done.problem)));
  const release = () =>
    attempt(releaseTask(task.taskId).then((done) => (done.ok ? undefined : done.problem)));
  return (
    <div className={styles.buttons}>
      {task.callId !== undefined && !colleagues && (
        <TaskButton
          name="open"
          words={t("task.open")}
          who={who}
          disabled={calling}
          act={() => openTask(task)}
        />
      )}
      {!task.mine && (
        <TaskButton
          name="take"
          words={colleagues ? t("task.takeOver", { name: task.ownerName ?? "" }) : t("task.take")}
          who={who}
          act={take}
        />
      )}
      {task.mine && !personal && (
        <TaskButton name="release" words={t("task.release")} who={who} act={release} />
      )}
      {!colleagues && !personal && (
        <TaskButton
          name="try-again"
          words={t("task.tryAgain")}
          who={who}
          act={() => show({ kind: "try-again", task })}
        />
      )}
      {!colleagues && (
        <TaskButton
          name="close"
          words={t("task.close")}
          who={who}
          act={() => show({ kind: "close-task", task })}
        />
      )}
    </div>
  );
}

interface TaskButtonProps {
  name: string;
  words: string;
  who: string;
  disabled?: boolean;
  act: () => void;
}

function TaskButton({ name, words, who, disabled, act }: TaskButtonProps) {
  return (
    <button
      type="button"
      className="link-button"
      disabled={disabled}
      data-testid={`task-${name}`}
      onClick={act}
    >
      {words}
      <span className="visually-hidden"> {who}</span>
    </button>
  );
}
