import * as v from "valibot";
import { type Settings, SettingsSchema } from "../../protocol/bridge.ts";

const KEY = "settings";

/** What this person's plugin remembers; nothing where it remembers nothing, or nothing that still makes sense. */
export async function loadSettings(): Promise<Settings> {
  const parsed = v.safeParse(SettingsSchema, await figma.clientStorage.getAsync(KEY));
  return parsed.success ? parsed.output : {};
}

/** Replaces all of it. */
export const saveSettings = (settings: Settings): Promise<void> => figma.clientStorage.setAsync(KEY, settings);
