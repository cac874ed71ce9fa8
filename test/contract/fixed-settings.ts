import type { SettingsOf } from "../../local-server/engines/engine-settings.ts";
import { createSettingsStore } from "../../local-server/settings/settings-store.ts";

/** Settings that come from variables alone: an empty data folder, no keychain. */
export const settingsFrom = (env: Readonly<Record<string, string>>): SettingsOf => createSettingsStore("/nowhere", env, undefined).of;
