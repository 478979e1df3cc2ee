import { useTranslation } from "react-i18next";
import { Link } from "wouter";

import type { Replay } from "../../contract/types";
import { useFormats } from "../../shell/format";
import { written } from "../../shell/telephone";
import { becauseSentence } from "../wording";

const WAYS = ["putThrough", "desk", "voicemail", "message", "blocked"] as const;

/** So many calls of each list are shown; the numbers above count them all. */
const MOST_SHOWN = 50;

/** What became of the calls and what would: first the numbers, then the calls that would differ. */
export function ReplayResult({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const differ = replay.items.filter((each) => each.changed);
  const same = replay.items.filter((each) => !each.changed);
  return (
    <div className="card stack-tight" data-testid="replay">
      <h2 className="small-title">{t("replay.title")}</h2>
      {replay.calls === 0 ? (
        <p>{t("replay.none")}</p>
      ) : (
        <>
          <p>
            {t(replay.more ? "replay.newest" : "replay.all", { count: replay.calls })}{" "}
            <strong>{t("replay.changed", { count: replay.changed })}</strong>
          </p>
          <Numbers replay={replay} />
          {differ.length > 0 && (
            <>
              <h3 className="label">{t("replay.differ")}</h3>
              <Calls calls={differ} />
            </>
          )}
          {same.length > 0 && (
            <details className="fold">
              <summary>{t("replay.same", { count: same.length })}</summary>
              <div className="fold-body">
                <Calls calls={same} />
              </div>
            </details>
          )}
        </>
      )}
      <p className="quiet">{t("replay.help")}</p>
    </div>
  );
}

function Numbers({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  return (
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{t("replay.way")}</th>
          <th scope="col">{t("replay.went")}</th>
          <th scope="col">{t("replay.would")}</th>
        </tr>
      </thead>
      <tbody>
        {WAYS.filter((way) => replay.went[way] + replay.would[way] > 0).map((way) => (
          <tr key={way}>
            <th scope="row">{t(`replay.name.${way}`)}</th>
            <td>{replay.went[way]}</td>
            <td>{replay.would[way]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Calls({ calls }: { readonly calls: Replay["items"] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <ul className="plain-list">
        {calls.slice(0, MOST_SHOWN).map((call) => (
          <li key={call.id}>
            <span>
              <Link href={`/calls/${call.id}`}>
                {call.name ?? (call.number === null ? t("caller.withheld") : written(call.number))}
              </Link>{" "}
              · {formats.day(call.arrivedAt)} {formats.time(call.arrivedAt)}
              <br />
              <span className={call.changed ? "state" : "quiet"}>
                {call.changed
                  ? t("replay.move", {
                      went: t(`replay.of.${call.went}`),
                      would: t(`replay.of.${call.would}`),
                    })
                  : t(`replay.of.${call.went}`)}
              </span>
              {call.changed && <span className="quiet"> · {becauseSentence(call.reason, t)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {calls.length > MOST_SHOWN && (
        <p className="quiet">{t("replay.firstOf", { count: MOST_SHOWN })}</p>
      )}
    </>
  );
}
