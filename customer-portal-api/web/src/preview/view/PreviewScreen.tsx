import { useTranslation } from "react-i18next";

import { useInstructions, useLines } from "../../instruction/state";
import { Page } from "../../shell/view/Page";
import { Empty, Failed, Waiting } from "../../shell/view/States";
import { PreviewForm } from "./PreviewForm";

/** "What would happen if X called at T?" (A11) */
export function PreviewScreen() {
  const { t } = useTranslation();
  const lines = useLines();
  const instructions = useInstructions();
  const error = lines.error ?? instructions.error;
  const [first] = lines.data ?? [];
  return (
    <Page title={t("preview.title")} back="/instructions" testId="preview">
      {lines.data === undefined || instructions.data === undefined ? (
        error === null ? (
          <Waiting rows={4} />
        ) : (
          <Failed
            error={error}
            onRetry={() => void Promise.all([lines.refetch(), instructions.refetch()])}
          />
        )
      ) : first === undefined ? (
        <Empty title={t("instructions.noLine")} />
      ) : (
        <PreviewForm lines={lines.data} first={first} instructions={instructions.data} />
      )}
    </Page>
  );
}
