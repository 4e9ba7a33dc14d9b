// What a device keeps while there is no network: locked with a key of one sign-in that no script can read, for a day.
const NAME = "goldthread-away";
const STORES = { key: "is", kept: "number", typed: "path", shells: "path" };
export const MARK = "goldthread-away"; // in localStorage: there may be something; it says nothing of what
export const STATIC = "goldthread-static";
const HOUR = 3600 * 1000;

export const possible = () => Boolean(self.indexedDB && self.crypto && self.crypto.subtle);

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(STORES)) {
        asked.result.createObjectStore(store, { keyPath });
      }
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function ask(store, mode, what) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const work = database.transaction(store, mode, { durability: "strict" });
      const asked = what(work.objectStore(store));
      work.oncomplete = () => resolve(asked.result);
      work.onerror = work.onabort = () => reject(work.error);
    });
  } finally {
    database.close();
  }
}

// The key in force; nothing is left of what an old one locked.
export async function key() {
  const found = await ask("key", "readonly", (store) => store.get("key"));
  if (found && found.until <= Date.now()) {
    await wipe();
    return undefined;
  }
  return found;
}

export async function takeKey({ number, key: secret, hours }) {
  const bytes = Uint8Array.from(atob(secret), (each) => each.charCodeAt(0));
  const closed = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  bytes.fill(0);
  await wipe();
  const made = { is: "key", number, key: closed, made: Date.now(), until: Date.now() + hours * HOUR };
  await ask("key", "readwrite", (store) => store.put(made));
  return made;
}

const named = (store, name) => new TextEncoder().encode(`${store}:${name}`);

// Lock something away under a name. False where there is no key.
export async function put(store, name, value, beside = {}) {
  const held = await key();
  if (!held) {
    return false;
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(value));
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: named(store, name) }, held.key, words);
  await ask(store, "readwrite", (each) => each.put({ [STORES[store]]: name, iv, locked, at: Date.now(), ...beside }));
  return true;
}

// What was locked away under a name; undefined where nothing is, or it can no longer be opened.
export async function get(store, name) {
  const held = await key();
  const found = held && (await ask(store, "readonly", (each) => each.get(name)));
  if (!found) {
    return undefined;
  }
  const how = { name: "AES-GCM", iv: found.iv, additionalData: named(store, name) };
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, held.key, found.locked)));
  } catch {
    return undefined;
  }
}

export const forget = (store, name) => ask(store, "readwrite", (each) => each.delete(name));

export const names = async (store) => ((await key()) ? ask(store, "readonly", (each) => each.getAllKeys()) : []);

// Forget everything, the key too.
export async function wipe() {
  for (const store of Object.keys(STORES)) {
    await ask(store, "readwrite", (each) => each.clear());
  }
}
