import { describe, expect, it } from "vitest";

import contract from "../../../src/main/resources/openapi/portal.yaml?raw";
import en from "./en.json";
import fr from "./fr.json";

/** The words the contract lists for refusals, one a line. */
const types = (/x-extensible-enum:\n((?: +- \S+\n)+)/.exec(contract)?.[1] ?? "").match(
  /[a-z-]{3,}/g,
);

describe.each(Object.entries({ fr, en }))("the app in %s", (_, { problem }) => {
  it.each(types ?? ["a list in the contract"])("has a sentence for %s", (type) => {
    expect(problem).toHaveProperty(type);
  });
});
