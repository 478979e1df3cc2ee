import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "wouter";

import { useFormats } from "../../shell/format";
import { Page } from "../../shell/view/Page";
import { Failed, Waiting } from "../../shell/view/States";
import { noonOf, useFigures } from "../state";
import { Chart } from "./Chart";
import { Definitions, LineChoice, Totals } from "./FigureParts";
import { FigureTable } from "./FigureTable";

/** The customer's own line, or lines, over the last 30 days (B11). */
export function FigureScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search, setSearch] = useSearchParams();
  const lineId = search.get("line") ?? undefined;
  const read = useFigures(lineId);
  const figures = read.data;
  const tail = lineId === undefined ? "" : `?line=${lineId}`;
  return (
    <Page title={t("figure.title")} back="/settings" testId="figures">
      <LineChoice
        lineId={lineId}
        onChange={(line) => setSearch(line === undefined ? {} : { line }, { replace: true })}
      />
      {read.error && !figures && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {!figures && !read.error && <Waiting />}
      {figures && (
        <>
          <p className="quiet">{t("figure.month")}</p>
          <Totals figures={figures.total} withinSeconds={figures.withinSeconds} />
          <Chart
            label={t("figure.chart", {
              arrived: figures.total.arrived,
              answered: figures.total.answered,
              abandoned: figures.total.abandoned,
            })}
            rows={figures.days.toReversed().map(({ day, figures }) => ({ key: day, figures }))}
            marks={[figures.days.at(-1), figures.days[0]].flatMap((each) =>
              each ? [formats.day(noonOf(each.day))] : [],
            )}
          />
          <FigureTable
            caption={t("figure.byDay")}
            head={t("figure.day")}
            rows={figures.days.map(({ day, figures }) => ({
              key: day,
              name: <Link href={`/figures/${day}${tail}`}>{formats.day(noonOf(day))}</Link>,
              figures,
            }))}
          />
          <Definitions
            withinSeconds={figures.withinSeconds}
            shortAbandonSeconds={figures.shortAbandonSeconds}
          />
        </>
      )}
    </Page>
  );
}
