import { FONT_EN } from "../../lexicon/fonts.ts";
import { LANGUAGES, ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_ZH } from "../recasting.ts";

const THE = "(?:the |our |my |this |that )?";
const X_EN = `(?<x>${THE}(?:[a-z]+ ){0,2}?(?:${ROLE_EN}|${TEXT_EN})|(?:the )?(?:words? |text )?${Q})`;
const WORDING = "(?:[^,;:?\\uE100-\\uE1FF]|(?<=\\d),(?=\\d)){1,40}?";
const FIGURE = "[$€£¥]?\\d[\\w.,:%/-]*(?: ?(?:am|pm|off|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}))?";
const STANDS =
  "(?:now |currently )?(?:is|are|stands?|sits?|was|appears?|it says|says)(?: (?:now|currently|right now|at the moment|written|today))?";

const STYLED = `(?:in |to )?(?:${COLOUR}|bold|italics?|underlined|(?:(?:a (?:bit|little)|slightly|much) )?(?:bigger|larger|smaller|bolder|thinner|darker))`;
const ALL_TEXT = "(?:all (?:of )?(?:the )?|every |the )(?:other )?(?:text|words|lettering|copy|type)";
/** All lettering but one part, the exception said behind. */
const ALL_BUT_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:make|set|turn|put) (?<a>${ALL_TEXT}) (?<s>${STYLED}),? (?:but not|but|not|except(?: for)?|apart from|other than) (?<x>(?:the |our )?(?:[a-z]+ )?(?:${ROLE_EN}|logo))(?: though| please| itself)*(?=\\s*(?:$|[.;!]))`,
    "make $<a> except $<x> $<s>",
    /\b(?:but|not|except|apart|other than)\b/u,
  ),
  rule(
    `^(?:please )?(?:make |set )?(?:all|everything|every text|all of it) (?:but|except(?: for)?|apart from) (?<x>(?:the |our )?(?:[a-z]+ )?(?:${ROLE_EN})) (?<s>${STYLED})${END_EN}`,
    "make all text except $<x> $<s>",
  ),
];

/** How lettering is to be, told of it rather than ordered. */
export const TYPE_WISHES_EN: readonly Recasting[] = [
  ...ALL_BUT_EN,
  rule(
    `^(?:the |our )?(?<x>${ROLE_EN})(?:'s)? (?:font|typeface) (?:is|looks|feels|seems) [^,;]{3,30}[,;] (?:so |please |let's |can we )*(?:go with|use|try|switch to|change (?:it )?to) (?<f>${FONT_EN})(?: instead)?${END_EN}`,
    "set the $<x> in $<f> font",
    /(?:font|typeface) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>(?:the |our )?(?:${ROLE_EN}|text))(?:'s| is| are) (?:(?:way|far|a (?:bit|little)|much) )?too small[,;.]+ (?:so |please |just )*double (?:it|them|its size|the size)${END_EN}`,
    "make $<x> twice as big",
    / double /u,
  ),
  rule(
    `${BEGIN_TALK_EN}no more (?<x>[a-z]+(?: [a-z]+)?) (?:in|on|from) (?<y>the (?:${ROLE_EN}|text))${END_EN}`,
    "remove the $<x> from $<y>",
    /no more /u,
  ),
  rule(
    `(?<=\\b(?:set|put|have) )(?:everything|all of it|it all) in (?=(?:${FONT_EN})(?: font| typeface)?\\s*(?:$|[,.;!]))`,
    "all text in ",
    /everything|all/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>(?:the |our )?(?:[a-z]+ )?(?:${ROLE_EN})|${Q}) (?:should|must|needs to|has to) be (?:crossed|struck) (?:out|through)${END_EN}`,
    "cross out $<x>",
    /be (?:crossed|struck)/u,
  ),
  rule(
    `^(?:the |our )?(?<x>${ROLE_EN})\\s*[:,]?\\s*(?:in |on |into )?(?<n>two|three|2|3) lines(?: please)?(?:,? (?:with (?:a |the )?)?(?:line )?break(?:ing)? (?:it )?(?:after|before) ${Q})?\\s*[.!]?$`,
    "break the $<x> into $<n> lines",
    / lines/u,
  ),
  ...(["first|1|one", "second|2|two", "third|3|three", "fourth|4|four", "fifth|5|five"] as const).map((number) => {
    const [nth = "", digit = "", word = ""] = number.split("|");
    return rule(`\\b(?:the )?bullet (?:point )?(?:number |no\\.? ?)?(?:${digit}|${word})\\b`, `the ${nth} bullet`);
  }),
  rule("(?:\\ban? )?(?<!\\d\\s?)(?<c>[€$£¥])(?: signs?| symbols?)(?![a-z])", "“$<c>”"),
  rule(`(?<=(?:[€$£¥]|${Q})[^.;]{0,24}\\b(?:to|be|by|with|into) )an? (?<c>[€$£¥])(?=\\s*(?:$|[.!,;]))`, "“$<c>”"),
  rule(
    `${BEGIN_TALK_EN}(?<v>put|add|write|insert) (?!an? |the |some |our |my |it |them |this |that )(?<w>[^,;:!?\\uE100-\\uE1FF]{1,24}?) (?<p>(?:right |directly )?(?:after|before|behind|in front of|next to)) (?<x>(?:the |every |each |all (?:the )?)?(?:[a-z]+ )?(?:${ROLE_EN}))${END_EN}`,
    "$<v> “$<w>” $<p> $<x>",
    /(?:after|before|behind|front of|next to)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:use|put|set) (?<f>${FONT_EN}|[a-z]+(?: [a-z]+)?(?= (?:font|typeface)))(?: font| typeface)? (?:for|on) (?:the )?(?<x>(?:[a-z]+ )?(?:${ROLE_EN})) and (?:use )?(?<g>${FONT_EN}|[a-z]+(?: [a-z]+)?(?= (?:font|typeface)))(?: font| typeface)? (?:for|on) (?:the )?(?<y>(?:[a-z]+ )?(?:${ROLE_EN}))${END_EN}`,
    "set the $<x> in $<f> font; set the $<y> in $<g> font",
    / and /u,
  ),
  rule(`\\b(?<v>cent(?:er|re) (?:the |our |this )?(?:${ROLE_EN}|text|logo)) horizontally\\b`, "$<v>"),
  rule(
    "(?<=\\b(?:outline|stroke|shadow|underline))(?: and|,| with|,? plus) (?:an? )?(?:soft |subtle |faint |slight |outer )?(?<g>glow|underline)\\b",
    ", $<g>",
    /glow|underline/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>(?:the|our|this|that) (?:[a-z]+ ){0,2}?(?:${ROLE_EN}|text|logo|line)(?: (?:in|at|on|near|under|below|above) the [a-z ]{3,20}?)?) (?:is|are|looks?|sits?|stands?|feels?|seems?) [^,;.]{3,40}?[,;.-]+ (?:so |please |can you |could you |maybe )*(?<v>move|shift|nudge|push|bring|bump|put|pull|align) (?:it|them) (?=[a-z])`,
    "$<v> $<x> ",
    /\b(?:move|shift|nudge|push|bring|bump|put|pull|align) (?:it|them)\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X_EN} (?:could|should|must|might|needs to|has to|ought to) (?:really |also |probably )?(?:be|look|feel|go) (?:(?:a (?:bit|little|touch|tad)|slightly|much|way) )?(?:more )?(?<c>${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    /(?:could|should|must|might|needs? to|has to|ought to) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X_EN} (?:needs?|could use|wants?|requires?|deserves?|should|must|has|needs to have|should have) (?:to )?(?:(?:get|have|be given) )?(?:(?:some|a (?:bit|little|lot)|much) )?(?:of )?(?:more )?(?:punch|impact|oomph|presence|emphasis|prominence|stand out(?: (?:a (?:bit|little|lot) )?more)?)${END_EN}`,
    "make $<x> more prominent",
    /punch|impact|oomph|presence|emphasis|prominence|stand out/u,
  ),
  rule(
    `(?<=\\bmake [^,.;]{3,40}?) (?:more )?(?:readable|legible|visible|clear(?:er)?)\\s*(?:[-:,(]+|by (?:making|setting) (?:it|them))\\s*(?=(?:(?:a (?:bit|little)|much|slightly) )?(?:bigger|larger|bolder|darker|thicker|brighter)\\b)`,
    " ",
    /readable|legible|visible|clear/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put |write |have |set )?(?=[^;]*(?:${Q}|[\\d$€£¥]))(?<b>${Q}|${WORDING}) (?:(?:should|must|needs to|has to|is to|can) (?:go|be|stand|come|sit) )?where (?:the |it says |we have )?(?<a>${Q}|${WORDING}) ${STANDS}(?=\\s*(?:$|[.;!]))`,
    "replace “$<a>” with “$<b>”",
    / where /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put |use |apply |add )?(?:an? )?gradient (?:on|for|to|over|across) ${X_EN}[,:]? (?:going |running |fading )?from (?<a>${COLOUR})(?: (?:at|on) (?:the )?(?:top|left))? (?:in)?to (?<b>${COLOUR})(?: (?:at|on) (?:the )?(?:bottom|right))?`,
    "make $<x> a gradient from $<a> to $<b>",
    /gradient/u,
  ),
  rule(
    `\\b(?:make|set|have) (?<x>${THE}(?:[a-z]+ )?(?:${ROLE_EN}|text))(?:'s)?(?: (?:font|typeface))? (?:a (?:bit|little) )?(?:more )?round(?:er|ed)(?= *(?:$|[,.;!]))`,
    "set $<x> in a rounded font",
    /round/u,
  ),
  rule(`\\b(?:an? )?(?:(?:a (?:bit|little)|more|softer) )?(?:rounder|more rounded) (?=font|typeface)`, "a rounded "),
  rule(
    `(?<=\\btoo (?:dark|light|bright|small|big|thin|pale|faint)) (?:on|for) (?:(?:my |a |the )?(?:mobile|phones?|desktop|laptop|tablet|ipad|iphone|(?:small(?:er)? )?screens?|print|projector|tv)s?)(?= *(?:$|[,.;!]))`,
    "",
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE}(?:[a-z]+ ){0,2}?(?:${ROLE_EN}|text)) (?:is|looks|feels|seems|are|look)(?: (?:a (?:bit|little)|way|far|much))? too (?<s>dark|bright|pale|faint|thin|thick|heavy|small|tiny|big|large)(?: to read)?[,;.]+ (?:so |please |can you |could you )*(?:darken|lighten|brighten|enlarge|shrink|bolden) (?:it|them|that)(?: (?:a (?:bit|little)|up|please))*${END_EN}`,
    "$<x> is too $<s>",
    /too (?:dark|bright|pale|faint|thin|thick|heavy|small|tiny|big|large)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:the |our |new )*(?<x>${ROLE_EN})(?: is)? (?:now(?: is)?|has (?:been )?(?:changed|moved)(?: to)?|has changed|will be|is going to be|shall be) (?:now )?(?:at )?(?<b>(?=[^,;]*[\\d@/.$€£¥])[^\\s,;\\uE100-\\uE1FF][^,;\\uE100-\\uE1FF]{1,50}?)(?=\\s*[.!]?\\s*$)`,
    "change the $<x> to “$<b>”",
    /now|changed|moved|will be|going to be|shall be/u,
  ),
  rule(
    `^(?:our|the|my) new (?<x>${ROLE_EN}) is (?:now )?(?<b>(?=[^,;]*[\\d@/.$€£¥])[^\\s;\\uE100-\\uE1FF][^;\\uE100-\\uE1FF]{1,50}?)(?=\\s*[.!]?\\s*$)`,
    "change the $<x> to “$<b>”",
  ),
  rule(
    "^[^:;.]*\\b(?:misspel\\w+|(?:spelt|spelled) wrong(?:ly)?|typo)\\b[^:;.]{0,12}:\\s*(?=[^:;]{2,40} (?:should|must|needs to) (?:be|read|say) )",
    "",
    /: /u,
  ),
  rule(
    `^(?:the )?(?<x>${ROLE_EN}) (?:from )?(?<a>${FIGURE}) (?:to|into|-+>|→) (?<b>${FIGURE})${END_EN}`,
    "change the $<x> from “$<a>” to “$<b>”",
  ),
];

const FACE_ZH = "(?:更加?|比较|稍微?|偏)?(?:圆润|圆滑|圆)(?:一点点?|一些|点|些)?的(?:字体|字)";
const CHANGES = "(?:替换成|更换为|换成|换为|改成|改为|变成|变为)";
const SURNAMES =
  "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤殷毕郝安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓石崔龚程邢裴陆荣翁甄曲封储靳段焦侯车宁仇刘景詹叶司黎白赖卓池乔闻党翟谭劳姬申牛桂]";
const PERSON = `${SURNAMES}[\\p{Script=Han}]{1,2}`;

const ADDRESS = "[a-z0-9][\\w@:/-]*[.@/][\\w.@:/-]*";
const TYPE_ZH = `(?:${ROLE_ZH}|${TEXT_ZH}|${Q})`;

const SUM = "[$€£¥]?\\d[\\d.,]*(?:元|块)?";

export const TYPE_WISHES_ZH: readonly Recasting[] = [
  rule("(?<=描边|阴影|投影|发光)再加(?:上)?(?=一?[点些个层圈]?[^,。;]{0,4}(?:阴影|描边|投影|发光))", ",加", /再加/u),
  rule(
    `${BEGIN_ZH}(?<x>[\\p{Script=Han}]{0,4}?${TYPE_ZH})(?:有点|有些|太)?(?:看不清楚?|看不见|不清楚|不清晰|不明显)了?,\\s*(?:颜色)?(?:再|稍微)?(?:调|弄|改|变|加)?(?:黑|深|暗|浓)(?:一?[点些])(?:吧)?${END_ZH}`,
    "把$<x>调暗一点",
    /看不|不[清明]/u,
  ),
  rule(
    `(?<x>${TYPE_ZH})(?:离|距|跟)[^,。;]{1,8}太(?:近|远)了?,\\s*(?:请)?(?=(?:再|稍微)?[往向朝][上下左右](?:边)?(?:挪|移|调|靠))`,
    "把$<x>",
    /太[近远]/u,
  ),
  rule(
    `^(?:做)?渐变(?:字|色)?\\s*[:,]\\s*(?<x>${ROLE_ZH})从(?<a>${COLOUR})(?:到|渐变到|过渡到)(?<b>${COLOUR})${END_ZH}`,
    "$<x>做成从$<a>到$<b>的渐变",
  ),
  ...(
    [
      ["人民币|(?<![美欧日韩])元", "¥"],
      ["美元|美金", "$"],
      ["欧元", "€"],
      ["英镑", "£"],
    ] as const
  ).map(([money, sign]) => rule(`(?:${money})(?:的)?(?:符号|标志|标识)`, `“${sign}”`)),
  rule(`(?<=加粗|变大|放大|缩小|居中|粗体|斜体|改成?${COLOUR})(?=其[余他它](?:的)?(?:文字|字|都|全)?[^,。;]{1,8}$)`, ",", /其[余他它]/u),
  rule(`(?<=,\\s*)其[余他它](?:的)?(?<v>(?:都|全|全部)?(?:常规|细体|加粗|居中|[左右]对齐|斜体|不加粗))${END_ZH}`, "其余文字$<v>"),
  rule(
    `(?<x>${TYPE_ZH})的?颜色(?<w>[跟和与同]|像)(?<y>[^,。;\\s]{1,8}?)的(?:${COLOUR})(?:一样|相同|一致)(?:就好|就行|即可)?`,
    "$<x>颜色$<w>$<y>一样",
    /一样|相同|一致/u,
  ),
  rule(
    `(?<x>${TYPE_ZH})(?:那几个字|的?字|这几个字)?(?:之间)?(?:有点|有些)?太?(?:密|挤|紧)了?,\\s*(?:给我)?(?:再|稍微)?(?:拉)?(?:松|疏|开|宽)(?:一?[点些])(?:吧)?${END_ZH}`,
    "$<x>字间距加大一点",
    /[密挤紧]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<k>字间?距)(?<v>(?:拉开|加大|调大|放宽|拉大)(?:一?[点些]))(?:吧)?,\\s*(?<x>${ROLE_ZH})(?:那几个字|的?字|这几个字)?(?:有点|有些)?太?(?:密|挤|紧)了?${END_ZH}`,
    "$<x>$<k>$<v>",
    /[密挤紧]/u,
  ),
  rule(
    `${BEGIN_ZH}除了?(?<x>(?![^,]*[是改换])[^,。;\\uE100-\\uE1FF]{1,10}?|${Q})(?:以外|之外|外)?,\\s*(?:其[他她它余]|别|剩下|所有|全部|余下)的?(?:所有)?(?:的)?(?:文字|文案|字)(?=都|全|统一|再|要|[变改加放缩大小换用])`,
    "除了$<x>以外的所有文字",
    /除/u,
  ),
  rule(
    `(?:把|将)?(?<x>${ROLE_ZH})\\s*(?<a>${SUM})[\\s,、]+(?<y>${ROLE_ZH})\\s*(?<b>${SUM})\\s*,?(?:分别|都)?(?:改成|换成|改为|换为|变成|变为)\\s*\\k<x>\\s*(?<c>${SUM})[\\s,、]+\\k<y>\\s*(?<d>${SUM})`,
    "把$<x>从“$<a>”改成“$<c>”；把$<y>从“$<b>”改成“$<d>”",
    /\d.*[改换变](?:成|为)/u,
  ),
  rule(`(?<![\\w@:/.-])(?<a>${ADDRESS})\\s*(?:换|改)\\s*(?<b>${ADDRESS})`, "“$<a>”换成“$<b>”", /[换改]\s*[a-z\d]/u),
  rule(
    `^(?:请|麻烦|帮我)*(?:改|换|更新)(?:一下)?(?<x>${ROLE_ZH})\\s*[,:]\\s*(?:改成|换成|改为)?(?<b>[^,。;\\uE100-\\uE1FF]*\\d[^,。;\\uE100-\\uE1FF]*)$`,
    "把$<x>改成“$<b>”",
  ),
  rule(
    `(?<x>${TYPE_ZH})的?(?:颜色)?(?:有点|有些)?太(?:深|浓|暗|黑)(?:了)?,\\s*(?:颜色)?(?:再|调|弄|改|稍微)*(?:浅|淡|亮)(?:一?[点些])(?:吧)?${END_ZH}`,
    "把$<x>调亮一点",
    /太[深浓暗黑]/u,
  ),
  rule(
    `(?<x>${TYPE_ZH})的?(?:颜色)?(?:有点|有些)?太(?:浅|淡|亮|白)(?:了)?,\\s*(?:颜色)?(?:再|调|弄|改|稍微)*(?:深|暗|浓)(?:一?[点些])(?:吧)?${END_ZH}`,
    "把$<x>调暗一点",
    /太[浅淡亮白]/u,
  ),
  rule(`(?<x>${TYPE_ZH})的?(?:颜色)(?:再|调|弄|改|稍微|要|加)*(?:深|浓)(?:一?[点些])${END_ZH}`, "把$<x>调暗一点", /颜色[^,]{0,3}[深浓]/u),
  rule(`(?<x>${TYPE_ZH})的?(?:颜色)(?:再|调|弄|改|稍微|要)*(?:浅|淡)(?:一?[点些])${END_ZH}`, "把$<x>调亮一点", /颜色[^,]{0,3}[浅淡]/u),
  rule(FACE_ZH, "圆体", /圆/u),
  rule(`(?<=换个|换一个|换种|换一种|改个)(?=圆体)`, ""),
  rule(
    `${BEGIN_ZH}(?:翻译|译)(?:一下)?(?<x>${ROLE_ZH}|${Q})(?:成|为)(?:${LANGUAGES})\\s*[:,]?\\s*(?<b>${Q}|[^,。;\\s\\uE100-\\uE1FF][^,。;\\uE100-\\uE1FF]{1,40}?)${END_ZH}`,
    "把$<x>改成“$<b>”",
  ),
  rule(
    `(?<=${TYPE_ZH})\\s*(?:能不能|可不可以|能否|可否|可以|能)(?=(?:再|稍微|更)?(?:大|小|粗|细|醒目|显眼|突出|明显)(?:一?[点些]|$))`,
    "",
    /能|可/u,
  ),
  rule(
    `(?<=(?:把|将|^|,|。|;)\\s*)(?<a>${PERSON})\\s+(?<v>${CHANGES})\\s+(?<b>${PERSON})${END_ZH}`,
    "“$<a>”$<v>“$<b>”",
    /\s(?:换|改|变|替|更)/u,
  ),
  rule(
    `(?<=(?:加上?|写上?|添加|放)(?:一?[行句个段条])?)(?<s>${COLOUR}的?)(?<k>(?:小|大)?(?:号)?(?:字|文字))\\s*[:\\s]\\s*(?<q>${Q}|${WORDS_ZH}{2,30}?)${END_ZH}`,
    "$<s>$<k>“$<q>”",
    /字\s*[:\s]/u,
  ),
];
