import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { ProblemError, UnreachableError } from "../contract/problem";
import type { FieldError } from "../contract/types";

/** The sentence for a failed request, whatever its cause. */
export function useProblemMessage(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error) => {
      if (error instanceof UnreachableError) return t("offline.needsConnection");
      if (error instanceof ProblemError) {
        const key = `problem.${error.problem.type}`;
        if (i18n.exists(key)) return t(key as "problem.unavailable");
        return t("problem.other", { type: error.problem.type });
      }
      return t("problem.unavailable");
    },
    [t, i18n],
  );
}

/** The sentence for the rule a field broke; `undefined` when it broke none. */
export function useFieldMessage(): (
  error: FieldError | undefined,
  subject?: "password",
) => string | undefined {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error, subject) => {
      if (error === undefined) return undefined;
      const count = error.limit ?? 0;
      const keys = [
        ...(subject === undefined ? [] : [`rule.${subject}.${error.rule}`]),
        `rule.${error.rule}`,
      ];
      const key = keys.find((each) => i18n.exists(each, { count }));
      return key === undefined
        ? t("rule.other", { rule: error.rule })
        : t(key as "rule.required", { count });
    },
    [t, i18n],
  );
}

/** The sentence for one error. */
export function useMessageOf(error: unknown): string {
  return useProblemMessage()(error);
}
