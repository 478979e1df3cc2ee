import "fake-indexeddb/auto";

import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { noteContact } from "./connection";
import { forget, keep, restore } from "./copy";
import { destroy, unseal } from "./vault";

const SESSION = ["session"];

beforeEach(destroy);

/** Waits for the condition, not for a time. */
const sealed = (wanted: boolean) =>
  vi.waitFor(async () => expect((await unseal(Date.now())) !== null).toBe(wanted), 5_000);

async function visited(): Promise<QueryClient> {
  const queries = new QueryClient();
  noteContact(Date.now());
  keep(queries, () => true);
  queries.setQueryData(SESSION, { accountId: "a" });
  await queries.query({ queryKey: ["calls"], queryFn: () => ["Jeanne Petit"] });
  await queries.query({ queryKey: ["search"], queryFn: () => ["x"], meta: { local: false } });
  await sealed(true);
  return queries;
}

describe("the copy for reading without connection", () => {
  it("fills the next visit's cache, without what was only looked up", async () => {
    await visited();
    const next = new QueryClient();
    await restore(next, Date.now());
    expect(next.getQueryData(["calls"])).toEqual(["Jeanne Petit"]);
    expect(next.getQueryState(["calls"])?.isInvalidated).toBe(true);
    expect(next.getQueryData(["search"])).toBeUndefined();
  });

  it("keeps what was read before a failure, so that nobody is signed out by a tunnel", async () => {
    const queries = await visited();
    await queries
      .query({
        queryKey: SESSION,
        queryFn: () => Promise.reject(new Error("tunnel")),
        retry: false,
      })
      .catch(() => undefined);
    await queries.query({ queryKey: ["lines"], queryFn: () => ["a line"] });
    await vi.waitFor(async () => {
      const next = new QueryClient();
      await restore(next, Date.now());
      expect(next.getQueryData(["lines"])).toBeDefined();
      expect(next.getQueryData(SESSION)).toEqual({ accountId: "a" });
    }, 5_000);
  });

  it("is gone at sign-out, from memory and from the device", async () => {
    const queries = await visited();
    await forget(queries, SESSION);
    await sealed(false);
    expect(queries.getQueryData(["calls"])).toBeUndefined();
  });

  it("is not kept while nobody is signed in", async () => {
    const queries = new QueryClient();
    noteContact(Date.now());
    keep(queries, () => false);
    vi.useFakeTimers();
    queries.setQueryData(["calls"], []);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await sealed(false);
  });
});
