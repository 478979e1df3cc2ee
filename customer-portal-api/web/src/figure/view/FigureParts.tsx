import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Figures } from "../../contract/types";
import { useLines } from "../../instruction/state";
import { useFormats } from "../../shell/format";

interface TotalProps {
  readonly figures: Figures;
  readonly withinSeconds: number;
}

/** The four numbers that are asked for first. */
export function Totals({ figures, withinSeconds }: TotalProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const percent = (value: number | null) => (value === null ? "–" : `${value} %`);
  const speed = figures.averageAnswerSeconds;
  return (
    <dl className="totals" data-testid="figure-totals">
      <Total value={String(figures.arrived)} name={t("figure.arrived")} />
      <Total
        value={percent(figures.serviceLevelPercent)}
        name={t("figure.inTime", { seconds: withinSeconds })}
      />
      <Total value={speed === null ? "–" : formats.length(speed)} name={t("figure.speed")} />
      <Total value={percent(figures.abandonPercent)} name={t("figure.abandonRate")} />
    </dl>
  );
}

function Total({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <div className="total">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface LineChoiceProps {
  readonly lineId: string | undefined;
  readonly onChange: (lineId: string | undefined) => void;
}

/** Which line; not there for a customer with one. */
export function LineChoice({ lineId, onChange }: LineChoiceProps) {
  const { t } = useTranslation();
  const lines = useLines();
  const all = lines.data ?? [];
  if (all.length < 2) return null;
  return (
    <NativeSelect
      label={t("figure.line")}
      value={lineId ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: "", label: t("figure.allLines") },
        ...all.map(({ id, label }) => ({ value: id, label })),
      ]}
    />
  );
}

interface DefinitionsProps {
  readonly withinSeconds: number;
  readonly shortAbandonSeconds: number;
}

/** What the numbers mean, where they are read. */
export function Definitions({ withinSeconds, shortAbandonSeconds }: DefinitionsProps) {
  const { t } = useTranslation();
  return (
    <details className="definitions">
      <summary>{t("figure.meaning")}</summary>
      <ul>
        <li>{t("figure.means.wait")}</li>
        <li>{t("figure.means.level", { seconds: withinSeconds })}</li>
        <li>{t("figure.means.abandon")}</li>
        <li>{t("figure.means.short", { seconds: shortAbandonSeconds })}</li>
        <li>{t("figure.means.elsewhere")}</li>
      </ul>
    </details>
  );
}
