import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ActionButton } from "../../offline/view/ActionButton";
import { Failed, Waiting } from "../../shell/view/States";
import type { useCalls } from "../state";
import { CallRow } from "./CallRow";

interface Props {
  readonly calls: ReturnType<typeof useCalls>;
  /** What stands here when no call fits. */
  readonly empty: ReactNode;
  readonly label: string;
}

export function CallList({ calls, empty, label }: Props) {
  const { t } = useTranslation();
  if (calls.data === undefined) {
    return calls.error === null ? (
      <Waiting />
    ) : (
      <Failed error={calls.error} onRetry={() => void calls.refetch()} />
    );
  }
  const all = calls.data.pages.flatMap((page) => page.items);
  if (all.length === 0) return empty;
  return (
    <>
      <ul className="rows" aria-label={label}>
        {all.map((call) => (
          <CallRow key={call.id} call={call} />
        ))}
      </ul>
      {calls.hasNextPage && (
        <ActionButton
          variant="default"
          fullWidth
          loading={calls.isFetchingNextPage}
          onClick={() => void calls.fetchNextPage()}
          data-testid="more-calls"
        >
          {t("common.more")}
        </ActionButton>
      )}
    </>
  );
}
