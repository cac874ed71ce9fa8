import * as v from "valibot";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import type { ApiContext } from "./api-context.ts";

const QUOTA_BYTES = 5 * 1024 * 1024;

/** `figma.clientStorage`: structured data, 5 MB for the whole plugin. */
export function storageApi({ ports }: ApiContext): object {
  const { storage } = ports;
  const size = (value: unknown): number => JSON.stringify(value)?.length ?? 0;
  const used = (but: string): number => storage.keys().reduce((sum, k) => (k === but ? sum : sum + size(storage.get(k))), 0);
  return {
    getAsync: async (key: unknown) => structuredClone(storage.get(check("getAsync", "key", v.string(), key))),
    setAsync: async (key: unknown, value: unknown) => {
      const name = check("setAsync", "key", v.string(), key);
      if (used(name) + size(value) > QUOTA_BYTES) fail("setAsync", "The 5MB storage quota of this plugin is exceeded");
      storage.set(name, structuredClone(value));
    },
    deleteAsync: async (key: unknown) => storage.delete(check("deleteAsync", "key", v.string(), key)),
    keysAsync: async () => [...storage.keys()],
  };
}
