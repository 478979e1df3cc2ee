import { Textarea } from "@mantine/core";
import { IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Feedback, Note } from "../../contract/types";
import { ActionButton } from "../../offline/view/ActionButton";
import { useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { useFeedback } from "../state";

type Rating = Feedback["rating"];

/** Good or bad in one tap; a second tap on the same takes it back (D4). */
export function FeedbackForm({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const message = useProblemMessage();
  const give = useFeedback(note.id);
  const [rating, setRating] = useState<Rating | null>(note.feedback?.rating ?? null);
  const [comment, setComment] = useState(note.feedback?.comment ?? "");
  const send = (next: Rating | null) => {
    const before = rating;
    setRating(next);
    const words = comment.trim();
    give.mutate(next === null ? null : { rating: next, comment: words === "" ? null : words }, {
      onSuccess: () => notice.tell(next === null ? t("feedback.withdrawn") : t("feedback.thanks")),
      onError: (error) => {
        setRating(before);
        notice.warn(message(error));
      },
    });
  };
  const choice = (value: Rating) => (
    <ActionButton
      variant={rating === value ? "light" : "default"}
      aria-pressed={rating === value}
      leftSection={
        value === "GOOD" ? (
          <IconThumbUp size={18} aria-hidden />
        ) : (
          <IconThumbDown size={18} aria-hidden />
        )
      }
      onClick={() => send(rating === value ? null : value)}
      data-testid={`feedback-${value.toLowerCase()}`}
    >
      {t(`feedback.${value}`)}
    </ActionButton>
  );
  return (
    <section className="card" aria-labelledby="feedback">
      <h2 id="feedback" className="small-title">
        {t("feedback.title")}
      </h2>
      <p className="quiet">{t("feedback.what")}</p>
      <div className="actions">
        {choice("GOOD")}
        {choice("BAD")}
      </div>
      {rating !== null && (
        <div className="stack-tight">
          <Textarea
            label={t("feedback.comment")}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            maxLength={1000}
            rows={2}
          />
          <ActionButton variant="default" loading={give.isPending} onClick={() => send(rating)}>
            {t("feedback.send")}
          </ActionButton>
        </div>
      )}
    </section>
  );
}
