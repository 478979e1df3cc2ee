import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Line, PutThrough } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useNow } from "../../shell/clock";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Failed, Waiting } from "../../shell/view/States";
import { quickUntil, type QuickLength, QUICK_LENGTHS } from "../quick";
import { useEndQuickChange, useLines, useQuickChange } from "../state";
import { nowSentence, untilInWords } from "../wording";

const CHOICES: readonly PutThrough[] = ["ALL", "VIP", "NONE"];

/** What happens to calls right now, line by line, and one tap to change it. */
export function NowCards() {
  const { t } = useTranslation();
  const { data: lines, error, refetch } = useLines();
  if (lines === undefined) {
    return error === null ? (
      <Waiting rows={1} />
    ) : (
      <Failed error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section aria-label={t("now.title")} className="now-cards">
      {lines.map((line) => (
        <NowCard key={line.id} line={line} named={lines.length > 1} />
      ))}
    </section>
  );
}

interface Props {
  readonly line: Line;
  /** Whether to say which line this is. */
  readonly named: boolean;
}

function NowCard({ line, named }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const notice = useNotice();
  const message = useProblemMessage();
  const change = useQuickChange();
  const back = useEndQuickChange();
  const [lasting, setLasting] = useState<QuickLength>("today");
  const rule = line.now;
  const words = (language: string) => nowSentence(rule, now, line.timeZone, language, t);
  const pick = (putThrough: PutThrough) => {
    if (putThrough === rule.putThrough) return;
    change.mutate(
      { lineId: line.id, putThrough, lasting, timeZone: line.timeZone },
      {
        onError: (error) => notice.warn(message(error)),
      },
    );
  };
  const pending = change.isPending || back.isPending;
  return (
    <div className="now-card" data-testid="now-card" data-line-id={line.id}>
      {named && (
        <p className="now-line">
          {line.label} · {written(line.number)}
        </p>
      )}
      <p className="now-sentence" data-testid="now-sentence" aria-live="polite">
        {words(i18n.language)}
      </p>
      <div className="now-choices" role="group" aria-label={t("now.change")}>
        {CHOICES.map((choice) => (
          <ActionButton
            key={choice}
            variant={rule.putThrough === choice ? "filled" : "default"}
            aria-pressed={rule.putThrough === choice}
            loading={change.isPending && change.variables.putThrough === choice}
            onClick={() => pick(choice)}
            data-testid={`now-${choice.toLowerCase()}`}
          >
            {t(`now.choice.${choice}`)}
          </ActionButton>
        ))}
      </div>
      <div className="now-foot">
        {rule.quick ? (
          <ActionButton
            variant="subtle"
            size="compact-md"
            loading={back.isPending}
            onClick={() =>
              back.mutate(line.id, {
                onSuccess: () => notice.tell(t("now.backDone")),
                onError: (error) => notice.warn(message(error)),
              })
            }
            data-testid="now-back"
          >
            {t("now.back")}
          </ActionButton>
        ) : (
          <span className="quiet">{t(`now.source.${rule.source}`)}</span>
        )}
        <NativeSelect
          size="sm"
          aria-label={t("now.lasts")}
          value={lasting}
          disabled={pending}
          onChange={(event) =>
            setLasting(QUICK_LENGTHS.find((each) => each === event.currentTarget.value) ?? "today")
          }
          data={QUICK_LENGTHS.map((length) => ({
            value: length,
            label: t("now.changeLasts", {
              until: untilInWords(
                quickUntil(length, now, line.timeZone),
                now,
                line.timeZone,
                i18n.language,
                t,
              ),
            }),
          }))}
        />
      </div>
    </div>
  );
}
