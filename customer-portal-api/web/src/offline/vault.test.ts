import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it } from "vitest";

import { read } from "./database";
import { destroy, LIFETIME, readable, seal, unseal } from "./vault";

const NOW = Date.parse("2026-11-22T12:04:00Z");
const CONTENT = { note: "Renouvellement de l’ordonnance" };

beforeEach(destroy);

describe("the local copy", () => {
  it("comes back as it was sealed", async () => {
    await seal(CONTENT, NOW);
    expect(await unseal(NOW + 1_000)).toEqual({ content: CONTENT, lastContactAt: NOW });
  });

  it("lies encrypted, under a key that cannot be read out", async () => {
    await seal(CONTENT, NOW);
    const { bytes } = (await read("vault-content")) as { bytes: ArrayBuffer };
    expect(new TextDecoder().decode(bytes)).not.toContain("ordonnance");
    const { key } = (await read("vault-key")) as { key: CryptoKey };
    expect(key.extractable).toBe(false);
  });

  it("is sealed with a new vector each time", async () => {
    await seal(CONTENT, NOW);
    const first = (await read("vault-content")) as { iv: Uint8Array };
    await seal(CONTENT, NOW);
    const second = (await read("vault-content")) as { iv: Uint8Array };
    expect(first.iv).not.toEqual(second.iv);
  });

  it("is destroyed, key first, when read after 30 days without contact", async () => {
    await seal(CONTENT, NOW);
    expect(await unseal(NOW + LIFETIME + 1)).toBeNull();
    expect(await read("vault-key")).toBeUndefined();
    expect(await unseal(NOW)).toBeNull();
  });

  it("is destroyed when the clock was turned back", async () => {
    await seal(CONTENT, NOW);
    expect(await unseal(NOW - 2 * 3_600_000)).toBeNull();
  });

  it("is gone after sign-out", async () => {
    await seal(CONTENT, NOW);
    await destroy();
    expect(await unseal(NOW)).toBeNull();
  });

  it("may be read to the last millisecond of its 30 days", () => {
    expect(readable(NOW, NOW + LIFETIME)).toBe(true);
    expect(readable(NOW, NOW + LIFETIME + 1)).toBe(false);
  });
});
