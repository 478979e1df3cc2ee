import type { Wallboard } from "../contract";
import { http, valueOf } from "../contract/client";

export function wallboardNow(): Promise<Wallboard> {
  return valueOf(http.GET("/wallboard"));
}
