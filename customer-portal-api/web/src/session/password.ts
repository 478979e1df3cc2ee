import type { Session } from "../contract/types";

/** The rules a new password keeps that can be told while typing; the server knows more of them. */
export interface PasswordCheck {
  readonly rule: "longEnough" | "notTheName" | "notTheOld" | "varied";
  readonly kept: boolean;
}

/** A password's characters as people count them, not as UTF-16 does. */
export function lengthOf(password: string): number {
  return [...new Intl.Segmenter().segment(password.normalize("NFC"))].length;
}

export function checkPassword(
  password: string,
  current: string,
  session: Pick<Session, "user" | "passwordRule">,
): readonly PasswordCheck[] {
  const name = session.user.split("@")[0]?.toLowerCase() ?? "";
  const different = new Set(password.toLowerCase()).size;
  return [
    { rule: "longEnough", kept: lengthOf(password) >= session.passwordRule.minimumLength },
    { rule: "varied", kept: different >= 6 },
    {
      rule: "notTheName",
      kept: password !== "" && (name.length < 3 || !password.toLowerCase().includes(name)),
    },
    { rule: "notTheOld", kept: password !== "" && password !== current },
  ];
}
