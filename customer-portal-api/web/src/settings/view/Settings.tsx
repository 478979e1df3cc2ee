import { Button, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import {
  IconBell,
  IconBrandGoogle,
  IconChartBar,
  IconChevronRight,
  IconFileCheck,
  IconKey,
  IconLogout,
  IconPhoneCall,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import { changeLanguage } from "../../session/api";
import { useSession, useSignOut } from "../../session/state";
import { useOffline } from "../../offline/state";
import type { Language } from "../../shell/format";
import { speak } from "../../shell/language";
import { LanguageChoice } from "../../shell/view/LanguageChoice";
import { Page } from "../../shell/view/Page";

/** Everything that is set once: notifications, lines, Google, consents, password, look, sign-out. */
export function Settings() {
  const { t } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  return (
    <Page title={t("settings.title")} testId="settings">
      <p className="quiet">
        {t("settings.who", { name: session.displayName, customer: session.customer.name })}
      </p>
      <nav className="rows" aria-label={t("settings.title")}>
        <SettingsLink href="/figures" icon={<IconChartBar size={22} aria-hidden />}>
          {t("figure.title")}
        </SettingsLink>
        <SettingsLink href="/settings/notifications" icon={<IconBell size={22} aria-hidden />}>
          {t("notify.title")}
        </SettingsLink>
        <SettingsLink href="/settings/lines" icon={<IconPhoneCall size={22} aria-hidden />}>
          {t("line.title")}
        </SettingsLink>
        <SettingsLink href="/settings/google" icon={<IconBrandGoogle size={22} aria-hidden />}>
          {t("google.title")}
        </SettingsLink>
        <SettingsLink href="/settings/consents" icon={<IconFileCheck size={22} aria-hidden />}>
          {t("consent.mine")}
        </SettingsLink>
        <SettingsLink href="/settings/password" icon={<IconKey size={22} aria-hidden />}>
          {t("password.title")}
        </SettingsLink>
      </nav>
      <Look />
      <div className="stack-tight">
        <Button
          variant="default"
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => void signOut()}
          data-testid="sign-out"
        >
          {t("settings.signOut")}
        </Button>
        <p className="quiet">{t("settings.signOutHelp")}</p>
      </div>
    </Page>
  );
}

interface SettingsLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly children: string;
}

function SettingsLink({ href, icon, children }: SettingsLinkProps) {
  return (
    <Link href={href} className="row row-plain">
      {icon}
      <span className="row-main">{children}</span>
      <IconChevronRight size={20} aria-hidden />
    </Link>
  );
}

const SCHEMES = ["auto", "light", "dark"] as const;

function Look() {
  const { t } = useTranslation();
  const offline = useOffline();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keep = useMutation({ mutationFn: changeLanguage });
  const choose = (language: Language) => {
    void speak(language);
    if (!offline) keep.mutate(language);
  };
  return (
    <section className="card stack-tight" aria-label={t("settings.look")}>
      <p className="label" aria-hidden>
        {t("settings.language")}
      </p>
      <LanguageChoice onChange={choose} />
      <p className="label" aria-hidden>
        {t("settings.look")}
      </p>
      <SegmentedControl
        aria-label={t("settings.look")}
        value={colorScheme}
        onChange={(value) => setColorScheme(SCHEMES.find((each) => each === value) ?? "auto")}
        data={SCHEMES.map((value) => ({ value, label: t(`settings.scheme.${value}`) }))}
      />
    </section>
  );
}
