import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { Me, Wallboard } from "../contract";
import { Refused } from "../contract/client";
import { useLocalNow } from "../look/now";
import { useLanguage, useProblemWords } from "../look/words";
import { clockWithSeconds, duration, secondsBetween } from "../words/time";
import { wallboardNow } from "./api";
import { HistoryChart } from "./HistoryChart";
import { SecretaryTiles } from "./SecretaryTiles";
import { TeamTable } from "./TeamTable";
import styles from "./wallboard.module.css";

/** For a television on the wall: four big numbers, the teams, the secretaries, the last two hours. */
export function WallboardPage({ me }: { me: Me }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const allowed = me.role === "supervisor";
  const board = useQuery({
    queryKey: ["wallboard"],
    queryFn: wallboardNow,
    refetchInterval: 2_000,
    retry: false,
    enabled: allowed,
  });
  if (!allowed) return <Alone words={t("wallboard.forbidden")} />;
  if (board.data) return <Board board={board.data} stale={board.isError} />;
  const problem = board.error instanceof Refused ? board.error.problem : undefined;
  return <Alone words={problem ? problemWords(problem) : t("app.loading")} />;
}

function Alone({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <main className={styles.alone}>
      <h1>{t("wallboard.title")}</h1>
      <p>{words}</p>
      <a href="/">{t("wallboard.back")}</a>
    </main>
  );
}

function Board({ board, stale }: { board: Wallboard; stale: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const localNow = useLocalNow();
  // the page may run ahead of the last answer, never behind it
  const now = Math.max(localNow, Date.parse(board.at));
  const longest =
    board.longestWaitingSince === undefined ? 0 : secondsBetween(board.longestWaitingSince, now);
  const { percent, withinSeconds } = board.serviceLevel;
  return (
    <main className={styles.board} data-testid="wallboard">
      <h1 className="visually-hidden">{t("wallboard.title")}</h1>
      <div className={styles.numbers}>
        <BigNumber
          label={t("wallboard.waiting")}
          value={String(board.waiting)}
          alarm={board.waiting >= board.waitingAlarmAt}
        />
        <BigNumber
          label={t("wallboard.longest")}
          value={duration(longest)}
          alarm={longest >= board.longestWaitAlarmSeconds}
        />
        <BigNumber
          label={t("wallboard.level", { seconds: withinSeconds })}
          value={percent === undefined ? "–" : `${percent} %`}
          alarm={percent !== undefined && percent < board.serviceLevelAlarmPercent}
        />
        <BigNumber
          label={t("wallboard.abandoned")}
          value={String(board.abandoned)}
          alarm={board.abandoned >= board.abandonedAlarmAt}
        />
      </div>
      {stale && (
        <p className={styles.stale} role="alert">
          {t("wallboard.old", { time: clockWithSeconds(board.at, language) })}
        </p>
      )}
      <div className={styles.middle}>
        <TeamTable teams={board.teams} now={now} />
        <SecretaryTiles secretaries={board.secretaries} now={now} />
      </div>
      <HistoryChart history={board.history} />
    </main>
  );
}

function BigNumber({ label, value, alarm }: { label: string; value: string; alarm: boolean }) {
  return (
    <div className={alarm ? styles.alarm : styles.number} data-alarm={alarm}>
      <p className={styles.digits}>{value}</p>
      <p className={styles.label}>{label}</p>
    </div>
  );
}
