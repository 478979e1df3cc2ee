import { IconChevronLeft } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

interface Props {
  readonly title: string;
  readonly titleHidden?: boolean;
  /** Where the arrow at the top leads; none on the main screens. */
  readonly back?: string;
  readonly aside?: ReactNode;
  readonly testId: string;
  readonly children: ReactNode;
}

/** One screen: its heading takes the focus on arrival, so that screen readers announce it. */
export function Page({ title, titleHidden = false, back, aside, testId, children }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Permanence`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={`page page-${testId}`} data-testid={testId}>
      <header className={titleHidden ? "unseen" : "page-head"}>
        {back !== undefined && (
          <Link href={back} className="page-back" aria-label={t("common.back")}>
            <IconChevronLeft size={24} aria-hidden />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside !== undefined && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </div>
  );
}
