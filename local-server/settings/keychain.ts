/** The operating system's store for secrets. Every method rejects where there is none. */
export interface Keychain {
  read(account: string): Promise<string | undefined>;
  write(account: string, secret: string): Promise<void>;
  remove(account: string): Promise<void>;
}

const SERVICE = "Emend";
/** A locked keychain may wait for its owner to type a password; an edit must not wait with it for good. */
const PATIENCE_MS = 20_000;

async function entryOf(account: string) {
  const { AsyncEntry } = await import("@napi-rs/keyring");
  // The kernel keyring, the other store on Linux, forgets at logout.
  return new AsyncEntry(SERVICE, account, { linux: { store: "secret-service" } });
}

const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

/** Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux. */
export const systemKeychain: Keychain = {
  read: async (account) => (await (await entryOf(account)).getPassword(patience())) ?? undefined,
  write: async (account, secret) => (await entryOf(account)).setPassword(secret, patience()),
  remove: async (account) => void (await (await entryOf(account)).deletePassword(patience())),
};
