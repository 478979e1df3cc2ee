import type { Language, Me, PasswordChange, SignIn } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome } from "../contract/client";

const header = fromConsole;

/** Who is signed in; undefined when nobody is. */
export function me(): Promise<Outcome<Me>> {
  return outcome(http.GET("/me"));
}

export function signIn(body: SignIn): Promise<Outcome<Me>> {
  return outcome(http.POST("/session", { params: { header }, body }));
}

export function signOut(): Promise<Outcome<unknown>> {
  return outcome(http.DELETE("/session", { params: { header } }));
}

export function changeLanguage(language: Language): Promise<Outcome<Me>> {
  return outcome(http.PATCH("/me", { params: { header }, body: { language } }));
}

export function changePassword(body: PasswordChange): Promise<Outcome<unknown>> {
  return outcome(http.POST("/me/password", { params: { header }, body }));
}
