import { useTranslation } from "react-i18next";

import { ActionButton } from "../desk/actions";
import { useDesk } from "../desk/store";
import styles from "./presence.module.css";

/** The state in large type on the idle desk, with what to do next. */
export function PresenceTitle() {
  const { t } = useTranslation();
  const presence = useDesk((desk) => desk.presence);
  const telephone = useDesk((desk) => desk.telephone);
  const replaced = useDesk((desk) => desk.connection === "taken-over");
  if (replaced) return <h1 className="visually-hidden">{t("app.title")}</h1>;
  if (!presence) return <p className="dim">{t("app.loading")}</p>;
  const { state } = presence;
  const connected = presence.telephone.registered || telephone.line === "registered";
  return (
    <section className={styles.title} data-state={state}>
      <h1>{t(`presence.title.${state}`)}</h1>
      <p className="dim">
        {state !== "ready" && !connected
          ? t("presence.telephoneFirst")
          : t(`presence.hint.${state}`)}
      </p>
      <div className={styles.buttons}>
        <ActionButton name="ready" className={styles.ready}>
          {t("presence.ready")}
        </ActionButton>
        <ActionButton name="break">{t("presence.break")}</ActionButton>
        <ActionButton name="sign-off">{t("presence.signOff")}</ActionButton>
      </div>
    </section>
  );
}
