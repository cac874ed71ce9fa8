const CJK = "[\\u2e80-\\u30ff\\u31f0-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60]";
const MARKS: Readonly<Record<string, string>> = { ",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；", ")": "）", "(": "（" };

/** Signs no line begins with, and those none ends with. */
const LOOSE_END = /^[，。、！？：；）」』】》〉”’…ー]|[（「『【《〈“‘]$/mu;

/**
 * A wording as Chinese and Japanese are set: marks beside their characters as wide as these, no spaces between them. Other languages stay as
 * they are.
 */
export function cjkForm(locale: string, wording: string): string {
  const language = /^(zh|ja)\b/i.exec(locale)?.[1]?.toLowerCase();
  if (!language) return wording;
  const wide = (mark: string) => (language === "ja" && mark === "," ? "、" : (MARKS[mark] ?? mark));
  return wording
    .replace(new RegExp(`(?<=${CJK})\\.{3,}`, "gu"), "……")
    .replace(new RegExp(`(?<=${CJK})[,.!?:;)]|\\((?=${CJK})`, "gu"), wide)
    .replace(new RegExp(`(?<=${CJK})[ \\t]+(?=${CJK})`, "gu"), "");
}

/** Whether a row of the wording begins or ends with a sign that may not stand there. */
export const hasLooseEnd = (locale: string, wording: string): boolean => /^(zh|ja|ko)\b/i.test(locale) && LOOSE_END.test(wording);
