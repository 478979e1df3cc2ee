import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { Router } from "wouter";

import { CONSENTS } from "../../consent/state";
import type { Consent, ConsentText, GoogleLink, PurposeLink } from "../../contract/types";
import en from "../../words/en.json";
import fr from "../../words/fr.json";
import { GOOGLE } from "../state";
import { CalendarHint } from "./CalendarHint";
import { GoogleScreen } from "./GoogleScreen";

type Language = "fr" | "en";
type State = PurposeLink["state"];

const WORDS = { fr, en };
const PURPOSES = ["google-contacts", "google-calendar"] as const;
const READ_AT = "2020-03-02T10:00:00Z";

const text = (purpose: ConsentText["purpose"], language: Language): ConsentText => ({
  purpose,
  version: 2,
  language,
  hash: "0".repeat(64),
  text: `${purpose} in ${language}`,
});

const consent = (purpose: Consent["purpose"]): Consent => ({
  id: purpose,
  purpose,
  textVersion: 2,
  textHash: "0".repeat(64),
  language: "fr",
  givenAt: READ_AT,
  means: "APP",
  withdrawnAt: null,
});

const link = (contacts: State, calendar: State): GoogleLink => ({
  links: [contacts, calendar].map((state, nth) => ({
    purpose: PURPOSES[nth] ?? "google-contacts",
    state,
    lastSync:
      state === "OFF"
        ? null
        : {
            startedAt: READ_AT,
            endedAt: READ_AT,
            added: 7321,
            changed: 0,
            removed: 0,
            failure: null,
          },
  })),
});

function shown(language: Language, view: ReactNode, links: GoogleLink): string {
  const queries = new QueryClient();
  queries.setQueryData(
    ["consent-texts", language],
    PURPOSES.map((purpose) => text(purpose, language)),
  );
  queries.setQueryData(
    CONSENTS,
    links.links.filter(({ state }) => state !== "OFF").map(({ purpose }) => consent(purpose)),
  );
  queries.setQueryData(GOOGLE, links);
  return renderToStaticMarkup(
    <MantineProvider withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <Router ssrPath="/settings/google" ssrSearch="">
          {view}
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** The card of a purpose, so that nothing of the other one is found in it. */
function card(html: string, purpose: string): string {
  const cards = html.split("<section");
  return cards.find((each) => each.includes(`data-testid="${purpose}"`)) ?? "";
}

beforeAll(() =>
  i18next.use(initReactI18next).init({
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  }),
);

describe.each(["fr", "en"] as const)("the Google set-up in %s", (language) => {
  const words = WORDS[language];
  const look = async (view: ReactNode, links: GoogleLink) => {
    await i18next.changeLanguage(language);
    return shown(language, view, links);
  };

  it("asks for contacts and calendar apart, each with its own text", async () => {
    const html = await look(<GoogleScreen />, link("OFF", "OFF"));
    for (const purpose of PURPOSES) {
      const one = card(html, purpose);
      expect(one).toContain(`${purpose} in ${language}`);
      expect(one).toContain(words.consent.title[purpose]);
      expect(one).toContain(`data-testid="connect-${purpose}"`);
      expect(one).toContain(words.google.agree);
      expect(one).not.toContain(`data-testid="withdraw-${purpose}"`);
    }
  });

  it("links and withdraws one without the other", async () => {
    const html = await look(<GoogleScreen />, link("OFF", "LINKED"));
    const [contacts, calendar] = [card(html, "google-contacts"), card(html, "google-calendar")];
    expect(contacts).toContain(words.google.state.OFF);
    expect(contacts).toContain('data-testid="connect-google-contacts"');
    expect(calendar).toContain(words.google.state.LINKED);
    expect(calendar).toContain('data-testid="withdraw-google-calendar"');
    expect(calendar).not.toContain('data-testid="connect-google-calendar"');
    expect(calendar).toContain(words.google.withdrawExplanation);
  });

  it("says of the calendar when it was read, and of the contacts how many came", async () => {
    const html = await look(<GoogleScreen />, link("LINKED", "LINKED"));
    const [before] = words.google.lastReading.split("{{");
    expect(card(html, "google-calendar")).toContain(before);
    expect(card(html, "google-calendar")).not.toContain("7321");
    expect(card(html, "google-contacts")).toContain("7321");
  });

  it("says that the access at Google ends with the last of the two", async () => {
    const html = await look(<GoogleScreen />, link("LINKED", "LINKED"));
    for (const purpose of PURPOSES) {
      expect(card(html, purpose)).toContain(words.google.withdrawExplanationShared);
    }
  });

  it("offers to link again what Google refuses", async () => {
    const html = await look(<GoogleScreen />, link("LINKED", "BROKEN"));
    expect(card(html, "google-calendar")).toContain(words.google.state.BROKEN);
    expect(card(html, "google-calendar")).toContain('data-testid="connect-google-calendar"');
    expect(card(html, "google-contacts")).not.toContain('data-testid="connect-google-contacts"');
  });

  it.each(["OFF", "LINKING", "BROKEN"] as const)(
    "says beside the choice that asks the calendar that it is %s",
    async (state) => {
      const html = await look(<CalendarHint />, link("LINKED", state));
      expect(html).toContain(words.line.calendar[state]);
      expect(html).toContain('href="/settings/google"');
    },
  );

  it("says nothing there while the calendar is linked", async () => {
    expect(await look(<CalendarHint />, link("OFF", "LINKED"))).not.toContain("calendar-hint");
  });
});
