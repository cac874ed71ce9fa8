import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { GROUND } from "../shared-words.ts";

const WISH =
  "(?:let's (?:have|use|try|go (?:for|with))|let us have|switch to|go (?:for|with)|make it|give (?:me|us|it)|i want|i'd like|we'd like|i would like|we need|i need|i'd prefer|have|try|use|with|on|against|show it on)";
/** A ground that is the same one, only altered, is no new one. */
const NO_NEW =
  "(?!(?:(?:an?|the|much|more|less|bit|very) )*(?:blurr\\w*|out of focus|dark(?:er)?|light(?:er)?|bright(?:er)?|simpler|cleaner|clean|simple|different|new|other|better|nicer|same|similar|less|more|busy|original|old|current|no|whole|entire|soft(?:er)?|remove|delete|replace|change|blur|keep|extend|swap|make|put|add|set|turn|is|are|query|there)\\b)";
const SCENES =
  "beach|forest|woods|jungle|city|street|skyline|studio|kitchen|office|garden|park|mountains?|desert|snow|sky|sunset|sunrise|ocean|sea|lake|river|marble|wood|wooden|concrete|brick wall|brick|stone|sand|grass|meadow|field|flowers?|leaves|space|galaxy|stars?|night sky|clouds?|cafe|restaurant|library|bedroom|living room|bathroom|classroom|gym|stage|stadium|rooftop|waterfall|autumn|winter|summer|spring|christmas|party|bokeh|linen|velvet|silk|paper|tropical|underwater|countryside|farm|vineyard|market|shop|showroom|gallery|museum|castle|temple|bridge|harbou?r|pool|hotel|lobby|terrace|balcony";
const PLACED = "(?=(?:at|in|on|near|along|across|under|above|below|over|next to|beside|to) )";

/** Grounds, colours and new wording asked for with hardly a verb: "blue car please", "let's have a beach background". */
export const SCENE_TALK_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:let's have|let us have|throw|squeeze in|sneak in|chuck|drop|position|whack|bung|work in|fit in|slot in) (?=(?:the (?:words?|text) )?${Q} ${PLACED})`,
    "add ",
    /[\uE100-\uE1FF]/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${Q}) (?:should|must|needs to|has to|ought to) (?:be|go|sit|stand|move) (?:at|in|on|to) (?=the (?:very )?(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)\\b)`,
    "move $<x> to ",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|place|set|drop|show|shoot|stand) (?:it|them|her|him|${THE} [a-z]+(?: [a-z]+)?) (?:on|against|onto|over) (?:an? )?(?:plain |pure |clean |solid |flat )*(?<c>${COLOUR})(?: ${GROUND})?${END_EN}`,
    "make the background $<c>",
    /\b(?:on|against|onto|over) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}${WISH} (?:an? |the )?${NO_NEW}(?<y>(?:(?!(?:the|an?|as|to|for|in|with)\\b)[a-z-]+ ){1,4}?)${GROUND}${END_EN}`,
    "change the background to $<y>",
    /background|backdrop|bg/u,
  ),
  rule(
    `^(?:an? )?(?<y>(?:[a-z-]+ )?(?:${SCENES})) ${GROUND}(?: please| pls)?$`,
    "change the background to a $<y>",
    /background|backdrop|bg/u,
  ),
  rule(
    `\\b(?:use|have|take|put|set|i'd like|i want|we want|make) (?<y>(?:an? |the )?(?!paler|darker|lighter|brighter|softer|deeper)[a-z][a-z -]{1,30}?) as (?:the |a |its |her |his )?(?:new )?${GROUND}${END_EN}`,
    "change the background to $<y>",
    /background|backdrop|bg/u,
  ),
  rule(`\\b(?<v>whiten|blacken) (?=(?:out )?the ${GROUND})(?:out )?the ${GROUND}`, "make the background $<v>", /whiten|blacken/u),
  rule(`(?<=background )whiten\\b`, "white"),
  rule(`(?<=background )blacken\\b`, "black"),
  rule(`^(?:the )?${GROUND} (?:gone|off|out|away)(?: please)?$`, "remove the background", /background|backdrop|bg/u),
  rule(
    `^(?:an? )?(?<c>${COLOUR}) (?!background|bg|backdrop|border|frame|text|outline|stroke|shadow|tint|filter|tone|look|light|font|letters|overlay|gradient|glow|line)(?<x>[a-z]+)(?: please| pls| instead)$`,
    "make the $<x> $<c>",
    / (?:please|pls|instead)$/u,
  ),
  rule(
    `\\b(?<v>make|turn|paint|set|change) (?<x>${THE} [a-z]+(?: [a-z]+)?)'s colou?r (?:to |into )?(?=(?:an? )?(?:${COLOUR}))`,
    "make $<x> ",
    /'s colou?r/u,
  ),
  rule(
    `\\b(?:turn|make|paint|change|dye|recolou?r|colou?r|repaint|switch) (?<x>${THE} [a-z]+(?: [a-z]+)?) from (?:an? )?(?:${COLOUR}) (?:in)?to (?:an? )?(?<c>${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    / from .*to /u,
  ),
  rule(`\\bmake it so (?:that )?(?<x>${THE} [a-z]+(?: [a-z]+)?) (?:is|are|looks?|becomes?) `, "make $<x> "),
  rule(
    `\\b(?:respray|repaint|spray(?:[ -]paint)?|re-?colou?r|redye|stain) (?<x>${THE} [a-z]+(?: (?!(?:to|in|into)\\b)[a-z]+)?) (?:in |to |into )?(?=(?:an? )?(?:${COLOUR}))(?![^,.;]*#)`,
    "make $<x> ",
    /spray|repaint|colou?r|redye|stain/u,
  ),
];

const NO_SCENE =
  "(?!一?[个张]|成|为|的?(?:什么|哪|啥)|个颜色|颜色|色|掉|一下|下|得|更|再|纯|素|透明|模糊|虚化|大|小|亮|暗|淡|深|浅|干净|简单|简洁|白|黑|灰|红|蓝|绿|黄|紫|粉|橙|单|渐变|回|走|到|做|了)";

/** The same in Chinese: 背景换海滩, 用海滩做背景. */
export const SCENE_TALK_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?<p>[^,。;\\uE100-\\uE1FF]{0,8}?)(?:要有|得有|需要有|要放|来一个|来个|整个|弄个|搞个)(?:一?行|一?句)?(?:文字|字)?\\s*(?=${Q})`,
    "$<p>加上",
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?背景(?:换|要|用|变|来个|来张|做)(?:一?[个张])?${NO_SCENE}(?<y>[\\p{Script=Han}a-z ]{2,12}?)(?:吧|的)?${END_ZH}`,
    "背景换成$<y>",
  ),
  rule(
    `${BEGIN_ZH}(?:用|拿|以|把)(?<y>[\\p{Script=Han}a-z ]{1,12}?)(?:来)?(?:做|当作|当|作为|为|做成)(?:新的?)?背景${END_ZH}`,
    "背景换成$<y>",
  ),
  rule(
    `^(?:一个|一张)?(?![^,。;]*(?:换|改|变)(?:成|为|个|一|上|[\\p{Script=Han}a-z]{1,4}背景))(?!帮|替|消|抹|擦|清|提|补|保|留|扣|想|希望|做|弄|搞|出|给|需|请|麻烦|使|用|变|调|设|来|求|能|可|去|换|删|改|加|把|将|移|抠|虚化|模糊|原|新|旧|保留|保持|透明|没有|无|调|提亮|压暗|延伸|扩展|清|净|干净|简|纯|不|要|有|整|其|背|替|擦|抹|消|扣|白|黑|在|给|让|和|与|模|淡|深|浅|亮|暗|同)(?<y>[\\p{Script=Han}]{2,6}?)的?背景$`,
    "背景换成$<y>",
  ),
  rule(`(?:喷漆?|喷涂|烤漆?|刷漆|印染|上色|染色|上漆)成(?=${COLOUR})`, "改成", /喷|烤|漆|染|上色/u),
  rule(
    `${BEGIN_ZH}(?:把)?(?<x>(?!我|客户|老板|背景|他|她|标题)[\\p{Script=Han}]{1,6}?)(?:想要|需要|得是|必须是|应当是)(?:个)?(?=${COLOUR}的?${END_ZH})`,
    "$<x>改成",
    /想要|需要|得是|必须是|应当是/u,
  ),
];
