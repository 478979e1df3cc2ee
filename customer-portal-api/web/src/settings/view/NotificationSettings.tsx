import { Checkbox, Switch, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { fieldErrors } from "../../contract/problem";
import type { NotificationPreferences } from "../../contract/types";
import { DeviceSettings } from "../../device/view/DeviceSettings";
import { ActionButton } from "../../offline/view/ActionButton";
import { useFieldMessage, useProblemMessage } from "../../shell/messages";
import { useNotice } from "../../shell/notice";
import { Page } from "../../shell/view/Page";
import { Failed, Waiting } from "../../shell/view/States";
import {
  brokenRules,
  CHANNELS,
  contentOf,
  draftOf,
  enabled,
  type PreferencesDraft,
  toggled,
  URGENCIES,
} from "../preferences";
import { usePreferences, useSavePreferences } from "../state";

/** By which channel, for which urgency, and when not; and which devices receive. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { data, error, refetch } = usePreferences();
  return (
    <Page title={t("notify.title")} back="/settings" testId="notifications">
      <DeviceSettings />
      {data !== undefined ? (
        <PreferencesForm key={data.version} known={data} />
      ) : error === null ? (
        <Waiting rows={3} />
      ) : (
        <Failed error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function PreferencesForm({ known }: { readonly known: NotificationPreferences }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const [draft, setDraft] = useState(() => draftOf(known));
  const [tried, setTried] = useState(false);
  const save = useSavePreferences(known.version);
  const broken = brokenRules(draft);
  const refused = fieldErrors(save.error);
  const errorOf = (field: string) =>
    fieldMessage(
      (tried ? broken.find((each) => each.field === field) : undefined) ?? refused.get(field),
    );
  const change = (changed: Partial<PreferencesDraft>) => setDraft({ ...draft, ...changed });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (broken.length > 0) return;
    save.mutate(contentOf(draft), { onSuccess: () => notice.tell(t("notify.saved")) });
  };
  return (
    <form onSubmit={submit} className="card stack" noValidate aria-label={t("notify.which")}>
      <h2 className="small-title">{t("notify.which")}</h2>
      <ChannelTable draft={draft} onChange={setDraft} />
      <TextInput
        type="email"
        label={t("notify.email")}
        value={draft.emailAddress}
        onChange={(event) => change({ emailAddress: event.currentTarget.value })}
        error={errorOf("emailAddress")}
        autoComplete="email"
        maxLength={254}
      />
      <TextInput
        type="tel"
        label={t("notify.sms")}
        value={draft.smsNumber}
        onChange={(event) => change({ smsNumber: event.currentTarget.value })}
        error={errorOf("smsNumber")}
        autoComplete="tel"
        maxLength={30}
      />
      <Switch
        label={t("notify.incomingCalls")}
        description={t("notify.incomingCallsHow")}
        checked={draft.incomingCalls}
        onChange={(event) => change({ incomingCalls: event.currentTarget.checked })}
        data-testid="incoming-calls"
      />
      <Switch
        label={t("notify.quiet")}
        checked={draft.quiet}
        onChange={(event) => change({ quiet: event.currentTarget.checked })}
      />
      {draft.quiet && (
        <div className="stack-tight">
          <div className="pair">
            <TextInput
              type="time"
              label={t("form.from")}
              value={draft.quietFrom}
              onChange={(event) => change({ quietFrom: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t("form.to")}
              value={draft.quietTo}
              onChange={(event) => change({ quietTo: event.currentTarget.value })}
              error={errorOf("quietHours.to")}
            />
          </div>
          <Checkbox
            label={t("notify.urgentAnyway")}
            checked={draft.urgentAnyway}
            onChange={(event) => change({ urgentAnyway: event.currentTarget.checked })}
          />
        </div>
      )}
      {save.error !== null && refused.size === 0 && (
        <p role="alert" className="problem">
          {problemMessage(save.error)}
        </p>
      )}
      <ActionButton type="submit" loading={save.isPending} data-testid="save-preferences">
        {t("notify.save")}
      </ActionButton>
    </form>
  );
}

interface TableProps {
  readonly draft: PreferencesDraft;
  readonly onChange: (draft: PreferencesDraft) => void;
}

function ChannelTable({ draft, onChange }: TableProps) {
  const { t } = useTranslation();
  return (
    <table className="channels">
      <thead>
        <tr>
          <td />
          {URGENCIES.map((urgency) => (
            <th key={urgency} scope="col">
              {t(`notify.urgency.${urgency}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CHANNELS.map((channel) => (
          <tr key={channel}>
            <th scope="row">{t(`channel.${channel}`)}</th>
            {URGENCIES.map((urgency) => (
              <td key={urgency}>
                <Checkbox
                  size="md"
                  aria-label={`${t(`channel.${channel}`)}, ${t(`notify.urgency.${urgency}`)}`}
                  checked={enabled(draft, channel, urgency)}
                  onChange={(event) =>
                    onChange(toggled(draft, channel, urgency, event.currentTarget.checked))
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
