import type { StyleWish } from "../../../protocol/plan.ts";

const LINE_COUNTS: Readonly<Record<string, number>> = {
  一: 1,
  单: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
};
const lineCount = (said = ""): StyleWish => ({ lines: Math.min(6, Math.max(1, LINE_COUNTS[said] ?? Number(said))) });
const LINE_WORD = "(?:two|three|four|[2-6])";
/** 分两行, "break it into three lines", 换行. A number before a thing (两行字) counts what is there. */
export const LINES: readonly (readonly [RegExp, (groups: readonly string[]) => StyleWish])[] = [
  [
    /(?:(?:拆|分|断|折)(?:开|行|排|列)?(?:为|成|作|到|至)?|(?:排|摆|写|放|改|变|设|换)(?:开|行|列)?(?:为|成|作|到|至))([两二三四2-6])[行排](?:显示|排列|排版|展示|摆放|来写|写)?(?!字|文|[的小大])/u,
    (g) => lineCount(g[1]),
  ],
  [/(?:^|\s|,|，|、)([两二三四2-6])行(?:显示|排列|排版|展示|摆放)(?!字|文)/u, (g) => lineCount(g[1])],
  [/^([两二三四2-6])[行排]$/u, (g) => lineCount(g[1])],
  [/(?:合并|合|并|放|排|写|改|变|保持|显示)(?:为|成|到|至|在)同?([一单1])行(?:内|里|显示|排列)?(?=$|[\s，,、。])/u, (g) => lineCount(g[1])],
  [/\b(two|three|four|[2-4])-line(?:d|r)?\b/u, (g) => lineCount(g[1])],
  [/(?:换|折|断|分|拆)行(?:显示|排列|排版|展示|处理)?/u, () => ({ lines: 2 })],
  [
    new RegExp(
      `\\b(?:(?:break|split|wrap|divide|set|put|spread|arrange|lay|stack|display|show)(?:ing|s|ed)?\\b(?: (?:it|them|that|this|out))? ?)?(?:in|into|on|onto|over|across|as) (${LINE_WORD}) (?:lines|rows)\\b`,
      "u",
    ),
    (g) => lineCount(g[1]),
  ],
  [/\b(?:(?:keep|put|set|show)(?: (?:it|them))? )?(?:in|on|onto) (?:a |the )?(?:one|single|1) (?:line|row)\b/u, () => ({ lines: 1 })],
  [/\b(?:with|add|insert)(?:ing)? (?:a )?line ?break\b|^(?:a )?line ?break$|\b(?:break|wrap) (?:the|its) line\b/u, () => ({ lines: 2 })],
];
