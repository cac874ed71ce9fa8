import type { Result } from "../../protocol/errors.ts";
import { readKeyFile, writeKeyFile } from "../store/key-file.ts";
import type { Keychain } from "./keychain.ts";

/** Where a key went. */
export type KeyPlace = "keychain" | "file";

/** Keys of engines: in the keychain where the system has one that works, else in a file only its owner can read. */
export interface KeyStore {
  read(engine: string): Promise<string | undefined>;
  write(engine: string, key: string): Promise<Result<KeyPlace>>;
  /** From both places. */
  remove(engine: string): Promise<Result<void>>;
}

/** `keychain`: absent = file only. Accounts name the data folder too, so that two companions keep their keys apart. */
export function createKeyStore(folder: string, keychain: Keychain | undefined): KeyStore {
  const account = (engine: string): string => `${engine} ${folder}`;
  const inKeychain = async (work: (chain: Keychain) => Promise<unknown>): Promise<boolean> => {
    if (keychain === undefined) return false;
    return work(keychain).then(
      () => true,
      () => false,
    );
  };
  return {
    read: async (engine) => (await keychain?.read(account(engine)).catch(() => undefined)) ?? readKeyFile(folder, engine),
    write: async (engine, key) => {
      // Written and read back: some keychains take a secret and keep nothing.
      const kept = await inKeychain(async (chain) => {
        await chain.write(account(engine), key);
        if ((await chain.read(account(engine))) !== key) throw new Error("not kept");
      });
      const written = await writeKeyFile(folder, engine, kept ? undefined : key);
      return written.ok ? { ok: true, value: kept ? "keychain" : "file" } : written;
    },
    remove: async (engine) => {
      await inKeychain((chain) => chain.remove(account(engine)));
      return writeKeyFile(folder, engine, undefined);
    },
  };
}
