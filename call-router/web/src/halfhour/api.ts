import type { HalfHours } from "../contract";
import { http, valueOf } from "../contract/client";

/** The day of one team, or of all. */
export function halfHours(teamId: string | undefined): Promise<HalfHours> {
  const query = teamId === undefined ? {} : { teamId };
  return valueOf(http.GET("/figures/half-hours", { params: { query } }));
}
