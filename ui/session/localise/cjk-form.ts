const CJK = "[\\u2e80-\\u30ff\\u31f0-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60]";
/** A character with the narrow marks behind it, and the space to the next one. */
const MARKED = new RegExp(`(${CJK})([,.!?:;)]*)(?:[ \\t]+(?=${CJK}))?`, "g");
const OPENED = new RegExp(`\\((?=${CJK})`, "g");

/** Signs no line begins with, and those none ends with. */
const LOOSE_END = /^[，。、！？：；）」』】》〉”’…ー]|[（「『【《〈“‘]$/m;

/** The wide forms of ASCII marks lie in one block; those of the comma and the full stop do not. */
const wide = (mark: string): string => (mark === "." ? "。" : String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/**
 * A wording as Chinese and Japanese are set: marks beside their characters as wide as these, no spaces between them. Other languages stay as
 * they are.
 */
export function cjkForm(locale: string, wording: string): string {
  if (!/^(zh|ja)\b/i.test(locale)) return wording;
  const comma = /^ja/i.test(locale) ? "、" : "，";
  return wording.replace(OPENED, "（").replace(MARKED, (_all, before: string, marks: string) => {
    const set = marks.replace(/\.{3,}|./g, (mark) => (mark === "," ? comma : mark.length > 2 ? "……" : wide(mark)));
    return before + set;
  });
}

/** Whether a row of the wording begins or ends with a sign that may not stand there. */
export const hasLooseEnd = (locale: string, wording: string): boolean => /^(zh|ja|ko)\b/i.test(locale) && LOOSE_END.test(wording);
