import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { uuidv7 } from "uuidv7";

import { giveConsent } from "../consent/api";
import { CONSENTS } from "../consent/state";
import type { Consent, ConsentText } from "../contract/types";
import { obtainToken } from "../push/token";
import { devices, pushConfiguration, registerDevice, removeDevice } from "./api";
import { deviceLabel } from "./label";

const DEVICES = ["devices"] as const;
const OWN_ID = "permanence-device";

export function useDevices() {
  return useQuery({ queryKey: DEVICES, queryFn: devices });
}

export function useRemoveDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: removeDevice,
    onSettled: () => queries.invalidateQueries({ queryKey: DEVICES }),
  });
}

export type Registration = "registered" | "refused" | "unsupported";

/**
 * Permission first, then the consent on record, then the address: nothing is sent under a consent that
 * is not there, and no consent is recorded that the browser would make empty.
 */
async function register(consent: Consent | ConsentText): Promise<Registration> {
  const token = await obtainToken(await pushConfiguration());
  if (token.kind !== "token") return token.kind;
  const { id: consentId } = "id" in consent ? consent : await giveConsent(consent);
  const id = localStorage.getItem(OWN_ID) ?? uuidv7();
  localStorage.setItem(OWN_ID, id);
  await registerDevice({
    id,
    token: token.token,
    label: deviceLabel(navigator.userAgent),
    consentId,
  });
  return "registered";
}

/** Makes this browser a receiver of push messages, under a consent in force or one given now. */
export function useRegisterDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: register,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: DEVICES }),
        queries.invalidateQueries({ queryKey: CONSENTS }),
      ]),
  });
}
