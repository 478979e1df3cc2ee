import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { HalfHours, Me } from "../contract";
import { Refused } from "../contract/client";
import { useLanguage, useProblemWords } from "../look/words";
import { clock, clockWithSeconds } from "../words/time";
import { StepChart } from "../wallboard/StepChart";
import { HalfHourTable } from "./HalfHourTable";
import styles from "./halfhour.module.css";

const halfAMinute = 30_000;
const everyTwoHours = 120;

interface HalfHourPageProps {
  me: Me;
  read: (teamId: string | undefined) => Promise<HalfHours>;
}

/** The day of all teams or of one in half hours, for supervisors: a chart to look at, the table behind it (B10, B11). */
export function HalfHourPage({ me, read }: HalfHourPageProps) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const allowed = me.role === "supervisor";
  const [teamId, choose] = useState(chosenTeam);
  const day = useQuery({
    queryKey: ["half-hours", teamId],
    queryFn: () => read(teamId),
    placeholderData: keepPreviousData,
    refetchInterval: halfAMinute,
    retry: false,
    enabled: allowed,
  });
  const problem = day.error instanceof Refused ? day.error.problem : undefined;
  const words = allowed
    ? problem
      ? problemWords(problem)
      : t("app.loading")
    : t("wallboard.forbidden");
  return (
    <main className={styles.page} data-testid="half-hours">
      <header className={styles.head}>
        <h1>{t("halfHours.title")}</h1>
        <nav className={styles.ways}>
          <a href="/wallboard">{t("wallboard.title")}</a>
          <a href="/">{t("wallboard.back")}</a>
        </nav>
      </header>
      {day.data ? (
        <>
          <TeamChoice
            day={day.data}
            teamId={teamId}
            choose={(team) => {
              rememberTeam(team);
              choose(team);
            }}
          />
          <Day day={day.data} stale={day.isError} />
        </>
      ) : (
        <p>{words}</p>
      )}
    </main>
  );
}

interface TeamChoiceProps {
  day: HalfHours;
  teamId: string | undefined;
  choose: (teamId: string | undefined) => void;
}

/** Whose calls are counted. */
function TeamChoice({ day, teamId, choose }: TeamChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      className={styles.team}
      label={t("halfHours.team")}
      data-testid="figures-team"
      value={teamId ?? ""}
      data={[
        { value: "", label: t("halfHours.allTeams") },
        ...day.teams.map((team) => ({ value: team.teamId, label: team.name })),
      ]}
      onChange={({ currentTarget }) =>
        choose(currentTarget.value === "" ? undefined : currentTarget.value)
      }
    />
  );
}

/** The choice stands in the address, so that a team's figures can be kept as a bookmark. */
function chosenTeam(): string | undefined {
  return new URLSearchParams(window.location.search).get("team") ?? undefined;
}

function rememberTeam(teamId: string | undefined): void {
  const { pathname } = window.location;
  window.history.replaceState(
    null,
    "",
    teamId === undefined ? pathname : `${pathname}?team=${teamId}`,
  );
}

function Day({ day, stale }: { day: HalfHours; stale: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { figures, arrived, answered, abandoned } = summed(day);
  return (
    <>
      <p className={stale ? styles.stale : "dim"} role={stale ? "alert" : undefined}>
        {stale
          ? t("wallboard.old", { time: clockWithSeconds(day.at, language) })
          : t("halfHours.at", {
              team:
                day.teams.find((team) => team.teamId === day.teamId)?.name ??
                t("halfHours.allTeams"),
              time: clock(day.at, language),
            })}
      </p>
      <div className={styles.chart}>
        <StepChart
          title={t("halfHours.chart")}
          described={t("halfHours.described", { arrived, answered, abandoned })}
          line={t("wallboard.abandoned")}
          nothing={t("halfHours.noCalls")}
          tickMinutes={everyTwoHours}
          steps={figures}
        />
      </div>
      <HalfHourTable day={day} />
      <Definitions day={day} />
    </>
  );
}

function summed({ day, halfHours }: HalfHours) {
  const { arrived, answered, abandoned } = day;
  const figures = halfHours.map(({ from, figures }) => ({
    from,
    arrived: figures.arrived,
    answered: figures.answered,
    line: figures.abandoned,
  }));
  return { figures, arrived, answered, abandoned };
}

/** What the numbers mean, where they are read. */
function Definitions({ day }: { day: HalfHours }) {
  const { t } = useTranslation();
  return (
    <section className={styles.meaning} aria-labelledby="meaning">
      <h2 className="heading" id="meaning">
        {t("halfHours.meaning")}
      </h2>
      <ul>
        <li>{t("halfHours.means.wait")}</li>
        <li>{t("halfHours.means.level", { seconds: day.withinSeconds })}</li>
        <li>{t("halfHours.means.abandon")}</li>
        <li>{t("halfHours.means.short", { seconds: day.shortAbandonSeconds })}</li>
        <li>{t("halfHours.means.none")}</li>
      </ul>
    </section>
  );
}
