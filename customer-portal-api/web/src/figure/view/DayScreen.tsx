import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";

import { useFormats } from "../../shell/format";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { noonOf, useFiguresOf } from "../state";
import { Chart } from "./Chart";
import { Definitions, Totals } from "./FigureParts";
import { FigureTable } from "./FigureTable";

/** One day of the customer's lines by half hour (B11). */
export function DayScreen({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search] = useSearchParams();
  const lineId = search.get("line") ?? undefined;
  const read = useFiguresOf(day, lineId);
  const figures = read.data;
  const hour = (from: string) => formats.time(from, figures?.timeZone);
  const halfHours = figures?.halfHours ?? [];
  return (
    <Page
      title={formats.day(noonOf(day))}
      back={lineId === undefined ? "/figures" : `/figures?line=${lineId}`}
      testId="figures-of-day"
    >
      {read.error && !figures && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {!figures && !read.error && <Waiting />}
      {figures && halfHours.length === 0 && <Empty title={t("figure.noCall")} />}
      {figures && halfHours.length > 0 && (
        <>
          <Totals figures={figures.total} withinSeconds={figures.withinSeconds} />
          <Chart
            label={t("figure.chart", {
              arrived: figures.total.arrived,
              answered: figures.total.answered,
              abandoned: figures.total.abandoned,
            })}
            rows={halfHours.map(({ from, figures }) => ({ key: from, figures }))}
            marks={[halfHours[0], halfHours.at(-1)].flatMap((each, index) =>
              each && (index === 0 || halfHours.length > 1) ? [hour(each.from)] : [],
            )}
          />
          <FigureTable
            caption={t("figure.byHalfHour")}
            head={t("figure.halfHour")}
            rows={halfHours.map(({ from, figures }) => ({ key: from, name: hour(from), figures }))}
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
