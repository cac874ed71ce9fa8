import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const TYPE_ZH = `(?:${ROLE_ZH}|文字|字|${Q})`;
const SIDES_ZH = "(?:左上|右上|左下|右下|正?上|正?下|左|右|顶|底|正?中)(?:角|方|部|边|侧|面|间|央)";
const PERCENT: readonly (readonly [string, number])[] = [
  ["五", 5],
  ["十", 10],
  ["十五", 15],
  ["二十", 20],
  ["二十五", 25],
  ["三十", 30],
  ["四十", 40],
  ["五十", 50],
  ["六十", 60],
  ["七十", 70],
  ["八十", 80],
  ["九十", 90],
];

/** How lettering is added, sized and set, in everyday Chinese. */
export const TYPE_ZH_SYNONYMS: readonly Recasting[] = [
  // 字体统一 Helvetica
  rule(`(?<=字体|字号|颜色|字色)(?<w>统一|全部|一律|都)\\s*(?=[a-z#\\d]|思源|苹方|微软)`, "$<w>用", /统一|全部|一律|都/u),
  ...PERCENT.map(([words, n]) => rule(`百分之${words}(?![一二三四五六七八九十])`, `${n}%`, /百分之/u)),
  rule("百分之(?<n>\\d+)", "$<n>%"),
  rule(`(?:注明|备注|(?<!增)添(?!加)上?|(?<![标主副话问专])题上?|刷上|写明|标明|打(?:上)?一?行?字)\\s*:?\\s*(?=${Q})`, "加上"),
  rule(`(?:把|将)?(?<q>${Q})(?:这?[几两三四五六]个字)?(?:写|印|打|标|贴|加|添)(?:到|在|于)(?<p>[^,。;]{1,12}?)${END_ZH}`, "在$<p>加上$<q>"),
  rule(`^(?:在)?(?<p>${SIDES_ZH})\\s*:\\s*(?<q>${Q})`, "在$<p>加上$<q>"),
  rule("一丢丢|一丁点儿?|一咪咪|一捏捏|一内内", "一点"),
  rule("往(?<d>[大小])(?:了|里)?(?:调|改|弄)(?:整)?", "调$<d>"),
  rule("(?:弄|搞|整|做)(?:得)?(?:更)?(?=[大小粗细](?:一?[点些]|$|[,。;]))", "调"),
  rule("(?:稍微|略微|适当|适度|稍稍|略)(?:再|地|的)?(?<v>放大|缩小|加大|调大|调小|减小|增大)(?!一|\\d|[点些到至为成])", "$<v>一点"),
  rule(`(?<=(?:字号|字体|大小|尺寸)(?:再)?)(?:增加|提高|提升|上调|\\+)\\s*(?=\\d)`, "放大"),
  rule(`(?<=(?:字号|字体|大小|尺寸)(?:再)?)(?:减少|降低|下调|-)\\s*(?=\\d)`, "缩小"),
  rule(`(?<=${TYPE_ZH})(?:的)?(?:字号)?扩大(?=\\d)`, "放大", /扩大\d/u),
  rule("(?:调整?|改|变|设)(?:到|为|成)原来?的?(?=\\d+\\s*%)", "放大到原来的"),
  rule(
    `(?:缩小?|减小|变|改|调)(?:成|到|为|至)(?:原来?的?|现在的?)?(?:一半|1\\/2|二分之一)(?:的?大小)?${END_ZH}|(?:大小|尺寸|字号)减半|(?:减|变)小一半|(?<=[\\p{Script=Han}a-z])(?<!缩)小一半`,
    "缩小一半",
  ),
  rule("(?:弄|改|变|做|换)成斜的", "改成斜体"),
  rule(
    `(?<=${TYPE_ZH}\\s*(?:外面|外围|外边|周围)?)(?:加|描|勾)(?:上|一下)?(?:一?[圈层个道条])?(?<c>${COLOUR}|[黑白红金蓝黄绿紫灰银粉橙])(?:色)?的?边${END_ZH}`,
    "加$<c>色描边",
    /(?:加|描|勾)[^,。;]{0,9}边/u,
  ),
  rule(`(?<=${TYPE_ZH})的?描边(?:颜色)?(?:改|换|变|调|设)(?:成|为)(?=[^,。;]*(?:色|#))`, "描边", /描边/u),
  rule(`(?<=${TYPE_ZH})(?:外面|外围|外边|周围|四周)加(?=[^,。;]{0,6}(?:描边|发光|光晕))`, "加", /加[^,。;]{0,6}(?:描边|发光|光晕)/u),
  rule("(?:做|来|弄|搞|整|上)(?:一?[个点些层])(?=[^,。;]{0,4}(?:阴影|投影|描边|发光|渐变))", "加"),
  rule(`(?<=${TYPE_ZH})(?:对齐|排)(?:到|在|至)?(?:正)?(?:中间|中央|中心)`, "居中", /(?:对齐|排)/u),
];

const THE = "(?:the |this |our |my )";
const LETTERED = `(?:[a-z]+ )?(?:${ROLE_EN}|text|lettering|words?|logo)`;
const PLACE =
  "(?:top|bottom|upper|lower|left|right|middle|cent(?:er|re))(?:[ -](?:left|right|cent(?:er|re)|middle))?(?:[ -](?:hand )?(?:corner|side|edge))?";
const NOT_A_SIZE =
  "(?![^,.;]*\\b(?:opacity|brightness|contrast|saturation|transparency|exposure|quality|temperature|warmth|sharpness|clarity|highlights?|shadows?|leading|spacing|tracking|prices?|discount|number)\\b)";

/** The same in English. */
export const TYPE_EN_SYNONYMS: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:drop in|throw in|pop|slap|superimpose|have|get|chuck|we need|i need|i want|i(?:'d| would) like|we(?:'d| would) like|(?:can|could) (?:we|i|you) (?:have|get)|there (?:should|must|needs to|has to) be)(?: in)? (?=(?:the |a )?(?:text |words? |phrase |line )?${Q}[^.;]*\\b(?:in|at|on|under|below|above|across|over|top|bottom|left|right|cent(?:er|re)|middle)\\b)`,
    "add ",
  ),
  rule(`(?<=^(?:in|at|on|to|across) (?:the |our )?[a-z -]{3,30}?) (?=(?:add|put|write|place|insert|type|print)\\b)`, ", "),
  rule(`^(?:new text |text )?(?:in |at |on )?(?:the )?(?<p>${PLACE})\\s*:\\s*(?<q>${Q})`, "add $<q> at the $<p>"),
  rule(`^(?<q>${Q}) (?:in |at |on )?(?:the )?(?:very )?(?<p>${PLACE})(?=\\s*(?:$|[,.;!]|please|pls))`, "add $<q> at the $<p>"),
  rule(
    "\\b(?:just )?a (?:tad|touch|smidge|smidgen|hair|wee bit|teeny bit|tiny bit|little bit|fraction)(?= (?:bit )?(?:bigger|larger|smaller|wider|bolder|thicker|thinner|higher|lower|tighter)\\b)|\\bjust (?:a (?:bit|little)|slightly)(?= (?:bigger|larger|smaller)\\b)",
    "a bit",
  ),
  rule(
    `^(?:the )?(?<x>${LETTERED})(?: font| text| type)?(?<s> size)?\\s*(?:\\+|up(?: by)?)\\s*(?<n>\\d+)\\s?%${END_EN}(?<!^(?:all |every |the )*prices?\\s*\\+?.*)`,
    "make the $<x> $<n>% bigger",
  ),
  rule(
    `\\b(?:scale|bump|blow|size|crank|bring) (?:up )?(?<x>${THE}${NOT_A_SIZE}[^,.;]{2,30}?)(?: up)? (?<!\\bto )(?:by )?(?<n>\\d+)\\s?(?:%|percent)${END_EN}`,
    "make $<x> $<n>% bigger",
  ),
  rule(`\\b(?:grow|upsize) (?<x>${THE}[^,.;]{2,30}?) (?:by )?(?<n>\\d+)\\s?(?:%|percent)`, "make $<x> $<n>% bigger"),
  rule(`(?<=\\bmake ${THE}[^,.;]{2,30}? \\d+(?:\\.\\d+)?)\\s?x${END_EN}`, " times bigger", /\d\s?x/u),
  rule(`\\bhalve (?<x>${THE}[^,.;]{2,30}?)(?:'s size)?${END_EN}`, "make $<x> half the size"),
  rule(`\\bcut (?<x>${THE}[^,.;]{2,30}?)(?:'s)? size (?:in|by) half${END_EN}`, "make $<x> half the size"),
  rule(`^(?:the )?(?<x>${LETTERED}) (?:at |to )?(?:half size|half the size)${END_EN}`, "make the $<x> half the size"),
  rule(`\\b(?:embolden|thicken) (?=${THE}${LETTERED})`, "bold "),
  rule(`\\b(?:apply|use|add) (?<s>bold|italics?)(?: type| style| formatting)? (?:to|on|for) `, "make $<s> "),
  rule(
    `(?<=\\b(?:make|set|put) ${THE}${LETTERED}) (?:heavier|bold type|in bold type|beefier|chunkier)`,
    " bold",
    /heavier|type|beefier|chunkier/u,
  ),
  rule(
    `(?<x>${THE}${LETTERED}) (?:needs?|should have|must have|could use|wants?) (?=(?:an? |some )?[^,.;]*\\b(?:outline|shadow|stroke|glow|underline|border)\\b)`,
    "give $<x> ",
  ),
  rule(
    `^(?<e>(?:an? )?(?:${COLOUR} |thin |thick |soft |\\d+ ?px |drop )*(?:outline|stroke|shadow|glow)) (?:on|around|behind|under|for) (?<x>${THE}${LETTERED})${END_EN}`,
    "give $<x> a $<e>",
    /outline|stroke|shadow|glow/u,
  ),
  rule(`\\bstroke (?=${THE}${LETTERED} in\\b)`, "outline "),
  rule("\\b(?:apply|add) (?:some |a bit of |a little )?(?=(?:an? )?(?:soft |subtle |light |dark |black |drop[ -])*shadow\\b)", "add "),
];
