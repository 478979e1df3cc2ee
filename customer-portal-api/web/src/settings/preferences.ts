import type {
  Channel,
  NotificationPreferences,
  NotificationPreferencesContent,
  Urgency,
} from "../contract/types";
import { typed, written } from "../shell/telephone";

export const CHANNELS: readonly Channel[] = ["PUSH", "EMAIL", "SMS"];
export const URGENCIES: readonly Urgency[] = ["NORMAL", "URGENT"];

/** What the form holds; the mobile as typed, quiet hours even while they are off. */
export interface PreferencesDraft {
  readonly emailAddress: string;
  readonly smsNumber: string;
  readonly rules: NotificationPreferences["rules"];
  readonly incomingCalls: boolean;
  readonly quiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly urgentAnyway: boolean;
}

export function draftOf(known: NotificationPreferences): PreferencesDraft {
  const quiet = known.quietHours;
  return {
    emailAddress: known.emailAddress ?? "",
    smsNumber: known.smsNumber === null ? "" : written(known.smsNumber),
    rules: known.rules,
    incomingCalls: known.incomingCalls,
    quiet: quiet !== null,
    quietFrom: quiet?.from ?? "20:00",
    quietTo: quiet?.to ?? "07:30",
    urgentAnyway: quiet?.urgentAnyway ?? true,
  };
}

export function enabled(draft: PreferencesDraft, channel: Channel, urgency: Urgency): boolean {
  return draft.rules.some(
    (rule) => rule.channel === channel && rule.urgency === urgency && rule.enabled,
  );
}

export function toggled(
  draft: PreferencesDraft,
  channel: Channel,
  urgency: Urgency,
  on: boolean,
): PreferencesDraft {
  const others = draft.rules.filter((rule) => rule.channel !== channel || rule.urgency !== urgency);
  return { ...draft, rules: [...others, { channel, urgency, enabled: on }] };
}

export interface Broken {
  readonly field: string;
  readonly rule: string;
}

export function brokenRules(draft: PreferencesDraft): readonly Broken[] {
  const broken: Broken[] = [];
  const uses = (channel: Channel) => URGENCIES.some((urgency) => enabled(draft, channel, urgency));
  const email = draft.emailAddress.trim();
  if (email === "" ? uses("EMAIL") : !/^[^@\s]+@[^@\s]+$/.test(email)) {
    broken.push({ field: "emailAddress", rule: email === "" ? "required" : "format" });
  }
  const sms = draft.smsNumber.trim();
  if (sms === "" ? uses("SMS") : typed(sms) === null) {
    broken.push({ field: "smsNumber", rule: sms === "" ? "required" : "not-a-number" });
  }
  if (draft.quiet && draft.quietFrom === draft.quietTo) {
    broken.push({ field: "quietHours.to", rule: "after-from" });
  }
  return broken;
}

/** What is sent: each channel and urgency once, in a fixed order. */
export function contentOf(draft: PreferencesDraft): NotificationPreferencesContent {
  const email = draft.emailAddress.trim();
  return {
    emailAddress: email === "" ? null : email,
    smsNumber: typed(draft.smsNumber),
    rules: CHANNELS.flatMap((channel) =>
      URGENCIES.map((urgency) => ({ channel, urgency, enabled: enabled(draft, channel, urgency) })),
    ),
    incomingCalls: draft.incomingCalls,
    quietHours: draft.quiet
      ? { from: draft.quietFrom, to: draft.quietTo, urgentAnyway: draft.urgentAnyway }
      : null,
  };
}
