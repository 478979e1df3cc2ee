import { useStanding } from "../../session/state";
import { SignIn } from "../../session/view/SignIn";
import { OfflineLine } from "../../offline/view/OfflineLine";
import { NoticeBar } from "./NoticeBar";
import { Screens } from "./Screens";
import { WaitingScreen } from "./States";

/** Who is here decides what is shown: nobody yet, somebody to sign in, or somebody signed in. */
export function App() {
  const standing = useStanding();
  return (
    <NoticeBar>
      <OfflineLine />
      {standing.kind === "unknown" && <WaitingScreen />}
      {standing.kind === "signedOut" && <SignIn />}
      {standing.kind === "signedIn" && <Screens session={standing.session} />}
    </NoticeBar>
  );
}
