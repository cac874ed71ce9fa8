import * as v from "valibot";

/** Languages people are spoken to in, as BCP 47 tags. The companion thinks, stores and logs in English and speaks at its doors. */
export const LANGUAGES = ["en", "zh-CN"] as const;
export const LanguageSchema = v.picklist(LANGUAGES);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** The first of `tags` (BCP 47 or POSIX such as `zh_CN.UTF-8`, best first) that names one of the languages; else English. */
export function languageFor(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.trim().toLowerCase()).find((tag) => /^(?:zh|en)(?![a-z])/.test(tag));
  return known?.startsWith("zh") ? "zh-CN" : "en";
}
