import * as database from "./database";

/**
 * The local copy of the customer's data (D9): AES-GCM under a key the page can use but not read. The
 * key is destroyed at sign-out, after 30 days without contact, and when the clock was turned back.
 */
const KEY = "vault-key";
const CONTENT = "vault-content";

const DAY = 86_400_000;

/** Without contact for this long, the copy becomes unreadable. */
export const LIFETIME = 30 * DAY;

/** A clock this much earlier than already seen was turned back. */
const CLOCK_SLACK = 3_600_000;

interface KeyRecord {
  readonly key: CryptoKey;
  readonly lastContactAt: number;
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface Opened {
  readonly content: unknown;
  readonly lastContactAt: number;
}

/** Whether a copy last in contact then may still be read now. */
export function readable(lastContactAt: number, now: number): boolean {
  return now - lastContactAt <= LIFETIME && now >= lastContactAt - CLOCK_SLACK;
}

/** Seals the content, replacing what was there. */
export async function seal(content: unknown, lastContactAt: number): Promise<void> {
  const key = (await keyRecord())?.key ?? (await newKey());
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
  await database.write(KEY, { key, lastContactAt } satisfies KeyRecord);
  await database.write(CONTENT, { iv, bytes } satisfies Sealed);
}

/** The content, or null when there is none or it may not be read any more (then it is destroyed). */
export async function unseal(now: number): Promise<Opened | null> {
  const record = await keyRecord();
  const sealed = (await database.read(CONTENT)) as Sealed | undefined;
  if (record === undefined || sealed === undefined) {
    return null;
  }
  if (!readable(record.lastContactAt, now)) {
    await destroy();
    return null;
  }
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: sealed.iv },
      record.key,
      sealed.bytes,
    );
    const content: unknown = JSON.parse(new TextDecoder().decode(plain));
    return { content, lastContactAt: record.lastContactAt };
  } catch {
    await destroy();
    return null;
  }
}

/** The key first: what is left without it is noise. */
export async function destroy(): Promise<void> {
  await database.remove(KEY);
  await database.remove(CONTENT);
}

async function keyRecord(): Promise<KeyRecord | undefined> {
  return (await database.read(KEY)) as KeyRecord | undefined;
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
