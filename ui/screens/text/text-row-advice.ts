import type { FoundText } from "../../../protocol/text-style.ts";

/** Below this, recognition is wrong often enough that a person should look. */
const SURE = 0.85;
/** Beyond this share of the old width a line has to be set smaller to fit. */
const MUCH_LONGER = 1.5;

export const isUnsure = ({ confidence }: Pick<FoundText, "confidence">): boolean => confidence < SURE;

/** Width in half-em units: a Han character is twice as wide as a Latin letter. */
function width(text: string): number {
  let units = 0;
  for (const char of text.trim()) units += /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1;
  return units;
}

/** Whether `now` needs much more room than `before`; very short texts have slack. */
export const isMuchLonger = (before: string, now: string): boolean =>
  width(now) > MUCH_LONGER * width(before) && width(now) - width(before) > 3;
