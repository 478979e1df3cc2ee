import type { Mark } from "../../contract/types";

export const MARK_CHOICES: readonly Mark[] = ["NONE", "VIP", "BLOCKED"];
