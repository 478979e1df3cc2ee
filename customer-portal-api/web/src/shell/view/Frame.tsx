import {
  IconAddressBook,
  IconCalendarTime,
  IconHome,
  IconPhone,
  IconSettings,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";

import { Wordmark } from "./Wordmark";

const PLACES = [
  { href: "/", word: "home", Icon: IconHome },
  { href: "/calls", word: "calls", Icon: IconPhone },
  { href: "/instructions", word: "instructions", Icon: IconCalendarTime },
  { href: "/contacts", word: "contacts", Icon: IconAddressBook },
  { href: "/settings", word: "settings", Icon: IconSettings },
] as const;

function isHere(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}

/** The frame of every screen: five places, under the thumb on a phone, at the side on a desk. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const on = path.startsWith("/notes/") ? "/calls" : path;
  return (
    <div className="frame">
      <a href="#content" className="skip">
        {t("nav.skip")}
      </a>
      <nav className="places" aria-label={t("nav.main")}>
        <div className="places-brand">
          <Wordmark />
        </div>
        {PLACES.map(({ href, word, Icon }) => (
          <Link
            key={href}
            href={href}
            className="place"
            data-testid={`nav-${word}`}
            {...(isHere(on, href) ? { "aria-current": "page" as const } : {})}
          >
            <Icon size={24} stroke={1.75} aria-hidden />
            <span>{t(`nav.${word}`)}</span>
          </Link>
        ))}
      </nav>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
