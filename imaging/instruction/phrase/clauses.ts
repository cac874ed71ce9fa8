import { DEED_EN, DEED_PARTICLES } from "../lexicon/deeds-en.ts";
import { ROLE_EN } from "../lexicon/roles.ts";
import { COLOUR } from "../style/colour.ts";
import { QUOTED } from "./fold.ts";
import { isBlank, type Phrase, part, trimmed } from "./phrase.ts";

/** Where one wish ends and the next begins, whatever follows. A comma or stop inside a number or an address separates nothing. */
const SEPARATOR =
  /[。;\n]+|…+|[!?]+(?=\s|$|\p{Script=Han})|(?<!\d),(?![^()]*\))|,(?!\d{3}(?!\d)|[^()]*\))|\.(?=\s|$)(?<!\b(?:no|inc|ltd|co|vs|mr|mrs|ms|dr|st|prof|jr|sr|ave|rd|dept|ph\.d)\.|\b[a-z]\.)|、(?=(?:把|将|删|去|加|字|颜|背|增加|提高|降低|提升|减少|调|换成|改成|改为|换为|放大|缩小|居中|移到|变成|变[大小粗细红橙黄绿蓝紫粉白黑]|加粗|斜体|倾斜|置中|靠[左右]))/gu;

/** Conjunctions that open the next clause only where an order or a wish about the type follows. */
const OPENERS_EN =
  "change|replace|swap|update|make|turn|rename|translate|set|edit|modify|add|insert|put|place|write|remove|delete|erase|get rid|move|cent(?:er|re)|align|bold|italici[sz]e|crop|keep|leave|preserve|blur|brighten|darken|sharpen|increase|decrease|reduce|enlarge|shrink|double|scale|give|colou?r|recolou?r|use|paint|don'?t|do not|rotate|tilt|slant|switch (?:it|them|the|to)|flip|extend|expand|convert|apply|drop(?! shadows?\\b)|lose|ditch|take out|the (?:font|text|colou?r)|its |font|save|export|everything|then|also|finally|no other|(?:do|apply|repeat) (?:exactly )?the same|(?:the )?same (?:for|goes for|applies to)";
const CONJUNCTIONS = new RegExp(
  [
    `\\s(?:and(?: then| also)?|then|but|while|after that|afterwards?)\\s+(?=(?:please |also |then )?(?:${OPENERS_EN})\\b)`,
    "(?:^|(?<!\\b(?:the|our|my|its|this|that|very|each|every))\\s)(?:then|also|finally|next(?! to\\b)|first(?! (?:line|row|word|sentence|paragraph)\\b)|lastly|afterwards?),?\\s+",
    `\\s-{1,2}\\s+(?=(?:please )?(?:${OPENERS_EN})\\b)`,
    "(?<=[上下左右]移\\s*\\d+\\s*(?:px|像素|%)?)\\s+(?=[上下左右]移\\s*\\d)",
    "\\s-{1,2}\\s+(?=(?:please )?(?:boost|raise|hide|underline|lower|bump|warm|cool|tone|switch|shift|pull|push|straighten|resize|soften|clean) )",
    // "make it red – no wait, navy", "make it red, actually make it navy"
    "\\s-{1,2}\\s*(?=(?:no|actually|wait|oops|hmm|sorry|scratch that)\\b)",
    "\\s?-{1,2}\\s?(?=(?:不对|不是|等等|算了|哦不|更正)(?:[,。\\n]|$))",
    "(?<=[,.;\\n-]\\s*(?:actually|no|no wait|wait|sorry|oops|scratch that)) (?=(?:make|change|use|set|turn|keep|let's|go with|put|move|remove)\\b)",
    // "change 'A' to 'B' and 'C' to 'D'": the verb is said once.
    `\\sand\\s+(?=(?:also )?(?:underline|strike|uppercase|lowercase|capitali[sz]e|outline|bold|lift|deepen|crush|warm|cool|fill|sharpen|soften|saturate|desaturate|tint|lighten|dim|bump|lower|raise|boost)\\b(?! tones?| colou?rs?| white| grey))`,
    `\\sand\\s+(?=(?:${DEED_EN.simple}|${DEED_EN.placing}|${DEED_EN.opening})(?: (?:${DEED_PARTICLES}))? (?:the|this|that|these|those|his|her|its|my|our|their|all)\\s)`,
    // "and let the snow go on", "and send me a jpg": how it is to be closed and delivered.
    "\\s(?:and|then)\\s+(?=(?:let|have) (?:the |it\\b|its )[^,.;]*\\b(?:continue|carry on|flow|go on|run on|keep going|extend|fill|filled|covered|blend|match|show)\\b|(?:blend|patch|heal|mend|rebuild|reconstruct|inpaint|restore|continue|complete|fill|smooth out|clean up)(?: in| up)? (?:the|it|its|in|what|that|everything)\\b|(?:send|e?mail|export|share|download) (?:me|us|it|this|as|over|the (?:file|result))\\b)",
    `\\sand\\s+(?=${QUOTED}\\s+(?:to|with|into|by|->|=>|→))`,
    `\\sand\\s+(?=(?:the )?(?:${ROLE_EN})\\s+(?:to|as|should|becomes|from)\\s)`,
    // "a bit cooler and less saturated", "and then B with C": the verb stands in front of the first only.
    "\\s(?:and|but|plus|[&+])\\s+(?=(?:(?:also|still|a (?:bit|little|touch)|slightly|much) )*(?:bigger|smaller|larger|brighter|darker|lighter|warmer|cooler|colder|sharper|softer|crisper|blurrier|blurry|(?:more|less) (?:saturated|vivid|vibrant|colou?rful|contrast\\w*|bright|warm|noisy|grainy))\\b)",
    `(?<=\\b(?:to|with)\\s+${QUOTED}\\s+)and\\s+(?=(?:the )?[a-z]+(?: [a-z]+)? (?:to|with)\\s+${QUOTED})`,
    `(?<=\\b(?:to|with|into|as)\\s+${QUOTED}\\s+)and\\s+(?=(?:the )?(?:[a-z-]+ ){0,2}\\s*${QUOTED}\\s+(?:to|with|into|as)\\s+${QUOTED})`,
    "\\sand\\s+(?=[$€£¥]?\\d[\\d.,]*%?\\s+(?:to|with|into|by)\\s)",
    "\\sand\\s+(?=the (?:[a-z]+ ){0,2}?[a-z]+ (?:should|must|needs? to|has to) (?!say|read|be (?:changed|replaced)))",
    "(?<=.{2})(?:但是|不过|可是)(?!.{0,3}$)",
    "但是?(?=(?:要|得|请|必须)?(?:保留|保持|留[下住着]|不要|别|不能|不动|不改|其[他它余]|大小|尺寸|字号|颜色|字体|位置|形状|亮度|标题|文字|人物|主体|产品))",
    "(?:并且?|然后|同时|接着(?![铺画长延补填往生接])|随后|最后(?!一?[个行句段处张条次]|[一两二三四五六\\d]+[位个行句段字张条])|顺便(?:再|也)?|顺带|另外|此外|其次|以及|而且|再(?=把|将|给|删|在|加上|添加)|(?<![边侧方角面上下里处部间旁])再(?=加[一个行句]|写[上一个]|放[上一个]|补[上一个]|裁|换成|改成|移)|首先|先(?=把|将|给|删|在))(?!列|排|不)",
    "(?:同时|并且?|而且)(?=(?:不要|不得|不能|不许|不可以?|不用)(?:改|动|变|碰|影响|删|移|调|破坏))",
    "\\s?\\b(?:while|but) (?=keep|preserv|maintain|leav|not|don)",
    // "make the left cup red and the right one blue": the verb is said once.
    `\\sand\\s+(?=(?:the|its|his|her|their|our|my) [a-z ]{2,40} (?:${COLOUR}|(?:a (?:bit|little) |slightly |much |\\d+ ?% )?(?:bigger|smaller|larger|bold(?:er)?|italic|thinner|lighter|brighter|darker|greener|bluer|redder|whiter|shinier|cleaner|underlined|uppercase|cent(?:er|re)d))(?: *(?:$|[\\n,.;])))(?<=^(?:make|turn|paint|colou?r|dye) .*(?:${COLOUR}|er|bold|italic|underlined|uppercase|ed)\\sand\\s+)`,
    // "make the title red and the subtitle the same colour"
    "\\sand\\s+(?=(?:the|our|my) [a-z ]{2,30}? (?:in )?(?:the|that) same (?:colou?r|size|font|style|weight)\\b)",
    // "shoes red and laces white", "'A' in red and 'B' in white": each has its colour.
    `\\sand\\s+(?!${COLOUR}\\s*(?:$|[,.;]))(?<=(?<!\\b(?:the|an?|make|turn|paint|all|this|that|her|his|our|my)\\s)${COLOUR}\\sand\\s+)(?=(?:the |its |her |his )?(?:${QUOTED}|[a-z'-]+(?: [a-z'-]+){0,2}?)\\s+(?:in |to |into )?${COLOUR}\\s*(?:$|[,.;]))`,
    "(?<=一?[点些])再(?=[变调缩放提压加])",
    "\\swith\\s+(?=(?:very )?(?:high|higher|low|lower|more|less|strong|stronger|extra|reduced|increased) (?:contrast|saturation|exposure|brightness|grain)\\b)",
    "\\s(?=without (?:chang|alter|touch|affect|modify))",
  ].join("|"),
  "gu",
);

/** "1." and "- " in front of the items of a list. */
const LIST_MARK =
  /(?:(?:^|\n|[;。,.]\s*)\s*(?:(?:first|second|third|fourth|fifth)(?:ly)?[,:](?=\s)|[二三四五六七八九十]、|第[一二三四五六七八九十\d]步?[、,:]\s*(?=\S)|step \d:?))|(^|\n)\s*(?:[一二三四五六七八九十]、|\d{1,2}[.、)]\s?(?!\d)|[-*•]\s+|[(]\d{1,2}[)]\s*)|\s*[①-⑳]\s*/g;

/** "1. … 2. … 3. …" in one line; only where the whole begins with a 1. */
const INLINE_MARK = /(?:^|\s|(?<=[,:;。]))\d{1,2}(?:[.)]\s|[.)](?=\p{Script=Han})|、\s?)/gu;

/** Where a list begins, if need be behind an address: "Please 1) … 2) …". */
const NUMBERED =
  /^\s*1(?:[.)]\s|、)|^\s*[(]?1[.)](?=\p{Script=Han}.*\s[(]?2[.)]\p{Script=Han})|^[^\d\n\uE000]{0,60}[\s:,]1[.)、].*[\s,;。]2[.)、]|[;。]\s*2[.)、].*[;。]\s*3[.)、]/u;

/** "- title: A - date: B": what marks the first item of a line marks the others. */
const DASHED = /^\s*(?:(?<a>-)|(?<b>[•*·])|(?<c>\+))\s+\S.*?\s(?:(?:\k<a>|\k<b>|\k<c>)\s+\S)/u;
const ITEM = /(?:^|\s)[-•*·+]\s+(?=\S)/gu;

const blankOut = (key: string, pattern: RegExp): string => key.replace(pattern, (hit) => "\n".repeat(hit.length));

/** The clauses of an instruction in order. Splits rather too often than too rarely: the planner joins pieces that mean nothing alone. */
export function clausesOf(instruction: Phrase): Phrase[] {
  const numbered = NUMBERED.test(instruction.key) ? blankOut(instruction.key, INLINE_MARK) : instruction.key;
  const dashed = !numbered.includes("\n") && DASHED.test(numbered) ? blankOut(numbered, ITEM) : numbered;
  const listed = blankOut(dashed, LIST_MARK);
  const cut = blankOut(blankOut(listed, SEPARATOR), CONJUNCTIONS);
  const clauses: Phrase[] = [];
  for (let from = 0; from <= cut.length; ) {
    const to = cut.indexOf("\n", from);
    const end = to === -1 ? cut.length : to;
    const clause = trimmed(part(instruction, from, end));
    if (!isBlank(clause)) clauses.push(clause);
    from = end + 1;
  }
  return clauses;
}
