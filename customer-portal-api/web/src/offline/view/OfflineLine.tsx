import { IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useFormats } from "../../shell/format";
import { useConnection } from "../state";

/** The thin line above everything while the server does not answer. */
export function OfflineLine() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { online, lastContactAt } = useConnection();
  return (
    <div role="status" className="offline-line" hidden={online}>
      {!online && (
        <>
          <IconCloudOff size={16} aria-hidden />
          {lastContactAt === null
            ? t("offline.never")
            : t("offline.lastSynchronised", { time: formats.moment(lastContactAt) })}
        </>
      )}
    </div>
  );
}
