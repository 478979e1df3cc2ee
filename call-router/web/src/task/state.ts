import type { Task } from "../contract";
import { phone } from "../words/phone";

/** Who is to be called, as far as it is known: name and number, or one of them. */
export function callerOf({ callerName, callerNumber }: Task): string {
  return [callerName, callerNumber === undefined ? undefined : phone(callerNumber)]
    .filter(Boolean)
    .join(" · ");
}
