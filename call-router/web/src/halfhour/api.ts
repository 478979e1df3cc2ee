import type { HalfHours } from "../contract";
import { http, valueOf } from "../contract/client";

export function halfHours(): Promise<HalfHours> {
  return valueOf(http.GET("/figures/half-hours"));
}
