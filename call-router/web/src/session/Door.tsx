import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";

import { languageOf, speak } from "../words";
import styles from "./session.module.css";

interface DoorProps {
  title: string;
  wide?: boolean;
  children: ReactNode;
}

/** The frame of what stands before the desk: sign-in and password. */
export function Door({ title, wide = false, children }: DoorProps) {
  const { t, i18n } = useTranslation();
  return (
    <main className={styles.door}>
      <div className={`panel ${styles.panel ?? ""}`} data-wide={wide || undefined}>
        <div className={styles.top}>
          <span className={styles.brand}>{t("app.title")}</span>
          <button
            type="button"
            className="link-button"
            onClick={() => void speak(languageOf(i18n.language) === "fr" ? "en" : "fr")}
          >
            {t("app.language")}
          </button>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
