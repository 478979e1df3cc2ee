import { IconAlertTriangle, IconStarFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Call } from "../../contract/types";
import { useFormats } from "../../shell/format";
import { callerName, callGist } from "../wording";

/** A call in a list: who, when, what. The whole row is the link. */
export function CallRow({ call }: { readonly call: Call }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const unread = call.note !== null && call.note.readAt === null;
  return (
    <li>
      <Link
        href={`/calls/${call.id}`}
        className={unread ? "row row-unread" : "row"}
        data-testid="call-row"
        data-call-id={call.id}
      >
        <span className="row-dot" aria-hidden />
        <span className="row-main">
          <span className="row-title">
            {unread && <span className="unseen">{t("call.unread")} </span>}
            <span className="row-name">{callerName(call.caller, t)}</span>
            {call.caller.mark === "VIP" && (
              <IconStarFilled size={14} className="vip" role="img" aria-label={t("mark.VIP")} />
            )}
            {call.outcome === "IN_PROGRESS" && (
              <span className="tag tag-good" data-testid="call-up">
                {t("call.now")}
              </span>
            )}
            {call.note?.urgency === "URGENT" && (
              <span className="tag tag-urgent">
                <IconAlertTriangle size={13} aria-hidden />
                {t("urgency.URGENT")}
              </span>
            )}
          </span>
          <span className="row-gist">{callGist(call, t)}</span>
        </span>
        <time className="row-time" dateTime={call.arrivedAt}>
          {formats.brief(call.arrivedAt)}
        </time>
      </Link>
    </li>
  );
}
