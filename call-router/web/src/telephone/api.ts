import type { Telephone, TelephoneKind } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome } from "../contract/client";

export function chooseTelephone(kind: TelephoneKind): Promise<Outcome<Telephone>> {
  return outcome(http.PUT("/telephone", { params: { header: fromConsole }, body: { kind } }));
}

const remembered = "permanence.telephone";

export function chosenKind(): TelephoneKind {
  return localStorage.getItem(remembered) === "desk" ? "desk" : "browser";
}

export function rememberKind(kind: TelephoneKind): void {
  localStorage.setItem(remembered, kind);
}
