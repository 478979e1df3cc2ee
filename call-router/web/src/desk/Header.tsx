import { useTranslation } from "react-i18next";

import type { Me } from "../contract";
import { PresenceLine } from "../presence/PresenceLine";
import { TeamLine } from "../team/TeamLine";
import { KeyHint, useActions } from "./actions";
import styles from "./desk.module.css";

/** One line across the top: who and in which state, the team, the commands of the page. */
export function Header({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { run, available } = useActions();
  return (
    <header className={styles.header}>
      <span className={styles.brand}>{t("app.title")}</span>
      <PresenceLine name={me.name} />
      <TeamLine />
      <nav className={styles.tools} aria-label={t("app.help")}>
        {available.has("wallboard") && (
          <a className={styles.tool} href="/wallboard">
            {t("wallboard.open")}
          </a>
        )}
        <button
          type="button"
          className={styles.tool}
          aria-label={t("app.search")}
          onClick={() => run("search")}
        >
          <KeyHint name="search" />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={t("app.help")}
          onClick={() => run("help")}
        >
          <KeyHint name="help" />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={t("app.languageName")}
          data-testid="language"
          onClick={() => run("language")}
        >
          {t("app.languageShort")}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={t("app.colours")}
          onClick={() => run("colours")}
        >
          ◐
        </button>
        {available.has("sign-out") && (
          <button
            type="button"
            className={styles.tool}
            data-testid="sign-out"
            onClick={() => run("sign-out")}
          >
            {t("signOut.confirm")}
          </button>
        )}
      </nav>
    </header>
  );
}
