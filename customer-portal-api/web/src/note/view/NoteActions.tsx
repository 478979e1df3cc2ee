import {
  IconMail,
  IconMailOpened,
  IconShare,
  IconTrash,
  IconTrashOff,
  IconTrashX,
} from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";

import type { Note } from "../../contract/types";
import { connection } from "../../offline/connection";
import { ActionButton } from "../../offline/view/ActionButton";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { written } from "../../shell/telephone";
import { Confirm } from "../../shell/view/Confirm";
import type { NoteChange } from "../api";
import { useDeleteNote, useUpdateNote } from "../state";

/** A note that was opened is read; from then on only the person's own choice counts. */
function useReadOnOpening(note: Note, change: (change: NoteChange) => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !connection().online) return;
    done.current = true;
    if (note.readAt === null && note.binnedAt === null) change({ read: true });
  }, [note, change]);
}

export function NoteActions({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useProblemMessage();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const update = useUpdateNote();
  const remove = useDeleteNote();
  const change = (changed: NoteChange, said?: string) =>
    update.mutate(
      { note, change: changed },
      {
        onSuccess: () => {
          if (said !== undefined) notice.tell(said);
        },
        onError: (error) => notice.warn(message(error)),
      },
    );
  useReadOnOpening(note, change);
  const forGood = () =>
    remove.mutate(note, {
      onSuccess: () => {
        notice.tell(t("note.gone"));
        go("/calls?binned=1", { replace: true });
      },
      onError: (error) => notice.warn(message(error)),
    });
  if (note.binnedAt !== null) {
    return (
      <div className="actions">
        <ActionButton
          variant="default"
          leftSection={<IconTrashOff size={18} aria-hidden />}
          onClick={() => change({ binned: false }, t("note.restored"))}
          data-testid="restore-note"
        >
          {t("note.restore")}
        </ActionButton>
        <ActionButton
          color="red"
          variant="outline"
          leftSection={<IconTrashX size={18} aria-hidden />}
          onClick={() => setAsking(true)}
          data-testid="delete-note"
        >
          {t("note.deleteForGood")}
        </ActionButton>
        <Confirm
          open={asking}
          question={t("note.deleteQuestion")}
          explanation={t("note.deleteExplanation")}
          yes={t("note.deleteForGood")}
          onYes={forGood}
          onClose={() => setAsking(false)}
        />
      </div>
    );
  }
  const read = note.readAt !== null;
  return (
    <div className="actions">
      <ActionButton
        variant="default"
        leftSection={
          read ? <IconMail size={18} aria-hidden /> : <IconMailOpened size={18} aria-hidden />
        }
        onClick={() => change({ read: !read }, read ? t("note.nowUnread") : t("note.nowRead"))}
        data-testid="toggle-read"
      >
        {read ? t("note.markUnread") : t("note.markRead")}
      </ActionButton>
      <ShareButton note={note} />
      <ActionButton
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => change({ binned: true }, t("note.nowBinned"))}
        data-testid="bin-note"
      >
        {t("note.bin")}
      </ActionButton>
    </div>
  );
}

/** Hands the note to another app of the phone, where the browser can. */
function ShareButton({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  if (!("share" in navigator)) return null;
  const who = [note.callerName, note.callerNumber === null ? null : written(note.callerNumber)];
  const text = [who.filter((each) => each !== null).join(", "), note.request].join("\n");
  return (
    <ActionButton
      variant="default"
      leftSection={<IconShare size={18} aria-hidden />}
      onClick={() => void navigator.share({ text }).catch(() => undefined)}
      data-testid="share-note"
    >
      {t("note.share")}
    </ActionButton>
  );
}
