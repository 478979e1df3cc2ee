import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Delivery } from "../../contract/types";
import { useFormats } from "../../shell/format";
import { Failed, Waiting } from "../../shell/view/States";
import { useDeliveries } from "../state";

/** By which channel the note was sent, and what became of it (C2); read when unfolded. */
export function DeliveryList({ noteId }: { readonly noteId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="deliveries"
    >
      <summary>{t("delivery.title")}</summary>
      <div className="fold-body">{open && <Deliveries noteId={noteId} />}</div>
    </details>
  );
}

function Deliveries({ noteId }: { readonly noteId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useDeliveries(noteId);
  if (data === undefined) {
    return error === null ? (
      <Waiting rows={2} />
    ) : (
      <Failed error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.length === 0) return <p>{t("delivery.none")}</p>;
  return (
    <ul className="deliveries">
      {data.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </ul>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const failure = `delivery.failure.${delivery.failure ?? "other"}`;
  return (
    <li>
      <span>
        {t(`channel.${delivery.channel}`)} · {delivery.target}
      </span>
      <span className={`state state-${delivery.state.toLowerCase()}`}>
        {t(`delivery.state.${delivery.state}`)} · {formats.moment(delivery.changedAt)}
      </span>
      {delivery.state === "FAILED" && (
        <span className="quiet">
          {t(
            (i18n.exists(failure) ? failure : "delivery.failure.other") as "delivery.failure.other",
          )}
        </span>
      )}
    </li>
  );
}
