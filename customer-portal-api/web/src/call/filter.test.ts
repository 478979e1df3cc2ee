import { describe, expect, it } from "vitest";

import { fieldsOf, filterOf, narrowedBy, searchOf } from "./filter";

describe("the history's filters", () => {
  it("stand in the page's address and come back from it", () => {
    const search = "text=Petit&unread=1&line=l&outcome=LOST&from=2026-11-01&to=2026-11-03";
    expect(searchOf(fieldsOf(search))).toBe(search);
  });

  it("ask for days with the last one included", () => {
    const { from, to } = filterOf(fieldsOf("from=2026-11-01&to=2026-11-03"));
    expect(from).toBe(new Date(2026, 10, 1).toISOString());
    expect(to).toBe(new Date(2026, 10, 4).toISOString());
  });

  it("narrow nothing while a date is half typed or an outcome unknown", () => {
    expect(filterOf(fieldsOf("from=2026-1&outcome=WHAT&text=%20"))).toEqual({});
  });

  it("are counted without the words searched for", () => {
    expect(narrowedBy(fieldsOf("text=a&unread=1&from=2026-11-01"))).toBe(2);
  });
});
