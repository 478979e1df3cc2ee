import { useQuery } from "@tanstack/react-query";
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

/** The company's day in half hours, for supervisors: a chart to look at, the table behind it (B10, B11). */
export function HalfHourPage({ me, read }: { me: Me; read: () => Promise<HalfHours> }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const allowed = me.role === "supervisor";
  const day = useQuery({
    queryKey: ["half-hours"],
    queryFn: read,
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
      {day.data ? <Day day={day.data} stale={day.isError} /> : <p>{words}</p>}
    </main>
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
          : t("halfHours.at", { time: clock(day.at, language) })}
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
