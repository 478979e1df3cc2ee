import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Instruction, Line, Preview } from "../../contract/types";
import { useForwardingNumbers } from "../../instruction/state";
import { windowInWords } from "../../instruction/wording";
import { stepInWords, waySentence, whySentences } from "../wording";

interface Props {
  readonly preview: Preview;
  readonly line: Line;
  readonly instructions: readonly Instruction[];
}

/** The answer: what, why, by which instruction, what rings, and what had to yield. */
export function PreviewAnswer({ preview, line, instructions }: Props) {
  const { t, i18n } = useTranslation();
  const { data: numbers = [] } = useForwardingNumbers();
  const why = whySentences(preview, line.timeZone, i18n.language, t);
  return (
    <section className="card stack-tight" aria-label={t("preview.answer")} data-testid="answer">
      <h2 className="now-sentence">{waySentence(preview, t)}</h2>
      <p>{why.join(" ")}</p>
      <Governing preview={preview} line={line} instructions={instructions} />
      {preview.ladder.length > 0 && (
        <>
          <h3 className="label">{t("preview.rings")}</h3>
          <ol className="steps">
            {preview.ladder.map((step, index) => (
              <li key={index}>{stepInWords(step, numbers, t)}</li>
            ))}
          </ol>
        </>
      )}
      {preview.afterwards !== null && <p>{t(`preview.afterwards.${preview.afterwards}`)}</p>}
      {(preview.way === "DESK" || preview.reason.code === "out-of-hours") &&
        preview.message !== null && (
          <>
            <h3 className="label">{t("preview.told")}</h3>
            <p>{preview.message}</p>
          </>
        )}
      <Yielding preview={preview} line={line} instructions={instructions} />
    </section>
  );
}

function Governing({ preview, line, instructions }: Props) {
  const { t, i18n } = useTranslation();
  const { instructionId, instructionVersion } = preview.reason;
  if (instructionId === null) return <p className="quiet">{t("preview.standing")}</p>;
  const known = instructions.find((each) => each.id === instructionId);
  return (
    <p className="quiet">
      {t("preview.instruction")}{" "}
      <Link href={`/instructions/${instructionId}`}>
        {known === undefined
          ? t("preview.gone")
          : windowInWords(known.window, line.timeZone, i18n.language, t)}
      </Link>
      {instructionVersion !== null && `, ${t("preview.version", { version: instructionVersion })}`}
    </p>
  );
}

function Yielding({ preview, line, instructions }: Props) {
  const { t, i18n } = useTranslation();
  if (preview.overruled.length === 0) return null;
  return (
    <>
      <h3 className="label">{t("preview.overruled")}</h3>
      <ul className="plain-list">
        {preview.overruled.map(({ instructionId, why }) => {
          const known = instructions.find((each) => each.id === instructionId);
          return (
            <li key={instructionId}>
              <span>
                <Link href={`/instructions/${instructionId}`}>
                  {known === undefined
                    ? t("preview.gone")
                    : windowInWords(known.window, line.timeZone, i18n.language, t)}
                </Link>{" "}
                <span className="quiet">({t(`preview.why.${why}`)})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
