import type { Settings } from "../../../protocol/bridge.ts";
import { LIMITS } from "../../../protocol/limits.ts";

/** `words` first, nothing twice, no more than is kept. */
const first = (words: string, others: readonly string[] = []): string[] =>
  [words, ...others.filter((other) => other !== words)].slice(0, LIMITS.rememberedInstructions);

/** Settings with an instruction that ran on top of the recent ones. */
export const withRecent = (settings: Settings, words: string): Settings => ({ ...settings, recent: first(words, settings.recent) });

/** Settings with a template among the favourites, or no longer. */
export function withFavourite(settings: Settings, template: string): Settings {
  const there = settings.favourites?.includes(template) ?? false;
  const favourites = there ? settings.favourites?.filter((f) => f !== template) : first(template, settings.favourites);
  return { ...settings, ...(favourites && { favourites }) };
}
