import type { Task } from "../contract";
import { phone } from "../words/phone";

/** Who is to be called, as far as it is known: name and number, or one of them. */
export function callerOf({ callerName, callerNumber }: Task): string {
  return [callerName, callerNumber === undefined ? undefined : phone(callerNumber)]
    .filter(Boolean)
    .join(" · ");
}

/** How many of the tasks in the list are one's own, and how many are the team's: nobody's or a colleague's. */
export function countsOf(tasks: readonly Task[]): { mine: number; team: number } {
  const mine = tasks.filter((task) => task.mine).length;
  return { mine, team: tasks.length - mine };
}
