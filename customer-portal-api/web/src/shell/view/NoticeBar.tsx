import { type ReactNode, useEffect, useMemo, useState } from "react";

import { type Notice, NoticeContext, type Notices } from "../notice";

/** Long enough to read twice, in milliseconds. */
const SHOWN_FOR = 5_000;

/** Holds the one notice that is being shown, at the foot of the screen. */
export function NoticeBar({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const notices = useMemo<Notices>(
    () => ({
      tell: (text) => setNotice({ text, tone: "plain" }),
      warn: (text) => setNotice({ text, tone: "bad" }),
    }),
    [],
  );
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => setNotice(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <NoticeContext value={notices}>
      {children}
      <div className="notice-place" role="status" aria-live="polite">
        {notice !== null && (
          <p className={`notice notice-${notice.tone}`} data-testid="notice">
            {notice.text}
          </p>
        )}
      </div>
    </NoticeContext>
  );
}
