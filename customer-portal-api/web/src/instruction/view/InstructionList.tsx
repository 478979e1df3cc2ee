import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Instruction, Line } from "../../contract/types";
import { written } from "../../shell/telephone";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { useInstructions, useLines } from "../state";
import { windowInWords } from "../wording";
import { NowCards } from "./NowCard";

/** The plan: the rule in force on top, then every instruction, the most specific first. */
export function InstructionList() {
  const { t } = useTranslation();
  const lines = useLines();
  const instructions = useInstructions();
  const error = lines.error ?? instructions.error;
  const planned = instructions.data?.filter((each) => !each.quick);
  return (
    <Page
      title={t("instructions.title")}
      testId="instructions"
      aside={
        <Link href="/instructions/new" className="primary-link" data-testid="new-instruction">
          <IconPlus size={18} aria-hidden /> {t("instructions.new")}
        </Link>
      }
    >
      <NowCards />
      {lines.data !== undefined && planned !== undefined ? (
        planned.length === 0 ? (
          <Empty title={t("instructions.empty")}>{t("instructions.emptyNext")}</Empty>
        ) : (
          lines.data.map((line) => (
            <LinePlan
              key={line.id}
              line={line}
              named={lines.data.length > 1}
              instructions={planned.filter((each) => each.lineId === line.id)}
            />
          ))
        )
      ) : error === null ? (
        <Waiting rows={3} />
      ) : (
        <Failed
          error={error}
          onRetry={() => void Promise.all([lines.refetch(), instructions.refetch()])}
        />
      )}
      <p className="links">
        <Link href="/instructions/preview" data-testid="to-preview">
          {t("preview.title")}
        </Link>
        <Link href="/settings/lines" data-testid="to-line-settings">
          {t("line.others")}
        </Link>
      </p>
    </Page>
  );
}

interface PlanProps {
  readonly line: Line;
  readonly named: boolean;
  readonly instructions: readonly Instruction[];
}

function LinePlan({ line, named, instructions }: PlanProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={line.label}>
      {named && (
        <h2 className="small-title">
          {line.label} · {written(line.number)}
        </h2>
      )}
      <ul className="rows" aria-label={t("instructions.title")}>
        {instructions.map((instruction) => (
          <InstructionRow key={instruction.id} instruction={instruction} line={line} />
        ))}
        <li className="row row-plain">
          <span className="row-main">
            <span className="row-title">{t("instructions.standing")}</span>
            <span className="row-gist">{t(`now.rule.${line.standing.putThrough}`)}</span>
          </span>
        </li>
      </ul>
    </section>
  );
}

function InstructionRow({
  instruction,
  line,
}: {
  readonly instruction: Instruction;
  readonly line: Line;
}) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <Link
        href={`/instructions/${instruction.id}`}
        className="row row-plain"
        data-testid="instruction-row"
        data-instruction-id={instruction.id}
      >
        <span className="row-main">
          <span className="row-title">
            {windowInWords(instruction.window, line.timeZone, i18n.language, t)}
          </span>
          <span className="row-gist">
            {t(`now.rule.${instruction.putThrough}`)}
            {instruction.putThrough !== "NONE" && ` · ${t(`mode.${instruction.mode}`)}`}
          </span>
        </span>
        {instruction.inForce && <span className="tag tag-good">{t("instructions.inForce")}</span>}
      </Link>
    </li>
  );
}
