import { LANGUAGES, ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const THE = "(?:the |our |my |this |that |her |his )";
const MONEY = "(?:€|eur\\b|euros?\\b|chf\\b|zł|kr\\b|лв)";
const DECIMAL = "\\d{1,3}(?:[. ]\\d{3})*,(?:\\d{2}|-+)(?!\\d)";
const MEASURED = "saturation|contrast|brightness|exposure|sharpness|warmth|vibrance|grain|noise|blur|opacity|transparency";
const ABOUT = "(?:maybe|perhaps|say|about|around|by|like|roughly|approximately|i'd say)";
const MORE =
  "(?:bigger|larger|smaller|bolder|darker|lighter|brighter|softer|thicker|thinner|warmer|cooler|stronger|more|less|different|other)";

/** Turns that say the opposite of what their colour, their number or their noun would be taken for. */
export const MEANT_OTHERWISE_EN: readonly Recasting[] = [
  // 49,90 €: the comma of a price separates no wishes.
  rule(`(?<![\\d.,])(?<n>${DECIMAL}\\s?${MONEY}|(?:€|eur|chf)\\s?${DECIMAL})`, "“$<n>”", /\d,[\d-]/u),
  rule(
    `(?<=\\b(?:swap|switch|exchange|trade)) ${THE}?(?:two |both )?(?:prices?|amounts?|numbers?|dates?|words?|texts?|labels?)\\s+(?<a>${Q}|[$€£¥]?\\d[\\d.,]*(?: ?[€$£%])?) (?:and|with) (?<b>${Q}|[$€£¥]?\\d[\\d.,]*(?: ?[€$£%])?)${END_EN}`,
    " “$<a>” and “$<b>”",
    /(?:swap|switch|exchange|trade) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}${THE}?(?<x>${ROLE_EN}) (?:goes|go|drops|moves|changes|falls|rises|is going|comes down|goes down|goes up) from (?<a>${Q}|[^,;\\uE100-\\uE1FF ]+(?: ?[€$£%])?) to (?=\\S)`,
    "change the $<x> from $<a> to ",
    / from /u,
  ),
  // Read from the left and from the top, as everything is counted anyway.
  rule(
    `(?<=\\b(?:first|second|third|fourth|fifth|\\d+(?:st|nd|rd|th)) (?:${ROLE_EN}|line|row|word|text|sentence|paragraph)) (?:counted |counting |seen )?from (?:the )?(?:left|top)(?: side)?\\b`,
    "",
    / from (?:the )?(?:left|top)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE}(?:[a-z]+ ){0,2}?[a-z]+) (?:should|must|need) ?(?:not|n't) be (?:so|that|quite so) dark${END_EN}`,
    "make $<x> brighter",
    /n[o']t be /u,
  ),
  rule(`\\bnot (?:quite )?(?:so|that) (?<c>${COLOUR}|warm|cold|cool|dark|bright|saturated)${END_EN}`, "less $<c>", /\bnot /u),
  rule(
    `${BEGIN_TALK_EN}(?<v>make|turn|paint|colou?r|dye) (?<x>${THE}(?:[a-z]+ ){1,3}?)(?<c>${COLOUR}) and (?<y>${THE}${COLOUR} [a-z]+ )(?<d>${COLOUR})${END_EN}`,
    "$<v> $<x>$<c>, $<v> $<y>$<d>",
    / and /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE}(?:[a-z]+ ){0,2}?[a-z]+) (?:must|should|has to|have to|needs to) be (?<c>${COLOUR})\\s*,?\\s*(?:and )?(?:not|instead of|rather than|no longer) (?:${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    / be /u,
  ),
  rule(
    `\\b(?:less|lower|reduce|decrease|drop) (?:the )?(?<t>${MEASURED})\\s*,?\\s*(?:(?:${ABOUT} )*)half(?: (?:of it|as much|less))?${END_EN}`,
    "reduce the $<t> by 50%",
    / half/u,
  ),
  rule(
    `\\b(?:more|higher|raise|increase) (?:the )?(?<t>${MEASURED})\\s*,?\\s*(?:${ABOUT} )+(?<n>\\d+) ?%(?: more)?${END_EN}`,
    "increase the $<t> by $<n>%",
    /%/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>(?!an? (?:bit|little)\\b)(?:an? |some |the )?(?!it\\b|that\\b|this\\b|which\\b)(?!(?:[a-z]+ )*${MORE} )[a-z-]+(?: [a-z-]+){0,4}?) (?:would|might) be (?:really |very |so |quite )?(?:nice|great|good|cool|lovely|perfect|neat|sweet|fab|ideal)${END_EN}`,
    "add $<x>",
    / be /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:write|put|set|type|have|print) (?<x>${THE}(?:${ROLE_EN}|texts?|words?|lettering)) (?:all )?(?:in|with) (?:all )?(?:capitals?|capital letters|caps|block letters|upper ?case)(?: letters)?${END_EN}`,
    "make $<x> uppercase",
    /cap|block|upper/u,
  ),
  rule(
    "\\b(?:move|put|shift|push|place|nudge|slide|drag|bring)(?<x> [^,.;]{2,40}?) (?:a (?:bit|little) )?more (?=(?:to|towards?) the (?:left|right|top|bottom)\\b)",
    "move$<x> ",
    / more /u,
  ),
  rule(
    `\\b(?<x>background|backdrop|bg)(?: (?:a (?:bit|little|touch) )?(?:more )?[a-z]+)?\\s*,?\\s*(?:something |maybe )?like (?=(?:an? )?${COLOUR}${END_EN})`,
    "$<x> in ",
    /like /u,
  ),
];

const BANNED = "(?:不让|不准|不许|不能|不可以?|禁止|不给|不得|没法|不允许)";
const GONE = "(?:删[掉除去了]|去[掉除]|拿掉|移除|抹掉|擦掉|不要了?)";
const FAULT = "(?:违规|违禁|违法|敏感|不合规|不能用|不让用|不能有|用不了|过不了审|犯规|有问题|过期|没用|多余|不需要|太夸张)";
const STYLED = `(?:加粗|放大|缩小|变[大小粗细]|斜体|加下划线|居中|(?:变|改|换|用)(?:成|为)?(?:${COLOUR}))`;
const NAMED = `(?!把|将|给|请|字|文字|颜色|背景|整体|画面|图|${ROLE_ZH})`;
const OFFER = "(?=[^,。; 改换]*[折减满件送])[\\p{Script=Han}]{0,6}\\d[\\p{Script=Han}\\d.]{0,8}?";

export const MEANT_OTHERWISE_ZH: readonly Recasting[] = [
  // 广告法不让写第一，改成领先: what may not be said is what stands there.
  rule(
    `${BEGIN_ZH}[^,。;\\uE100-\\uE1FF]{0,10}?${BANNED}(?:再|我们|直接|随便)*(?:写|用|说|出现|使用|提|叫|标|印)(?:成|了|上)?(?<a>${Q}|[^,。;\\uE100-\\uE1FF]{1,10}?)(?:了|(?:这|那)?[一两二三几]?个?[字词])?[,;。]\\s*(?:请|帮我|麻烦|就|都|给我)*(?:改|换)(?:成|为|一下:?)\\s*(?<b>[^,。;\\s]{1,16})${END_ZH}`,
    "把“$<a>”改成“$<b>”",
    /[改换]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<a>${Q})\\s*(?:这|那)?[一两二三四五几]?个?(?:字|词|句|处)?(?:话)?(?:已经|有点|算是?|是|好像|属于|都)*${FAULT}(?:词|的|了|啊)*[,。;]\\s*(?:请|帮我|麻烦|就|都|给我)*${GONE}`,
    "删掉$<a>",
    /[,。;]\s*(?:请|帮我|麻烦|就|都|给我)*[删去拿移抹擦不]/u,
  ),
  // 把粉色那个去掉，留蓝色的: the other one is left as it is.
  rule(
    `(?<!(?:所有|全部|其[他它余]|别的|都)[^。;]*)(?<=${GONE}[^,。;]{0,8})\\s*[,;]\\s*(?:只|就|但|把)?(?:保留|留下|留着?)[^,。;]{1,6}(?:的|那个)(?:就行|就好|即可)?${END_ZH}`,
    "",
    /留/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请|帮我|给我)?(?:把|在)?(?:图片?|画面)?的?(?<p>上下左右|上下|左右|两[边侧]|四周|周围|[上下左右](?:边|面|方|侧)?|顶部|底部)(?:各|都|再|要|多|也|分别)*(?:留|空|加|补)出?(?:一?[点些]|一点点)(?:空?白边?|空间|空|边)${END_ZH}`,
    "$<p>多留点空间",
    /[白空边]/u,
  ),
  rule(
    `(?<=有没有|有无|是否有?|有)(?:写着?|标注?|印着?|注明|写明|标明|放)[了上]?(?=(?:${ROLE_ZH}|二维码|logo)[^,。;]{0,4}[?吗么]*$)`,
    "",
    /有/u,
  ),
  rule(`(?<=^|[,。;!]\\s*)(?:只|仅|单|光|就)[改换](?=(?:${ROLE_ZH})\\s*[:])`, "", /[改换]/u),
  // 立减50 字体加粗变红: several wishes about one wording.
  rule(`(?<=加粗|放大|缩小|变[大小粗细]|斜体|居中)(?=(?:变|改|换)(?:成|为)?(?:${COLOUR})的?${END_ZH})`, "，", /[变改换]/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?${NAMED}(?![^,。; ]*\\d)(?<a>[^,。;\\s\\uE100-\\uE1FF]{1,12}(?<k>\\p{Script=Han})) +[改换] +(?<b>[^,。;\\s\\uE100-\\uE1FF]{1,12}\\k<k>)${END_ZH}`,
    "把“$<a>”改成“$<b>”",
    / [改换] /u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?!第)${NAMED}(?<a>${OFFER}) ?[改换] ?(?<b>(?![成为做])${OFFER})(?<![号倍点色行成])${END_ZH}`,
    "把“$<a>”改成“$<b>”",
    /\d[^,。;]*[改换][^,。;]*\d/u,
  ),
  rule(
    `(?:把|将)?(?<a>${Q})(?<t>(?:翻译?|译)(?:成|为)(?:${LANGUAGES}))(?:,|并且?|同时|然后|再|以及)+\\s*(?=(?:左对齐|右对齐|${STYLED}))`,
    "把$<a>$<t>，把$<a>",
    /译|翻/u,
  ),
];
