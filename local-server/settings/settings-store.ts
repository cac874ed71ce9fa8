import type { Result } from "../../protocol/errors.ts";
import type { Consent, EngineSettings, SettingsOf } from "../engines/engine-settings.ts";
import { changeEnginesFile, readEnginesFile } from "../store/engines-file.ts";
import { createKeyStore, type KeyPlace } from "./key-store.ts";
import { type Keychain, systemKeychain } from "./keychain.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Everything a person sets up for engines, of one data folder. */
export interface SettingsStore {
  readonly of: SettingsOf;
  /** Without `value` the setting is forgotten. */
  set(engine: string, field: string, value: string | undefined): Promise<Result<void>>;
  allow(engine: string, host: string): Promise<Result<void>>;
  forbid(engine: string): Promise<Result<void>>;
  setKey(engine: string, key: string): Promise<Result<KeyPlace>>;
  removeKey(engine: string): Promise<Result<void>>;
}

const shouted = (text: string): string => text.replace(/[A-Z]/g, "_$&").replaceAll("-", "_").toUpperCase();

/** `baseUrl` of `openai` is `EMEND_OPENAI_BASE_URL`. */
export const variableOf = (engine: string, field: string): string => `EMEND_${shouted(engine)}_${shouted(field)}`;

const inEnv = (env: Env, engine: string, field: string): string | undefined => env[variableOf(engine, field)]?.trim() || undefined;

function allowedByEnv(env: Env, engine: string): boolean {
  const names = (env.EMEND_ALLOW_HOSTED ?? "").split(",").map((word) => word.trim());
  return names.includes(engine) || names.includes("all");
}

/** What a record itself holds under a name: names come from outside and must not reach what every object has. */
const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const without = <T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

function changed(settings: Readonly<Record<string, string>>, field: string, value: string | undefined): Record<string, string> {
  return value === undefined ? without(settings, field) : { ...settings, [field]: value };
}

/** `keychain`: the system's unless `EMEND_KEYS=file`. */
export function createSettingsStore(
  folder: string,
  env: Env,
  keychain: Keychain | undefined = env.EMEND_KEYS === "file" ? undefined : systemKeychain,
): SettingsStore {
  const keys = createKeyStore(folder, keychain);
  const keepsAllHere = (): boolean => (env.EMEND_PRIVACY ?? readEnginesFile(folder).settings.all?.privacy) === "local";
  const consentOf = (engine: string, host: string): Consent | undefined => {
    if (keepsAllHere()) return undefined;
    if (allowedByEnv(env, engine)) return "environment";
    const { consents } = readEnginesFile(folder);
    return ownOf(consents, engine)?.host === host ? "standing" : undefined;
  };
  const of = (engine: string): EngineSettings => ({
    value: (field) => inEnv(env, engine, field) ?? ownOf(ownOf(readEnginesFile(folder).settings, engine) ?? {}, field),
    consent: (host) => consentOf(engine, host),
    staysHere: keepsAllHere,
    key: async () => inEnv(env, engine, "apiKey") ?? (await keys.read(engine)),
  });
  return {
    of,
    set: (engine, field, value) =>
      changeEnginesFile(folder, (file) => ({
        ...file,
        settings: { ...file.settings, [engine]: changed(file.settings[engine] ?? {}, field, value) },
      })),
    allow: (engine, host) =>
      changeEnginesFile(folder, (file) => ({
        ...file,
        consents: { ...file.consents, [engine]: { host, at: new Date().toISOString() } },
      })),
    forbid: (engine) => changeEnginesFile(folder, (file) => ({ ...file, consents: without(file.consents, engine) })),
    setKey: (engine, key) => keys.write(engine, key),
    removeKey: (engine) => keys.remove(engine),
  };
}
