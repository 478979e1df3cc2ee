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
          <>
            <a className={styles.tool} href="/wallboard">
              {t("wallboard.open")}
            </a>
            <a className={styles.tool} href="/half-hours">
              {t("halfHours.open")}
            </a>
          </>
        )}
        <button
          type="button"
          className={styles.tool}
          data-testid="search"
          onClick={() => run("search")}
        >
          {t("app.commands")}&nbsp; <KeyHint name="search" />
        </button>
        <button type="button" className={styles.tool} onClick={() => run("help")}>
          <span className="visually-hidden">{t("app.help")}</span>
          <KeyHint name="help" />
        </button>
        <button
          type="button"
          className={styles.tool}
          title={t("app.languageName")}
          data-testid="language"
          onClick={() => run("language")}
        >
          {t("app.languageShort")}
        </button>
        <button
          type="button"
          className={styles.tool}
          title={t("app.colours")}
          onClick={() => run("colours")}
        >
          <span className="visually-hidden">{t("app.colours")}</span>
          <span aria-hidden="true">◐</span>
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
