import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ActionButton } from "../../offline/view/ActionButton";
import { useMessageOf } from "../messages";

/** Rows of grey where rows of text will be, so that nothing moves when they come. */
export function Waiting({ rows = 5 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="waiting-row" aria-hidden />
      ))}
    </div>
  );
}

export function WaitingScreen() {
  const { t } = useTranslation();
  return (
    <main className="alone" aria-busy>
      <Loader aria-label={t("common.loading")} />
    </main>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What went wrong, in words, with the remedy. */
export function Failed({ error, onRetry }: FailedProps) {
  const { t } = useTranslation();
  const message = useMessageOf(error);
  return (
    <div role="alert" className="failed">
      <p>{message}</p>
      <ActionButton variant="default" onClick={onRetry}>
        {t("common.retry")}
      </ActionButton>
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing here yet, and what to do next. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty" data-testid="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
