import { describe, expect, it } from "vitest";

import { en } from "./en";
import { fr } from "./fr";

type Words = string | { readonly [key: string]: Words };

function sentences(words: Words): readonly string[] {
  return typeof words === "string" ? [words] : Object.values(words).flatMap(sentences);
}

describe.each(Object.entries({ fr, en }))("the console in %s", (_, words) => {
  it("writes ’ and no straight apostrophe", () => {
    expect(sentences(words).filter((sentence) => sentence.includes("'"))).toEqual([]);
  });
});
