import { portal, take } from "../contract/client";
import type { Session } from "../contract/types";
import type { Language } from "../shell/format";

export interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly totp?: string;
}

export function signIn(credentials: Credentials): Promise<Session> {
  return take(portal.POST("/sessions", { body: { ...credentials } }));
}

export function currentSession(): Promise<Session> {
  return take(portal.GET("/sessions/current"));
}

export async function signOut(): Promise<void> {
  await take(portal.DELETE("/sessions/current"));
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await take(portal.PUT("/accounts/current/password", { body: { currentPassword, newPassword } }));
}

export function changeLanguage(language: Language): Promise<Session> {
  return take(portal.PATCH("/accounts/current", { body: { language } }));
}

export function answeredFirstQuestions(): Promise<Session> {
  return take(portal.PATCH("/accounts/current", { body: { onboarded: true } }));
}
