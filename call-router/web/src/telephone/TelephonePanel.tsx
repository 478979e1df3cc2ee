import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TelephoneKind } from "../contract";
import { useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { chooseTelephone } from "./api";
import styles from "./telephone.module.css";

const kinds: readonly TelephoneKind[] = ["browser", "desk"];

/** Which telephone, and whether it is connected. */
export function TelephonePanel() {
  const { t } = useTranslation();
  const { workplace } = useActions();
  const telephone = useDesk((desk) => desk.telephone);
  const seen = useDesk((desk) => desk.presence?.telephone);

  const words = () => {
    if (telephone.kind === "desk") {
      return t(seen?.registered ? "telephone.deskRegistered" : "telephone.deskAbsent");
    }
    if (telephone.line === "registered" && telephone.resting) return t("telephone.resting");
    return t(`telephone.${telephone.line}`);
  };
  const fine =
    telephone.kind === "desk" ? seen?.registered === true : telephone.line === "registered";
  return (
    <section aria-labelledby="telephone-title" className={styles.panel} data-testid="telephone">
      <h2 className="heading" id="telephone-title">
        {t("telephone.title")}
      </h2>
      <p
        className={fine ? styles.fine : styles.notYet}
        role="status"
        data-testid="telephone-state"
        data-line={telephone.line}
        data-resting={telephone.resting}
      >
        {words()}
      </p>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">{t("telephone.title")}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="telephone-kind"
              checked={telephone.kind === kind}
              onChange={() => workplace.chooseKind(kind)}
            />
            {t(`telephone.${kind}`)}
          </label>
        ))}
      </fieldset>
      {telephone.kind === "browser" ? (
        <p className="dim">
          {t("telephone.microphone")} {t(`telephone.microphoneState.${telephone.microphone}`)}
        </p>
      ) : (
        <DeskSettings />
      )}
    </section>
  );
}

/** What has to be typed into the desk phone; shown only when asked for. */
function DeskSettings() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const settings = useQuery({
    queryKey: ["desk-phone"],
    queryFn: () => chooseTelephone("desk"),
    enabled: open,
    gcTime: 0,
  });
  if (!open) {
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t("telephone.show")}
      </button>
    );
  }
  const telephone = settings.data?.ok ? settings.data.value : undefined;
  if (telephone?.kind !== "desk") return <p className="dim">{t("app.loading")}</p>;
  return (
    <dl className={styles.settings}>
      <dt>{t("telephone.user")}</dt>
      <dd>{telephone.user}</dd>
      <dt>{t("telephone.password")}</dt>
      <dd>{telephone.password}</dd>
      <dt>{t("telephone.server")}</dt>
      <dd>
        {telephone.host}:{telephone.port} ({telephone.transport})
      </dd>
    </dl>
  );
}
