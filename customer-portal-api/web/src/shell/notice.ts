import { createContext, useContext } from "react";

export interface Notice {
  readonly text: string;
  readonly tone: "plain" | "bad";
}

export interface Notices {
  /** Says something for a few seconds, to eyes and screen readers. */
  tell(text: string): void;
  /** Says that something went wrong. */
  warn(text: string): void;
}

export const NoticeContext = createContext<Notices>({
  tell: () => undefined,
  warn: () => undefined,
});

export function useNotice(): Notices {
  return useContext(NoticeContext);
}
