import { BEARER_EN } from "../../lexicon/bearers.ts";
import { LANGUAGES, ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const X_EN = `(?<x>(?:the |our |my )?(?:[a-z]+ )?(?:${ROLE_EN}|text)|${Q})`;
const MARK_EN = "(?:exclamation (?:mark|point)|question mark|full stop|period|ellipsis|comma|colon|asterisk|plus sign|percent sign)";

/** Effects that can be taken back. */
const EFFECT_EN = "(?:drop shadow|shadow|outline|stroke|underline|glow|border)s?";
const VALUE_EN = `(?=[\\d$€£¥]|${Q})`;
const THEN_EN = "\\s*(?:,|;|\\.|-+|so|and)+\\s*(?:so |please |just |then )*";

/** What is noted of a part of the text: where a mark shall end it, how faint it shall be, what that is good for. */
export const TYPE_NOTES_EN: readonly Recasting[] = [
  rule(
    `(?:,| and| so (?:that )?(?:it'?s|it is|they are)| to be)+ (?:much |more |really )?(?:easy|easier|simple|simpler|possible) (?:for everyone )?to (?:read|see|spot|find|notice)(?: from afar)?${END_EN}`,
    "",
    / to (?:read|see|spot|find|notice)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X_EN} (?:should|must|needs to|has to|to) (?:end|finish|close) (?:with|in) (?:an? )?(?<m>${MARK_EN})${END_EN}`,
    "add an $<m> at the end of $<x>",
    /end|finish|close/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:fade|dim|knock back|ghost)(?: out)? ${X_EN} (?:down )?to (?<n>\\d{1,2} ?%)(?: opacity| transparency)?${END_EN}`,
    "set $<x> to $<n> opacity",
    /fade|dim|knock|ghost/u,
  ),
  rule(
    `\\b(?:everything|all|anything|all of it) (?:in|inside|within) (?<x>the (?:[a-z]+ )?(?:${ROLE_EN}))(?= (?:bigger|larger|smaller|bold|italic|${COLOUR}))`,
    "$<x>",
    /(?:everything|all|anything)/u,
  ),
  rule(
    "\\b(?:smaller|bigger|larger)\\s*[,;(-]+\\s*(?:like|say|about|around|maybe|to|to about|to around)\\s+(?<n>\\d{2,3} ?%)(?: of (?:its|the|the current|the original) size)?\\)?",
    "to $<n> of its size",
    /%/u,
  ),
  rule(`${BEGIN_TALK_EN}take (?:the |that |this )?(?<e>${EFFECT_EN}) off (?:of )?${X_EN}${END_EN}`, "remove the $<e> from $<x>", / off /u),
  rule(
    `\\b(?:the )?(?:word|phrase) (?<w>(?!(?:is|on|in|at|of|under|below|above|that|and|count|art|mark|should|looks?|next|or)\\b)[\\w%!?&'-]{2,20}) (?=(?:is|looks|should|needs|must|has) |(?:bigger|smaller|bold|in (?:${COLOUR}))\\b)`,
    "“$<w>” ",
    /(?:word|phrase) /u,
  ),
  rule(
    `${BEGIN_EN}${X_EN} (?:should|must|needs? to|has to|have to|ought to) be (?:more |easily |clearly |better |really )?(?:readable|legible|visible|clear|noticeable)${THEN_EN}make (?:it|them) `,
    "make $<x> ",
    /readable|legible|visible|clear|noticeable/u,
  ),
  rule(
    `\\b(?:show|display|write|set|put|give|list|format) (?<x>(?:the |our |my )(?:[a-z]+ )?(?:${ROLE_EN})) as ${VALUE_EN}`,
    "change $<x> to ",
    / as /u,
  ),
  rule(
    `(?<x>(?:the |our |my )?(?:[a-z]+ )?(?:${ROLE_EN})) (?:should|must|needs? to|has to) (?:be|appear) in (?:the |this )?(?:format|form|style)(?: of)?:? ${VALUE_EN}`,
    "change $<x> to ",
    / in .*(?:format|form|style)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}rename (?:the |our |this )(?<x>(?!.*\\b(?:name|layer|file|${BEARER_EN}|${ROLE_EN})\\b)[a-z]+(?: [a-z]+)?) (?:to|as|into) (?=${Q})`,
    "change the $<x> name to ",
    /rename/u,
  ),
  rule(
    `\\b(?:make|move|spread|space|put) (?:the )?(?:letters|characters)(?: (?:of|in|on))? ${X_EN} (?:(?:a (?:bit|little)|slightly|much) )?(?:further|farther|wider|more) (?:apart|spaced(?: out)?)${END_EN}`,
    "increase the letter spacing of $<x>",
    / apart| spaced/u,
  ),
  rule(
    `(?<=\\b(?:add|write|put|place|print|insert) [^,.;]*${Q}[^,.;]*?),? (?:in|on|inside|within|with) an? (?<c>${COLOUR}) (?<n>(?:round(?:ed)? |small |big )?(?:badge|box|circle|ribbon|tag|banner|sticker|label|bubble|plate|pill|strip|bar|stamp|star))${END_EN}`,
    ", on a $<c> $<n>",
    /badge|box|circle|ribbon|tag|banner|sticker|label|bubble|plate|pill|strip|bar|stamp|star/u,
  ),
  rule(
    `(?<=\\bchange the colou?r of [^,.;]*?),? and (?:that )?of (?:the (?:word|text) )?(?=${Q} (?:in)?to )`,
    " and change the color of the word ",
    / of /u,
  ),
  rule(
    `\\bcapitali[sz]e (?:(?:the )?first letter of )?(?:every|each) word (?:in|of|on) (?<x>(?:the |our |my )?(?:[a-z]+ )?(?:${ROLE_EN}|text)|${Q})`,
    "set $<x> in title case",
    /capitali/u,
  ),
  rule("\\bto match (?=#[0-9a-f]{3,6}\\b)", "to ", /match #/u),
  rule("\\bthe (?:font|typeface) (?=(?:in|on|inside) (?:the|that|this) )", "the text ", /(?:font|typeface) (?:in|on|inside)/u),
  ...(
    [
      ["small|tiny", "bigger"],
      ["big|large|huge", "smaller"],
      ["thin|light", "bold"],
    ] as const
  ).map(([now, then]) =>
    rule(
      `${BEGIN_EN}(?<x>${Q}) (?:is|are|looks?|feels?|seems?) (?:way |much |far |a (?:bit|little|tad) )?too (?:${now})(?=\\s*[.!]?$)`,
      `make $<x> ${then}`,
      / too /u,
    ),
  ),
  rule(
    `${BEGIN_EN}(?:how|what) about (?<b>${Q}) (?:for|as) (?:the |our |my )?(?<x>(?:[a-z]+ )?(?:${ROLE_EN}))\\s*[?]?(?=\\s*(?:$|[,.;!]))`,
    "change the $<x> to $<b>",
    /about/u,
  ),
];

const GONE = "(?:去掉|删掉|删除|去除|拿掉|抹掉|移除|删了|去了|删|不要)";

export const TYPE_NOTES_ZH: readonly Recasting[] = [
  rule(
    `(?<=(?:${ROLE_ZH}|文字|按钮|logo))(?:这里|这儿|这边|那里|那边|那儿|这块|那块|这处|那处)(?=(?:再|要|也|都)?(?:改|换|变|更新|写|加|放|补|去|删|用|调|标))`,
    "",
    /[这那]/u,
  ),
  rule(`(?<=(?:${ROLE_ZH}|文字))(?:那|这)个(?=(?:的)?(?:字体|字号|颜色|字))`, "的", /[那这]个/u),
  rule(`^(?:请|帮我|都|全部)*(?:换|改|翻译?|译|转)(?:成|为)(?:${LANGUAGES})(?:版本?)?\\s*[:,]\\s*(?=${Q})`, "", /[:,]/u),
  rule(`(?<=${Q})\\s*(?:推后|推迟|延后|延期|延长|提前|顺延|后移|挪)(?:到|至|成|为)\\s*(?=${Q})`, "改成", /[推延提顺后挪]/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<a>${Q})\\s*(?:这[个句几]?\\S{0,3}?)?(?:别要|别用|不要|不用|撤|拿掉|去掉)(?:了|吧)?\\s*[,;]\\s*(?:就|直接|请)*(?:换|改|写|用|上)(?:上|成|为)?\\s*(?=${Q})`,
    "把$<a>改成",
    /[,;]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>(?:\\p{Script=Han}{0,4}?)(?:${ROLE_ZH})|${Q})(?:的)?(?:不要|别|不用|取消|去掉|无需)(?:再)?(?<e>加粗|粗体|斜体|倾斜|描边|阴影|下划线|投影)(?:了|啦)?${END_ZH}`,
    "去掉$<x>的$<e>",
    /加粗|粗体|斜体|倾斜|描边|阴影|下划线|投影/u,
  ),
  // “FREE”太丑了，换个颜色，橙色
  rule(
    `(?<=${Q})(?:这[几两三四]?个字)?\\s*(?:太|有点|有些|真|好|不够)\\p{Script=Han}{1,4}?了?\\s*[,;]\\s*(?:请|帮我|给我|就|麻烦)*(?=(?:换|改|加|变|调|放大|缩小|用))`,
    "",
    /太|有点|有些|真|好|不够/u,
  ),
  // 日期格式改成 2026-12-01
  rule("(?<=日期|时间|电话|价格|金额)的?(?:格式|写法|形式)(?=(?:统一)?(?:改|换|写|用)(?:成|为)?\\s*[\\d¥$€£])", "", /格式|写法|形式/u),
  rule(`(?<=(?:翻译|翻|译)(?:成|为))(?:${LANGUAGES})\\s*:\\s*(?=[^\\s,。;\\uE100-\\uE1FF])(?!.*(?:→|->|=>))`, "", /[翻译]/u),
  // “咖”字颜色错了，改成棕色
  rule(
    `(?<=(?:${Q}(?:这?[一两几]?个?字)?|${ROLE_ZH})的?(?:颜色|字体|字号|大小))(?:是|写|用|标|弄|搞|选)?(?:错|不对|有误|不好看|不行|不合适)(?:了|的)?\\s*[,;]\\s*(?:请|帮我|麻烦|应该?)*(?=[改换调变])`,
    "",
    /错|不对|有误|不好看|不行|不合适/u,
  ),
  // “加入购物车”翻成英文 Add to Cart
  rule(
    `(?<=[翻译](?:成|为))(?:英文|英语|法语|法文|德语|德文|西班牙语|意大利语)\\s+(?<w>[a-z][a-z\\d '’.!?&-]{0,40}?)${END_ZH}`,
    "“$<w>”",
    /[翻译]/u,
  ),
  // 产品放大一点放中间: two wishes in one breath.
  rule(
    "(?<=(?:放大|缩小|加粗)(?:一?[点些])?)(?=(?:再)?(?:放|移|挪)(?:到|在)?(?:画面)?(?:正?中[间央]|[左右][上下]?[角边侧]|顶部|底部))",
    "，",
    /放大|缩小|加粗/u,
  ),
  rule(
    `渐变(?:色|[红橙黄绿青蓝紫粉金银])?\\s*[,;:]\\s*(?:从|由)?(?<a>${COLOUR})\\s*(?:到|至|->|→)\\s*(?<b>${COLOUR})`,
    "从$<a>到$<b>的渐变",
    /渐变/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:价格|金额|数字|价钱)(?:里面?|中)?的?小数点?(?:后面?|以后|之后)?(?:的)?(?:数字|部分|[两一]?位)?(?:都|全部)?${GONE}\\s*[,;:]\\s*(?=[¥$€£\\d][^,。;]*(?:变|改|换|写)(?:成|为))`,
    "",
    /小数/u,
  ),
  // 标题去掉“最”字
  rule(
    `${BEGIN_ZH}(?<x>(?:\\p{Script=Han}{0,4}?)(?:${ROLE_ZH}))(?:里面?|中|上)?的?(?:都|再|请|要|就)*${GONE}\\s*(?<q>${Q})(?:这?[一二两三四五几]?个?(?:字|词)(?:眼)?)?${END_ZH}`,
    "把$<x>里的$<q>去掉",
    /[去删拿抹移不]/u,
  ),
  // 文案：原“立减50” 现“立减100”
  rule(
    `${BEGIN_ZH}(?:(?:文案|文字|内容|${ROLE_ZH})\\s*[:,]\\s*)?(?:原(?:来|先|本|文)?|旧|之前)(?:的|是|为|写的?|:)*\\s*(?<a>${Q})\\s*[,;]?\\s*(?:现(?:在)?|新|改|应|如今)(?:的|要|改|写|换|成|为|是|:)*\\s*(?<b>${Q})${END_ZH}`,
    "把$<a>改成$<b>",
    /[原旧前]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>${ROLE_ZH})(?:改|写|弄|换|精简|缩)(?:得)?(?:再|更)?(?:短|长|简单|简洁|直白|响亮|好记|喜庆|吉利)(?:一?[点些])?\\s*[:]\\s*(?=\\S)`,
    "$<x>改成",
    /:/u,
  ),
  // 副标题 左对齐 行距1.5倍: wishes with only a space between.
  rule(
    "(?<=(?:对齐|居中|加粗|斜体|粗体|加大|放大|缩小|[大小粗细红蓝黑白金]一?[点些]|\\d(?:px|号|倍|pt|%))) +(?=(?:行间?距|字间?距|字号|颜色|字体|[左右]对齐|居中|加粗|斜体|描边|阴影)[^,。;\\s]{0,8}(?:$|[,。;\\s]))",
    "，",
    / /u,
  ),
  rule("(?<=颜色)(?:跟|和|与|同)[^,。;]{1,8}?(?:一样|相同|一致),?\\s*(?:用|为|是|改成)?\\s*(?=#[0-9a-f]{3,6})", "改成", /#/u),
];
