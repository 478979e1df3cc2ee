import { useTranslation } from "react-i18next";

import type { CallState } from "../contract";
import { ActionButton } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { phone } from "../words/phone";
import { duration, secondsBetween } from "../words/time";
import styles from "./call.module.css";

/** State of the call in words, its time, and what can be done, each with its key. */
export function CallBar({ call }: { call: CallState }) {
  const { t } = useTranslation();
  const now = useNow();
  const muted = useDesk((desk) => desk.telephone.muted);
  const since = call.phase === "talking" ? (call.answeredAt ?? call.since) : call.since;
  return (
    <section
      className={styles.bar}
      aria-label={t("call.bar")}
      data-phase={call.phase}
      data-testid="call-bar"
    >
      {call.supervision && (
        <p
          className={styles.supervised}
          role="alert"
          data-testid="supervised"
          data-mode={call.supervision.mode}
        >
          {t(`supervision.told.${call.supervision.mode}`, { name: call.supervision.supervisor })}
        </p>
      )}
      <p className={styles.phase} role="status">
        <strong data-testid="call-phase" data-phase={call.phase}>
          {t(`call.phase.${call.phase}`)}
        </strong>
        {muted && <strong className={styles.muted}> · {t("telephone.muted")}</strong>}
        <PhaseDetail call={call} />
      </p>
      {call.phase === "wrapping" ? (
        <WrapUp call={call} now={now} />
      ) : (
        <p className={styles.time}>{duration(secondsBetween(since, now))}</p>
      )}
      <div className={styles.barButtons}>
        <ActionButton name="complete" className={styles.go}>
          {t("call.complete")}
        </ActionButton>
        <ActionButton name="conference">{t("call.conference")}</ActionButton>
        <ActionButton name="cancel">{t("call.cancel")}</ActionButton>
        <ActionButton name="let-go">{t("call.letGo")}</ActionButton>
        <ActionButton name="consult" className={styles.go}>
          {t("call.consult")}
        </ActionButton>
        <ActionButton name="resume" className={styles.go}>
          {t("call.resume")}
        </ActionButton>
        <ActionButton name="hold">{t("call.hold")}</ActionButton>
        <ActionButton name="park">{t("call.park")}</ActionButton>
        <ActionButton name="blind">{t("call.blind")}</ActionButton>
        <ActionButton name="mute" pressed={muted}>
          {t(muted ? "telephone.unmute" : "telephone.mute")}
        </ActionButton>
        <ActionButton name="voicemail">{t("call.voicemail")}</ActionButton>
        <ActionButton name="digits">{t("call.keypad")}</ActionButton>
        <ActionButton name="hang-up" className={styles.hangUp}>
          {t("call.hangUp")}
        </ActionButton>
        {call.phase === "wrapping" && (
          <ActionButton name="ready" className={styles.go}>
            {t("presence.ready")}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

function PhaseDetail({ call }: { call: CallState }) {
  const { t } = useTranslation();
  const card = useDesk((desk) => desk.card);
  const { consultation, ending, phase } = call;
  if (ending === "parked") {
    return <span>{t("call.parkedIn", { slot: call.parkedSlot ?? "" })}</span>;
  }
  if (phase === "conference" || phase === "picking-up") {
    return <span>{t(phase === "conference" ? "call.three" : "call.pickingUp")}</span>;
  }
  if ((phase === "consulting" || phase === "transferring") && consultation) {
    const ringing = (card?.ladder ?? [])
      .filter(({ forwardingNumberId }) => consultation.ringing.includes(forwardingNumberId))
      .map(({ number }) => phone(number));
    return (
      <span>
        {consultation.state === "ringing"
          ? t(phase === "transferring" ? "call.transferRings" : "call.ringing", {
              number: ringing.join(" + "),
            })
          : t("call.connected")}
      </span>
    );
  }
  return ending ? <span>{t(`call.ending.${ending}`)}</span> : null;
}

function WrapUp({ call, now }: { call: CallState; now: number }) {
  const { t } = useTranslation();
  if (call.wrapUpEndsAt === undefined) return null;
  const left = -secondsBetween(call.wrapUpEndsAt, now);
  const whole = secondsBetween(call.since, Date.parse(call.wrapUpEndsAt));
  return (
    <div className={styles.wrapUp} data-testid="wrap-up">
      <p>{t("call.wrapUp", { time: duration(left) })}</p>
      <progress aria-hidden="true" max={Math.max(1, whole)} value={Math.max(0, left)} />
    </div>
  );
}
