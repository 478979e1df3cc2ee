import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Note } from "../../contract/types";
import { useOffline } from "../../offline/state";
import { useFormats } from "../../shell/format";

/** What the caller said to the machine. It is never kept on the device, so offline it says why there is nothing. */
export function VoicemailPlayer({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const offline = useOffline();
  const [failed, setFailed] = useState(false);
  if (note.takenBy !== null) return null;
  if (note.voicemailSeconds === null) {
    return <p className="quiet">{t("note.audioGone")}</p>;
  }
  if (offline) return <p className="quiet">{t("note.audioOffline")}</p>;
  if (failed) {
    return (
      <p className="quiet" role="status">
        {t("note.audioFailed")}
      </p>
    );
  }
  return (
    // nobody has written down what was said
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio
      controls
      preload="none"
      src={`/api/v1/notes/${note.id}/audio`}
      aria-label={t("note.listen", { length: formats.length(note.voicemailSeconds) })}
      onError={() => setFailed(true)}
      data-testid="voicemail"
    />
  );
}
