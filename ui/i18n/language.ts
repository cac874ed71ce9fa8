/** Languages the panel speaks. */
export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language for a person whose system prefers `tags` (BCP 47, best first). */
export function languageFor(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.toLowerCase()).find((tag) => tag.startsWith("zh") || tag.startsWith("en"));
  return known?.startsWith("zh") ? "zh-CN" : "en";
}
