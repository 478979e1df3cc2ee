import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import { NowCards } from "../../instruction/view/NowCard";
import { Page } from "../../shell/view/Page";
import { Empty } from "../../shell/view/States";
import { useCalls, useReadAhead } from "../state";
import { CallList } from "./CallList";

const NOTES = { withNote: true } as const;

/** What happens to calls right now, with one tap to change it; then the newest notes. */
export function Home() {
  const { t } = useTranslation();
  const notes = useCalls(NOTES);
  useReadAhead(notes.data?.pages[0]?.items.map((call) => call.id) ?? []);
  const unread = notes.data?.pages[0]?.unreadTotal ?? 0;
  return (
    <Page title={t("home.title")} titleHidden testId="home">
      <NowCards />
      <section aria-labelledby="newest">
        <div className="section-head">
          <h2 id="newest">
            {t("home.notes")}
            {unread > 0 && (
              <span className="count" data-testid="unread-count">
                {t("home.unread", { count: unread })}
              </span>
            )}
          </h2>
          <Link href="/calls">{t("home.allCalls")}</Link>
        </div>
        <CallList
          calls={notes}
          label={t("home.notes")}
          empty={
            <Empty title={t("home.empty")}>
              <p>{t("home.emptyNext")}</p>
              <Link href="/instructions">{t("home.emptyLink")}</Link>
            </Empty>
          }
        />
      </section>
    </Page>
  );
}
