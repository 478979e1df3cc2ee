/** Checks what goes over the wire against the contract, as far as schemas can. */
import { readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const file = new URL("../../src/main/resources/openapi/console.yaml", import.meta.url);
const contract = parse(readFileSync(file, "utf8"));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(contract, "console");

/** Throws when the value is not what the contract calls by this name. */
export function expect(name, value) {
  const validate = ajv.getSchema(`console#/components/schemas/${name}`);
  if (!validate(value)) {
    const first = validate.errors[0];
    throw new Error(`${name}${first.instancePath} ${first.message}: ${JSON.stringify(value)}`);
  }
  return value;
}

/** The errors of a request body, as the server names them. */
export function faults(name, value) {
  const validate = ajv.getSchema(`console#/components/schemas/${name}`);
  if (validate(value)) return [];
  return validate.errors.map((error) => ({
    field: error.instancePath.slice(1) || (error.params.missingProperty ?? "body"),
    rule: error.keyword === "required" ? "required" : "not-allowed",
  }));
}
