import { useTranslation } from "react-i18next";

import type { FieldError, Problem, Verdict } from "../contract";
import { languageOf } from "../words";
import { fr } from "../words/fr";
import { moment } from "../words/time";

/** The language on the screen. */
export function useLanguage() {
  const { i18n } = useTranslation();
  return languageOf(i18n.language);
}

type Keys<T> = Extract<keyof T, string>;

function known<T extends object>(words: T, key: string): key is Keys<T> {
  return Object.hasOwn(words, key);
}

/** The sentence for a problem the server names; a new one still gets a sentence. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    const type = known(fr.problem, problem.type) ? problem.type : "other";
    return t(`problem.${type}`, {
      minutes: Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60)),
      fields: (problem.errors ?? []).map(({ field, rule }) => `${field} (${rule})`).join(", "),
    });
  };
}

export function useRuleWords(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation();
  return (error) => error && t(`rule.${known(fr.rule, error.rule) ? error.rule : "other"}`);
}

/** The verdict as a sentence with a verb, and why. */
export function useVerdictWords(): (
  verdict: Verdict,
  zone: string,
  now: number,
) => { sentence: string; reason: string } {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ action, reason, arguments: values }, zone, now) => {
    const until =
      values?.until === undefined
        ? ""
        : t("verdict.until", { time: moment(values.until, now, language, zone) });
    return {
      sentence: known(fr.verdict.because, reason)
        ? t(`verdict.because.${reason}`, { until })
        : t(`verdict.${action}`),
      reason: [
        t(`reason.${known(fr.reason, reason) ? reason : "other"}`, { code: reason }),
        ...(values?.unproven === undefined
          ? []
          : [t("verdict.unproven", { count: values.unproven })]),
      ].join(" "),
    };
  };
}

/** Why a message did not arrive, in the words of the customer's app. */
export function useFailureWords(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => t(`sent.failure.${known(fr.sent.failure, code) ? code : "other"}`);
}

export function useNoticeWords(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    return t(`notice.${known(fr.notice, code) ? code : "other"}`, { code });
  };
}
