import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Figures } from "../../contract/types";
import { useFormats } from "../../shell/format";

interface FigureTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly { key: string; name: ReactNode; figures: Figures }[];
}

/** The figures in numbers, a row for each day or half hour. */
export function FigureTable({ caption, head, rows }: FigureTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const percent = (value: number | null) => (value === null ? "–" : `${value} %`);
  return (
    // wider than a telephone: it scrolls by itself, also with the keys
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures" data-testid="figure-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t("figure.arrived")}</th>
            <th scope="col">{t("figure.answered")}</th>
            <th scope="col">{t("figure.level")}</th>
            <th scope="col">{t("figure.speed")}</th>
            <th scope="col">{t("figure.abandoned")}</th>
            <th scope="col">{t("figure.abandonRate")}</th>
            <th scope="col">{t("figure.withoutShort")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{figures.arrived}</td>
              <td>{figures.answered}</td>
              <td>{percent(figures.serviceLevelPercent)}</td>
              <td>
                {figures.averageAnswerSeconds === null
                  ? "–"
                  : formats.length(figures.averageAnswerSeconds)}
              </td>
              <td>{figures.abandoned}</td>
              <td>{percent(figures.abandonPercent)}</td>
              <td>{percent(figures.abandonPercentWithoutShort)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
