import { useTranslation } from "react-i18next";

import { useDesk, useDeskStore } from "../desk/store";
import { useLanguage, useNoticeWords } from "../look/words";
import { clock } from "../words/time";
import styles from "./notice.module.css";

/** What the server has to say, until it is read. */
export function NoticeList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useNoticeWords();
  const store = useDeskStore();
  const notices = useDesk((desk) => desk.notices);
  if (notices.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t("notice.title")} data-testid="notices">
      {notices.map(({ noticeId, code, level, at }) => (
        <li key={noticeId} data-level={level} data-code={code}>
          <p role={level === "info" ? "status" : "alert"}>
            <span className={styles.at}>{clock(at, language)}</span> {words(code)}
          </p>
          <button
            type="button"
            className="plain-button"
            onClick={() => store.tell({ from: "dismissed", noticeId })}
          >
            {t("notice.dismiss")}
          </button>
        </li>
      ))}
    </ul>
  );
}
