import { type Recasting, rule } from "../recasting.ts";

const BRACKET = /\(/;
const CORNER_ZH = "(?:左上|右上|左下|右下|顶|底|上|下|左|右|中)(?:角|部|方|边|面|侧|间)";
const CORNER_EN = "(?:top|bottom|upper|lower)(?:[- ](?:left|right|cent(?:er|re)))?|left|right";

/** What it reads now, what is to stay and which one is meant, said in brackets: 改成199元（原来是299元）, “the logo (top right)”. */
export const IN_BRACKETS_ZH: readonly Recasting[] = [
  rule(
    "(?<v>(?:改|换|调|变|更新|修改)(?:成|为|到))\\s*(?<t>[^,。;()]{1,24}?)\\s*\\((?:原来?|原先|之前|现在|目前|当前|旧)的?(?:是|为|写的?是|:)*\\s*(?<f>[^,。;()]{1,24})\\)",
    "从$<f>$<v>$<t>",
    BRACKET,
  ),
  rule(
    "\\((?<k>(?:注意|记得|不要|别|保持|保留|不用|其[他它余])[^()]{1,20}|[^()]{1,12}?(?:不变|不动|别动|不要[变动改]))\\)",
    "，$<k>",
    BRACKET,
  ),
  rule(`(?<x>[^,。;()\\s把将]{1,8}?)\\(在?最?(?<p>${CORNER_ZH})的?(?:那[个条行张处块])?\\)`, "$<p>的$<x>", BRACKET),
];

export const IN_BRACKETS_EN: readonly Recasting[] = [
  rule(
    "\\b(?<v>to|into) (?<t>[^,;()]{1,30}?) ?\\((?:it )?(?:was|is currently|currently|previously|formerly|originally|instead of|now)(?: says| reads| shows|:)? (?<f>[^()]{1,30})\\)",
    "from $<f> $<v> $<t>",
    BRACKET,
  ),
  rule(`\\s*\\((?:the ones? )?(?:(?:in|on|at) )?(?:the )?(?<p>${CORNER_EN})(?: (?:corner|side|edge))?\\)`, " at the $<p>", BRACKET),
];
