import { useTranslation } from "react-i18next";

import { useDesk } from "../desk/store";
import { duration } from "../words/time";
import styles from "./figures.module.css";

/** Today's figures: one's own first, then the team's. */
export function TodayPanel() {
  const { t } = useTranslation();
  const figures = useDesk((desk) => desk.figures);
  if (!figures) return null;
  const { team } = figures;
  const level = team.serviceLevel;
  return (
    <section aria-labelledby="today-title" data-testid="figures">
      <h2 className="heading" id="today-title">
        {t("figures.title")}
      </h2>
      <div className={styles.groups}>
        <Group title={t("figures.mine")}>
          <Figure value={figures.answered} label={t("figures.answered")} />
          <Figure value={figures.notesSent} label={t("figures.notesSent")} />
          <Figure value={figures.putThrough} label={t("figures.putThrough")} />
          <Figure value={figures.missedOffers} label={t("figures.missedOffers")} />
          <Figure value={duration(figures.talkSeconds)} label={t("figures.talk")} />
        </Group>
        <Group title={t("figures.team")}>
          <Figure
            value={level.percent === undefined ? "–" : `${level.percent} %`}
            label={t("figures.level", { seconds: level.withinSeconds })}
          />
          <Figure value={team.arrived} label={t("figures.arrived")} />
          <Figure value={team.answered} label={t("figures.answered")} />
          <Figure value={team.abandoned} label={t("figures.abandoned")} />
          <Figure
            value={
              team.averageAnswerSeconds === undefined ? "–" : duration(team.averageAnswerSeconds)
            }
            label={t("figures.averageAnswer")}
          />
        </Group>
      </div>
    </section>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <dl className={styles.figures}>{children}</dl>
    </div>
  );
}

function Figure({ value, label }: { value: string | number; label: string }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
