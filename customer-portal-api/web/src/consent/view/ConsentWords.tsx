import { useTranslation } from "react-i18next";

import type { ConsentText } from "../../contract/types";

/** The text of a consent exactly as the register keeps it. */
export function ConsentWords({ text }: { readonly text: ConsentText }) {
  const { t } = useTranslation();
  return (
    <div className="consent-words" lang={text.language}>
      {text.text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="quiet">{t("consent.version", { version: text.version })}</p>
    </div>
  );
}
