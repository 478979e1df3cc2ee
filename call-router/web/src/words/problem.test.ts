import { parse } from "yaml";
import { describe, expect, it } from "vitest";

import contract from "../../../src/main/resources/openapi/console.yaml?raw";
import { en } from "./en";
import { fr } from "./fr";

interface Contract {
  components: { schemas: { ProblemType: { "x-extensible-enum": string[] } } };
}

const { components } = parse(contract) as Contract;

describe.each(Object.entries({ fr, en }))("the console in %s", (_, { problem }) => {
  it.each(components.schemas.ProblemType["x-extensible-enum"])("has a sentence for %s", (type) => {
    expect(problem).toHaveProperty(type);
  });
});
