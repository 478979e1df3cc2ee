import { Chip, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFilter, IconSearch, IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";

import { useLines } from "../../instruction/state";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Empty } from "../../shell/view/States";
import { fieldsOf, type FilterFields, filterOf, narrowedBy, OUTCOMES, searchOf } from "../filter";
import { useCalls } from "../state";
import { CallList } from "./CallList";

/** The call history with search and filters; both stand in the page's address. */
export function History() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const fields = fieldsOf(search.toString());
  const [text, setText] = useState(fields.text);
  const [settled] = useDebouncedValue(text, 300);
  const change = (changed: Partial<FilterFields>) =>
    setSearch(searchOf({ ...fields, ...changed }), { replace: true });
  useEffect(() => {
    if (settled !== fields.text) change({ text: settled });
    // only what was typed moves the address, not the other way round
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  const calls = useCalls(filterOf(fields));
  const narrowed = narrowedBy(fields) > 0 || fields.text !== "";
  return (
    <Page title={fields.binned ? t("history.bin") : t("history.title")} testId="history">
      <search className="stack-tight">
        <TextInput
          type="search"
          aria-label={t("history.search")}
          placeholder={t("history.searchHint")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={100}
          data-testid="search-calls"
        />
        <div className="chips">
          <Chip checked={fields.unread} onChange={(unread) => change({ unread })}>
            {t("history.unread")}
          </Chip>
          <Chip
            checked={fields.binned}
            onChange={(binned) => change({ binned })}
            icon={<IconTrash size={14} />}
          >
            {t("history.bin")}
          </Chip>
        </div>
        <Filters fields={fields} onChange={change} />
      </search>
      <CallList
        calls={calls}
        label={t("history.title")}
        empty={<NothingFits binned={fields.binned} narrowed={narrowed} />}
      />
    </Page>
  );
}

function NothingFits({
  binned,
  narrowed,
}: {
  readonly binned: boolean;
  readonly narrowed: boolean;
}) {
  const { t } = useTranslation();
  if (narrowed)
    return <Empty title={t("history.nothingFits")}>{t("history.nothingFitsNext")}</Empty>;
  if (binned) return <Empty title={t("history.binEmpty")}>{t("history.binEmptyNext")}</Empty>;
  return <Empty title={t("history.empty")}>{t("history.emptyNext")}</Empty>;
}

interface FiltersProps {
  readonly fields: FilterFields;
  readonly onChange: (changed: Partial<FilterFields>) => void;
}

function Filters({ fields, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { data: lines = [] } = useLines();
  const count = narrowedBy({ ...fields, unread: false });
  return (
    <details className="filters" open={count > 0}>
      <summary data-testid="filters">
        <IconFilter size={18} aria-hidden />
        {count > 0 ? t("history.filtersCount", { count }) : t("history.filters")}
      </summary>
      <div className="filter-grid">
        {lines.length > 1 && (
          <NativeSelect
            label={t("history.line")}
            value={fields.lineId}
            onChange={(event) => onChange({ lineId: event.currentTarget.value })}
            data={[
              { value: "", label: t("history.allLines") },
              ...lines.map((line) => ({
                value: line.id,
                label: `${line.label} (${written(line.number)})`,
              })),
            ]}
          />
        )}
        <NativeSelect
          label={t("history.outcome")}
          value={fields.outcome}
          onChange={(event) => onChange({ outcome: event.currentTarget.value })}
          data={[
            { value: "", label: t("history.allOutcomes") },
            ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })),
          ]}
        />
        <TextInput
          type="date"
          label={t("history.from")}
          value={fields.from}
          max={fields.to}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("history.to")}
          value={fields.to}
          min={fields.from}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
