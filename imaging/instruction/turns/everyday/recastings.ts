import { THANKS_EN, THANKS_ZH } from "../../lexicon/thanks.ts";
import { COLOUR } from "../../style/colour.ts";
import { Q, type Recasting, rule } from "../recasting.ts";

const TAKEN_OUT = "删除|删掉|删了|删|去掉|去除|移除|抹掉|擦掉|p掉|消掉|清掉|遮住|打码";
const TAKEN_OUT_EN = "remove|delete|erase|lose|take out|get rid of|clean up";
const PICTURE_ZH = "(?:这?张?(?:图片?|画面|照片|海报)(?:里|上|中)?面?)";
const SPOKEN = "(?:麻烦|请|帮忙|帮我|给我|就|那就?|则|能不能|可以|直接|稍微|再)*";
const TOKEN = `(?:${Q}|[$¥€£]?\\d(?:[\\w.,:/%年月日号点时分到至~-]*[\\w%日号点])?(?:元|块|折|件|起)?|[a-z][\\w.-]*)`;

/** Why, for whom and by when, said around an order. */
const AROUND: readonly Recasting[] = [
  rule(
    "(?<![个加放贴成为到]\\s?|\\b(?:an?|add|with|emoji|to|by|for|into)\\s)[\\p{Extended_Pictographic}\\uFE0F\\u200D]+\\s*(?=$|[,。.!;]|另外|还有|然后|同时)",
    "",
  ),
  rule(`[,。.!~;\\s]*\\b(?:${THANKS_EN})(?: x+| all| guys| team)?[\\s.!~]*$`, "", /th|cheers|apprec|oblig|you|t[nkys]/u),
  rule(`[,。!~;\\s]*[,。!~;]\\s*${THANKS_ZH}[~!。\\s]*$`, "", /[感谢恩拜托辛苦麻烦劳躬心爱]|么么|3q|th/u),
  rule("^(?:不好意思|抱歉|打扰(?:一下|了)?|sorry)[^,。!.]{0,12}[,。!.]\\s*", ""),
  rule(
    `^(?!\\s*(?:please |pls )?(?:change|replace|make|remove|delete|add|put|swap|move|crop|turn|set|take|get|give)\\b)[^.;\\uE100-\\uE1FF]*(?:${Q}[^.;]*?)?,?\\s*\\b(?:so|therefore)\\s+(?=(?:could|can|would|please|pls)\\b)`,
    "",
    /\b(?:so|therefore)\s/u,
  ),
  rule(
    `^(?!\\s*(?:please |pls )?(?:change|replace|make|remove|delete|add|put|swap|move|crop|turn|set|take|get|give)\\b)[^.;]*?\\s-+\\s+(?=(?:could|can|would) (?:you|we)\\b)`,
    "",
  ),
  rule(
    "(?:^|(?<=[.;!]\\s))(?:as|since|because|now that|given that)\\s[^,.;\\uE100-\\uE1FF]+,\\s*(?=(?:please|can|could|change|replace|make|remove|delete|add|swap|move|let's)\\b)",
    "",
  ),
  rule(`^(?!把|将|请|删|加|换|在)[^。;,\\uE100-\\uE1FF]{1,40},(?:所以|因此|于是)(?=${SPOKEN}(?:把|将|删|加|换|改))`, ""),
  rule(
    `^(?!.{0,40}(?:改成|换成|去掉))(?:英国|香港|日本|美国)?(?:客户|甲方(?:爸爸)?|老板|领导|运营|法务|平台|对方|client|boss)[^,。;\\uE100-\\uE1FF]{0,24}(?:说|觉得|反馈|反映|认为|嫌|讲|表示|feedback)[^,。;\\uE100-\\uE1FF]{1,30}[,。;]\\s*(?=.*(?:把|将|改|换|删|加))`,
    "",
  ),
  rule(
    "^(?:客户|甲方(?:爸爸)?|老板|领导|运营|法务|平台|对方|client|boss)(?:那边)?(?:嫌|觉得|说|认为|反馈|反映)(?=[^,。;]{1,12}(?:太|有点|过于|不够))",
    "",
  ),
];

/** 有二维码的话去掉: removing what is not there says so anyway, so the condition asks for nothing more. */
const CONDITIONS: readonly Recasting[] = [
  rule(
    `(?:如果|要是|若是?|假如|万一)${PICTURE_ZH}?(?:还|上面|里面)?(?:有|存在|出现|看到|发现)了?(?:一?[个处只])?(?<x>(?!就)[^,。;]{1,14}?)(?:的话)?,?\\s*${SPOKEN}(?:把(?:它|其))?(?<v>${TAKEN_OUT})(?:它|吧)?`,
    "把$<x>$<v>",
  ),
  rule(`(?<![^,。;\\s])(?<x>[^,。;]{2,14}?)(?:如果|要是)有(?:的话)?,?\\s*${SPOKEN}(?<v>${TAKEN_OUT})`, "把$<x>$<v>"),
  rule(
    `${PICTURE_ZH}?(?:如果|要是)?有(?!没有)(?<x>[^,。;]{1,14}?)的话,?\\s*${SPOKEN}(?:把(?:它|其))?(?<v>${TAKEN_OUT})(?:它|吧)?`,
    "把$<x>$<v>",
  ),
  rule(
    "[,。;]\\s*(?:如果|要是)?(?:没有|没|不存在|无)(?:的话)?,?(?:就|则)?(?:不用|不要|别|算了|无需|跳过|忽略|不管|略过|不处理)[^,。;]*",
    "",
  ),
  rule("[,\\s]*(?:如果)?有的话(?=[,。;]|$)(?!,?\\s*(?:圈|标|告诉))", ""),
  rule(
    `\\bif (?:there(?:'s|s| is| are)|you (?:see|find|spot)|it has) (?:an? |any |the )?(?<x>[^,;.]+?)(?: (?:anywhere|in (?:the|this) (?:image|picture|photo|shot)|on (?:it|there)))?,?\\s+(?:then |please |just )?(?<v>${TAKEN_OUT_EN})(?: (?:it|them|that|those))?\\b(?:,? (?:otherwise|if not),? [^.;]*)?`,
    "$<v> the $<x>",
  ),
  rule(",?\\s+if (?:there is|there's|you (?:see|find)|it has) (?:one|any|some)\\b", ""),
];

/** “can't say 'X' any more - could you change it to 'Y'”: the pronoun is the string quoted before. */
const BY_PRONOUN: readonly Recasting[] = [
  rule(
    `(?:^|(?<=[.!;]\\s))[^.;\\uE100-\\uE1FF]*?(?<a>${Q})[^.;\\uE100-\\uE1FF]*?(?:\\bso\\b|,|-+)\\s*(?:so )?(?:please |pls |could you |can you |would you |can we |could we )+(?<v>change|replace|swap|turn|update) (?:it|that|this) (?<t>to|with|for|into)\\b`,
    "$<v> $<a> $<t>",
  ),
];

/** A mistake put right by saying what it is and what it is not. */
const CORRECTIONS: readonly Recasting[] = [
  rule(`(?<![^,。;\\s])[^,。;\\uE100-\\uE1FF]{0,10}?(?:应该?)?(?:是|为)(?<b>${TOKEN}),?(?:而)?不是(?<a>${TOKEN})`, "把$<a>改成$<b>"),
  rule(`(?<![^,。;\\s])[^,。;\\uE100-\\uE1FF]{0,10}?不(?:是|应该?是)(?<a>${TOKEN}),?(?:而)?(?:应该?)?是(?<b>${TOKEN})`, "把$<a>改成$<b>"),
  rule(
    `(?:^|(?<=[.;,]\\s))[^.;,\\uE100-\\uE1FF]*?\\b(?:should|needs to|must|ought to) (?:read|say|be)\\s+(?<b>[^,;.]+?),?\\s+(?:and )?not\\s+(?<a>[^,;]+?)(?=[.,;]|$)`,
    "change $<a> to $<b>",
  ),
  rule(
    `\\b(?<v>make|turn|paint|colou?r|change|i want|have|get)\\s+(?<x>(?:the|my|our|her|his|this|that)\\s[^,;.]+?)\\s+(?<c>${COLOUR})\\s*,?\\s+(?:instead of|rather than|not)\\s+(?:the )?(?:${COLOUR})`,
    "make $<x> $<c>",
    /instead of|rather than|not/u,
  ),
];

/** “could the price be £15 instead of £18” */
const ASKED: readonly Recasting[] = [
  rule(
    `\\b(?:could|can|should|would) (?:the|our|this) [a-z ]+? (?:be|say|read) (?<b>${TOKEN}),? (?:instead of|not|rather than) (?<a>${TOKEN})`,
    "change $<a> to $<b>",
  ),
];

/** A thing and its lettering wished in one breath. */
const TWO_COLOURS: readonly Recasting[] = [
  rule(
    `\\b(?:turn|make|change|recolou?r|paint|set)\\s+(?<x>(?:(?:all|both|each|every)(?: of)?(?: (?:the|our|these|those))?|the|our|this|that|these|those) (?:(?! and )[^,;.\\uE100-\\uE1FF])+?)(?: from ${COLOUR})?\\s+(?:to |into )?(?<c>${COLOUR}),?\\s+(?:with|w\\/)\\s+(?<d>${COLOUR}) (?:text|letters|lettering|type|copy)\\b`,
    "make $<x> $<c>, make the text on $<x> $<d>",
    /\s(?:with|w\/)\s/u,
  ),
  rule(
    `(?<x>(?:the|our|this|that) [a-z ]+?) (?:needs? to|should|must|has to) be (?<c>${COLOUR}),?\\s+(?:with|w\\/)\\s+(?<d>${COLOUR}) (?:text|letters|lettering|type|copy)\\b`,
    "make $<x> $<c>, make the text on $<x> $<d>",
    /\s(?:with|w\/)\s/u,
  ),
  rule(
    `(?:^|(?<=[.;]\\s))(?:(?:can|could|may) (?:we|i|you) |let's |i(?:'d| would) (?:like|love) to )+(?:see|try|have|get|show)(?: me)? (?<x>(?:the|this|that|our|her|his) [^,;.]+?) in (?:an? )?(?<c>${COLOUR})`,
    "make $<x> $<c>",
    /(?:see|try|have|get|show) .* in /u,
  ),
];

/** The same order in the words the grammar knows. */
const PLAINER: readonly Recasting[] = [
  rule(`(?<=[\\w%元起块件.¥$€£\\uE100-\\uE1FF]\\s?)改(?:做|为)?\\s*(?=[\\w¥$€£\\uE100-\\uE1FF])`, "改成"),
  rule(`(?<!修|更|要|再|没)改(?=${COLOUR}(?:$|[,。;]))`, "改成", /改(?![成为])/u),
  rule("(?<=四周|周围|外围|一圈|图外|边缘)(?<m>[^,。;]{0,12}?)描边", "$<m>边框"),
  rule(
    `^(?:an? )?(?<w>(?:\\d+ ?px |thin |thick |${COLOUR} )*)(?:(?:key ?line|border|stroke) (?:all )?(?:the way )?(?:a?round)\\b[^,;.]*|(?:key ?line|border)(?=$|,))`,
    "add a $<w>border",
    /key ?line|border|stroke/u,
  ),
  rule("\\bkey ?line\\b", "border"),
  rule("\\bdrop (?=an? (?:soft |subtle |light )?shadow)", "add "),
  rule("^(?:i|we) (?:need|want) (?:this|it) (?:in|as) (?=\\d+\\s?:\\s?\\d)", "make it "),
  rule("\\badd (?:some |more |a bit of |a little )?letter[- ]?spacing", "increase the letter spacing"),
  rule("\\b(?:all |every |each )?(?:the )?(?:instances?|occurrences?|mentions?) of (?=[\\w\\uE100-\\uE1FF])", ""),
  rule("[两二三四]行改(?:成|为)?(?=[一单]行)", "排成"),
  rule("\\b(?:is|are) (?:out of date|outdated|wrong|incorrect|old)\\s*[:,-]\\s*(?=[\\d$£€¥\\uE100-\\uE1FF])", ""),
  rule("(?<!(?:字|间|行)距)(?:拓宽|加宽|拉宽|扩宽|补宽|延长|加长|加高|补高)(?=(?:出|了)?\\s*\\d+\\s*(?:px|像素|%))", "扩展"),
  rule(
    "\\b(?:give (?:me|it|us)|i need|we need|can (?:i|we) have)\\s+(?<n>\\d+ ?(?:px|%|pixels))(?: of)? (?:more |extra )?(?:headroom|space|room|padding)(?: (?:at|on|above|to) the (?<s>top|bottom|left|right))",
    "extend the canvas by $<n> at the $<s>",
  ),
  rule("(?:做|改|调|弄)成\\s*(?<r>\\d+\\s*:\\s*\\d+)的?[^,。;]{0,10}?(?:封面|海报|头图|主图|首图|版面|版式)", "改成$<r>"),
  rule(
    `(?<![^,。;\\s])(?<t>(?!把|将|整体|图|画面|照片)[^,。;]{1,16}?)(?:有点|有些|太|过于)(?:细|粗|小|大|挤|密|松|长|短|浅|深|弱|淡|多|乱|不明显|不清楚|不显眼)(?:了[^,。;]{0,6})?,\\s*${SPOKEN}(?=(?:加粗|变?细一?点|放大|缩小|拉开|收紧|加大|减小|调[大小]|[字行]间?距|字号|换成|改成|全部|都|往|移))`,
    "$<t>",
  ),
  rule(
    "(?:^|(?<=[.;]\\s))(?<t>(?:the |our |this )?[a-z]+(?: [a-z]+)?) (?:is|are|looks?|feels?) (?:a (?:bit|little) |way |far )?too (?:small|big|large|thin|light|heavy|bold|tight|loose|faint)\\b[,;]?\\s*(?:so |please |pls |can you |could you |and )*(?:make|set) (?:it|them)\\b",
    "make $<t>",
  ),
  rule(
    "\\b(?:drop(?! (?:the|that|this) [^,;.]*?watermark)|pop|stick|slap)\\s+(?<x>(?:the |our |my |in |an? )?[^,;.]*?(?:logos?|badge|qr ?code|watermark|sticker|icon)\\b[^,;.]*?)\\s+(?:in |at |on |into )?(?:the )?(?<p>(?:top|bottom|lower|upper)[ -](?:left|right|cent(?:er|re))|middle|cent(?:er|re))\\b",
    "add $<x> in the $<p>",
  ),
  rule(
    "把(?<x>我(?:们)?(?:选|发|上传|给|传)(?:中|你)?的?[^,。;放]{0,6}?(?:logo|图片?|素材|标志))放(?:到|在|进)?(?<p>[^,。;]+)",
    "在$<p>加上$<x>",
  ),
  rule("(?<=[\\p{Script=Han}\\d])\\s+(?:change|update|switch)d?\\s*(?:to|into|成|为)\\s*", "改成"),
  rule("\\b(?:about|around|roughly|approx(?:imately)?\\.?)\\s+(?=\\d)", ""),
  rule("(?:大概|大约|差不多)(?=\\d)", ""),
  rule("(?:写|打|印|拼)错了?[,\\s]+(?=[\\w¥$€£\\uE100-\\uE1FF])", " "),
  rule(
    "\\s+so (?:that )?(?:it|they|everything|people|the [a-z]+) (?:fits?|doesn't|does not|don't|isn't|is|are|looks?|reads? (?:better|well|clearly|easier)|stands?|pops?|sits?|matches)\\b[^,.;]*",
    "",
  ),
  rule("\\bsub(?: out| in)? (?<a>[^,;]+?) (?:for|with) (?=\\S)", "replace $<a> with "),
  rule("\\s+(?:everywhere|wherever)(?: (?:it|they) (?:appears?|occurs?|shows? up|is|are))?(?=$|[,.;])", ""),
  rule(`(?<=(?:换|改|变|调|刷|涂)(?:成|为))(?:同款|同一种|同样的?|统一的?|一样的|相同的)(?=${COLOUR})`, "", /[同一]/u),
  rule(`,\\s*(?:in )?(?:the )?same (?:${COLOUR})(?: as before)?(?=$|[,.;])`, "", /same /u),
  rule("色温(?:往|向|朝)(?<d>[冷暖])色?调?(?:调|走|偏|靠)?(?:一下|一点|一些|些|点)*", "色温调$<d>一点"),
  rule("整张(?:图片?|照片)?(?=做成|调成|弄成|变成|改成|加)", "整体"),
  rule("胶片颗粒感?", "胶片感"),
  rule(
    "(?:hero image|product shot|kv|主视觉)\\s*(?:的|里的)?\\s*(?=(?:整体\\s*)?(?:tone|色调|背景|background))",
    "",
    /hero|product shot|kv|主视觉/u,
  ),
  rule("(?<![^,。;\\s])(?:给我|帮我)?(?:拉|调|提|弄)(?:到|成)\\s*纯白(?:色|255|#?f{3,6})?", "背景改成纯白"),
  rule(
    `(?<h>(?:加|写)(?:上|个)?(?:一[行句段])?(?:小字|文字|字|文案|备注|说明|小标题)?:)\\s*(?<w>[^,。;\\uE100-\\uE1FF]{2,40}?)(?<t>\\s+[^,。;a-z\\d]{1,12})?(?=$|[,。;])`,
    "$<h>“$<w>”$<t>",
  ),
  rule("(?<=放大(?:到|至)?|缩小(?:到|至)?|缩放(?:到|至)?)\\s*(?<n>\\d+(?:\\.\\d+)?)\\s?x(?![\\w])", "$<n>倍"),
];

/** In this order: what stands around an order goes first. */
export const RECASTINGS: readonly Recasting[] = [
  ...BY_PRONOUN,
  ...AROUND,
  ...CONDITIONS,
  ...ASKED,
  ...CORRECTIONS,
  ...TWO_COLOURS,
  ...PLAINER,
];
