import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch, useLocation } from "wouter";

import { Home } from "../../call/view/Home";
import type { Session } from "../../contract/types";
import { useOffline } from "../../offline/state";
import { useLive } from "../live";
import { Frame } from "./Frame";
import { Page } from "./Page";
import { Empty, Waiting, WaitingScreen } from "./States";

const named = <Name extends string, Props>(
  load: () => Promise<Record<Name, (props: Props) => React.ReactNode>>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] as React.ComponentType<Props> }));

const CallScreen = named(() => import("../../call/view/CallScreen"), "CallScreen");
const ChangePassword = named(() => import("../../session/view/ChangePassword"), "ChangePassword");
const ConsentList = named(() => import("../../consent/view/ConsentList"), "ConsentList");
const ContactList = named(() => import("../../contact/view/ContactList"), "ContactList");
const ContactScreen = named(() => import("../../contact/view/ContactScreen"), "ContactScreen");
const DayScreen = named(() => import("../../figure/view/DayScreen"), "DayScreen");
const FigureScreen = named(() => import("../../figure/view/FigureScreen"), "FigureScreen");
const FirstQuestions = named(() => import("../../consent/view/FirstQuestions"), "FirstQuestions");
const GoogleScreen = named(() => import("../../google/view/GoogleScreen"), "GoogleScreen");
const History = named(() => import("../../call/view/History"), "History");
const InstructionList = named(
  () => import("../../instruction/view/InstructionList"),
  "InstructionList",
);
const InstructionScreen = named(
  () => import("../../instruction/view/InstructionScreen"),
  "InstructionScreen",
);
const LineSettings = named(() => import("../../settings/view/LineSettings"), "LineSettings");
const NoteLink = named(() => import("../../note/view/NoteLink"), "NoteLink");
const NotificationSettings = named(
  () => import("../../settings/view/NotificationSettings"),
  "NotificationSettings",
);
const PreviewScreen = named(() => import("../../preview/view/PreviewScreen"), "PreviewScreen");
const Settings = named(() => import("../../settings/view/Settings"), "Settings");

/** What somebody signed in sees: first what must be settled, then the screens. */
export function Screens({ session }: { readonly session: Session }) {
  const offline = useOffline();
  const [path] = useLocation();
  if (session.mustChangePassword) {
    return (
      <Suspense fallback={<WaitingScreen />}>
        <ChangePassword />
      </Suspense>
    );
  }
  // coming back from Google is the end of the questions, not their beginning
  if (session.onboardedAt === null && !offline && path !== "/settings/google") {
    return (
      <Suspense fallback={<WaitingScreen />}>
        <FirstQuestions />
      </Suspense>
    );
  }
  return <SettledScreens />;
}

function SettledScreens() {
  useLive();
  const [, go] = useLocation();
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/calls">
            <History />
          </Route>
          <Route path="/calls/:id">{({ id }) => <CallScreen callId={id} />}</Route>
          <Route path="/notes/:id">{({ id }) => <NoteLink noteId={id} />}</Route>
          <Route path="/contacts">
            <ContactList />
          </Route>
          <Route path="/contacts/new">
            <ContactScreen contactId={null} />
          </Route>
          <Route path="/contacts/:id">{({ id }) => <ContactScreen contactId={id} />}</Route>
          <Route path="/instructions">
            <InstructionList />
          </Route>
          <Route path="/instructions/new">
            <InstructionScreen instructionId={null} />
          </Route>
          <Route path="/instructions/preview">
            <PreviewScreen />
          </Route>
          <Route path="/instructions/:id">
            {({ id }) => <InstructionScreen key={id} instructionId={id} />}
          </Route>
          <Route path="/figures">
            <FigureScreen />
          </Route>
          <Route path="/figures/:day">{({ day }) => <DayScreen day={day} />}</Route>
          <Route path="/settings">
            <Settings />
          </Route>
          <Route path="/settings/notifications">
            <NotificationSettings />
          </Route>
          <Route path="/settings/lines">
            <LineSettings />
          </Route>
          <Route path="/settings/google">
            <GoogleScreen />
          </Route>
          <Route path="/settings/consents">
            <ConsentList />
          </Route>
          <Route path="/settings/password">
            <ChangePassword onDone={() => go("/settings")} />
          </Route>
          <Route path="/index.html">
            <Redirect to="/" replace />
          </Route>
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}

function Nowhere() {
  const { t } = useTranslation();
  return (
    <Page title={t("nowhere.title")} back="/" testId="nowhere">
      <Empty title={t("nowhere.what")} />
    </Page>
  );
}
