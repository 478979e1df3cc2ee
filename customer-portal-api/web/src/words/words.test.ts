import { describe, expect, it } from "vitest";

import en from "./en.json";
import fr from "./fr.json";

interface Words {
  readonly [key: string]: string | Words;
}

function flat(words: Words, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[path + key, value] as const]
        : [...flat(value, `${path}${key}.`).entries()],
    ),
  );
}

const blanks = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();

describe("French and English", () => {
  const [french, english] = [flat(fr), flat(en)];

  it("say the same things", () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it("fill in the same blanks", () => {
    for (const [key, sentence] of french) {
      expect([key, blanks(english.get(key) ?? "")]).toEqual([key, blanks(sentence)]);
    }
  });

  it("leave no sentence empty", () => {
    for (const sentence of [...french.values(), ...english.values()]) {
      expect(sentence.trim()).not.toBe("");
    }
  });

  it("write ’ and no straight apostrophe", () => {
    const sentences = [...french.values(), ...english.values()];
    expect(sentences.filter((sentence) => sentence.includes("'"))).toEqual([]);
  });
});
