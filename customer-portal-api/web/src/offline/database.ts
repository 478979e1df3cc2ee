/** One small IndexedDB with one store of named values; the service worker reads it too. */
const NAME = "permanence-app";
const STORE = "values";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB refused to open"));
  });
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB gave up"));
    });
  } finally {
    database.close();
  }
}

export function read(name: string): Promise<unknown> {
  return run<unknown>("readonly", (store) => store.get(name));
}

export async function write(name: string, value: unknown): Promise<void> {
  await run("readwrite", (store) => store.put(value, name));
}

export async function remove(name: string): Promise<void> {
  await run("readwrite", (store) => store.delete(name));
}
