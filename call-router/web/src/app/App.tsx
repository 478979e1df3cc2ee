import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "../contract";
import { DeskPage } from "../desk/DeskPage";
import { DeskContext } from "../desk/store";
import { Workplace } from "../desk/workplace";
import { useProblemWords } from "../look/words";
import { HalfHourPage } from "../halfhour/HalfHourPage";
import { halfHours } from "../halfhour/api";
import { PasswordForm } from "../session/PasswordForm";
import { SignInForm } from "../session/SignInForm";
import { me as askMe, signOut } from "../session/api";
import { WallboardPage } from "../wallboard/WallboardPage";
import { speak } from "../words";

const who = ["me"];

/** Sign-in, password, desk or wallboard: whichever is due. */
export function App() {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const client = useQueryClient();
  const me = useQuery({
    queryKey: who,
    queryFn: askMe,
    staleTime: Infinity,
    refetchInterval: unreachable,
  });

  const signedIn = (person: Me) => {
    void speak(person.language);
    client.setQueryData(who, { ok: true, value: person });
  };
  const leave = async () => {
    await signOut();
    client.clear();
    window.location.assign("/");
  };

  if (!me.data) return <p className="dim">{t("app.loading")}</p>;
  if (!me.data.ok) {
    const { problem } = me.data;
    return problem.status === 401 ? (
      <SignInForm onSignedIn={signedIn} />
    ) : (
      <p role="alert">{problemWords(problem)}</p>
    );
  }
  const person = me.data.value;
  if (person.passwordChangeDue) {
    return (
      <PasswordForm
        me={person}
        onChanged={() => void client.invalidateQueries({ queryKey: who })}
      />
    );
  }
  const { pathname } = window.location;
  if (pathname.startsWith("/wallboard")) return <WallboardPage me={person} />;
  if (pathname.startsWith("/half-hours")) return <HalfHourPage me={person} read={halfHours} />;
  return <AtWork key={person.accountId} me={person} onSignOut={() => void leave()} />;
}

/** While the server is away, ask again. */
function unreachable(query: {
  state: { data?: { ok: boolean; problem?: { status: number } } | undefined };
}) {
  const answer = query.state.data;
  return answer && !answer.ok && answer.problem?.status !== 401 ? 3_000 : false;
}

function AtWork({ me, onSignOut }: { me: Me; onSignOut: () => void }) {
  const [workplace] = useState(() => new Workplace(me));
  useEffect(() => {
    workplace.start();
    return () => workplace.stop();
  }, [workplace]);
  return (
    <DeskContext value={workplace.store}>
      <DeskPage me={me} workplace={workplace} onSignOut={onSignOut} />
    </DeskContext>
  );
}
