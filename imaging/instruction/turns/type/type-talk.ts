import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const X = `(?<x>(?!(?:up|down|out|the (?:size|colou?r|font)) )(?:the |our |my |this |that |all (?:the )?|every )?(?:[a-z]+ ){0,2}?(?:${ROLE_EN}|text|logo|lettering|wording|button|type|words)|(?:the (?:words?|text) )?${Q})`;
const LITTLE = "(?<m> a (?:bit|little|touch|tad)| slightly| more| a lot| much)?";
const GROW = "increase|raise|boost|bump|bump up|grow|up|pump up|push up|bring up|turn up|step up|crank up";
const SHRINK = "reduce|decrease|lower|bring down|cut|cut down|drop|take down|knock down|turn down|step down|scale back|tone down";
const SPACING = "(?:letter[- ]?spacing|tracking|kerning|character spacing|space between (?:the )?(?:letters|characters))";

/** Type in everyday verbs: sizes that grow, letters that are spaced out, lines that are flushed to a side. */
export const TYPE_TALK_EN: readonly Recasting[] = [
  rule("(?<=\\bmake [^.;:]{1,40}?) (?:stand out|pop)(?: more)?\\s*[:,]\\s*(?=\\S)", " ", /stand out|pop/u),
  rule(
    `(?<=\\b(?:highlight|box|plate|bar|pill|panel|strip)) (?:behind|under|underneath|beneath) (?:it|them|that)${END_EN}`,
    "",
    /highlight|box|plate|bar|pill|panel|strip/u,
  ),
  rule("\\b(?<d>a (?:bit|little) |slightly )?lighter in (?:font )?weight\\b", "$<d>thinner", /weight/u),
  rule(
    `(?<=\\b(?:the|our|my|this|that) (?:${ROLE_EN}|text|logo|button))'s (?=(?:font|typeface|colou?r|size|weight|text|lettering|alignment|tracking|letter[- ]spacing|font size)\\b)`,
    " ",
    /'s /u,
  ),
  rule(`${BEGIN_TALK_EN}(?:bold|beef|fatten|thicken) up ${X}${END_EN}`, "make $<x> bold", / up /u),
  rule(`${BEGIN_TALK_EN}(?:${GROW}) (?:the )?(?:font |text |type )?size of ${X}${LITTLE}${END_EN}`, "make $<x> bigger$<m>", /size of/u),
  rule(`${BEGIN_TALK_EN}(?:${SHRINK}) (?:the )?(?:font |text |type )?size of ${X}${LITTLE}${END_EN}`, "make $<x> smaller$<m>", /size of/u),
  rule(`${BEGIN_TALK_EN}(?:${GROW}) ${X}(?: font| text| type)? size${LITTLE}${END_EN}`, "make $<x> bigger$<m>", / size/u),
  rule(`${BEGIN_TALK_EN}(?:${SHRINK}) ${X}(?: font| text| type)? size${LITTLE}${END_EN}`, "make $<x> smaller$<m>", / size/u),
  rule(
    `${BEGIN_TALK_EN}(?:bump up|blow up|upsize|upscale|grow|magnify|size up|pump up|scale up|beef up|super-?size) ${X}${LITTLE}${END_EN}`,
    "make $<x> bigger$<m>",
    /up|grow|magnify/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:downsize|size down|scale down|dial down|minimi[sz]e|bring down) ${X}${LITTLE}${END_EN}`,
    "make $<x> smaller$<m>",
    /down|minimi/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:i|we)(?:'d| would)? (?:want|like|need|prefer) (?:an? )?(?<d>bigger|larger|smaller|bolder|thinner|brighter|darker) (?<x>${ROLE_EN}|logo|button|text)${END_EN}`,
    "make the $<x> $<d>",
  ),
  rule(
    `${BEGIN_TALK_EN}${X} (?:needs?|wants?|could use|requires?) (?:a bit of |some )?(?:re-?)?cent(?:er|r)?e?ing${END_EN}`,
    "center $<x>",
    /cent/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:flush|range|push|snap|set) ${X} (?:flush )?(?<s>left|right)${END_EN}`,
    "$<s>-align $<x>",
    /flush|range|push|snap|set/u,
  ),
  rule(`${BEGIN_TALK_EN}(?<s>left|right)[- ](?:justify|flush|range) ${X}${END_EN}`, "$<s>-align $<x>", /justify|flush|range/u),
  rule("\\b(?:ranged|flushed|hard|flush) (?<s>left|right)(?=$|[ ,.;])", "$<s>-aligned"),
  rule(`${BEGIN_TALK_EN}go (?:with|for) (?:an? )?(?<c>${COLOUR}) (?:for|on|in) ${X}${END_EN}`, "make $<x> $<c>", /\bgo (?:with|for)\b/u),
  rule(`${BEGIN_TALK_EN}(?:slant|lean) ${X}${END_EN}`, "make $<x> italic", /slant|lean/u),
  rule(
    `${BEGIN_TALK_EN}${X} (?:should|must|needs to|has to) (?:have|get|carry) (?=an? [^,.;]*\\b(?:outline|shadow|stroke|glow|underline)\\b)`,
    "give $<x> ",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:space|spread|track|air|stretch|letter-?space) out (?:the )?(?:letters|characters|tracking|letter[- ]spacing) (?:of|in|on|for) ${X}${LITTLE}${END_EN}`,
    "increase the letter spacing of $<x>$<m>",
    / out /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:space out|spread out|track out|letter-?space|air out) ${X}${LITTLE}${END_EN}`,
    "increase the letter spacing of $<x>$<m>",
    / out |letter-?space/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:open(?: up)?|loosen(?: up)?|widen|expand|relax|let out|add|give more|increase) (?:the |some |more )*${SPACING} (?:of|in|on|for|to) ${X}${LITTLE}${END_EN}`,
    "increase the letter spacing of $<x>$<m>",
    /spac|track|kern/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:tighten(?: up)?|close(?: up)?|squeeze|narrow|condense|reduce) (?:the )?${SPACING} (?:of|in|on|for) ${X}${LITTLE}${END_EN}`,
    "reduce the letter spacing of $<x>$<m>",
    /spac|track|kern/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:tighten(?: up)?|close up|squeeze(?: together)?|squish) (?:the )?(?:letters (?:of|in|on) )?${X}${LITTLE}${END_EN}`,
    "reduce the letter spacing of $<x>$<m>",
    /tighten|close|squee|squish/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:some |a bit )?(?:more|wider|looser|extra|larger) ${SPACING} (?:of|in|on|for) ${X}${END_EN}`,
    "increase the letter spacing of $<x>",
    /spac|track|kern/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:less|tighter|narrower|smaller) ${SPACING} (?:of|in|on|for) ${X}${END_EN}`,
    "reduce the letter spacing of $<x>",
    /spac|track|kern/u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X} (?:needs?|wants?|could use|should have) (?:some |a bit )?(?:more|wider|looser) ${SPACING}${END_EN}`,
    "increase the letter spacing of $<x>",
    /spac|track|kern/u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X} (?:needs?|wants?|could use|should have) (?:less|tighter|narrower) ${SPACING}${END_EN}`,
    "reduce the letter spacing of $<x>",
    /spac|track|kern/u,
  ),
];

const THING = `(?<x>(?:${ROLE_ZH}|[\\p{Script=Han}]{0,4}(?:文字|文案|字)|logo|按钮)|${Q})`;
const WIDER = "(?:拉开|拉大|放宽|加宽|加大|增大|调大|调宽|撑开|拉松|松开|变宽|扩大|增加)";
const TIGHTER = "(?:收紧|缩小|减小|缩紧|拉近|收窄|压缩|调小|调窄|变窄|减少|缩短)";
const DEGREE = "(?<m>一点点?|一些|些|点)?";

export const TYPE_TALK_ZH: readonly Recasting[] = [
  rule(
    `(?:把|将)?(?<p>[左右上下][上下]?[边面侧方角])的?(?<a>${Q})(?:和|与|跟|、)(?<q>[左右上下][上下]?[边面侧方角])的?(?<b>${Q})(?:都|全部?)?(?<r>(?:改|换|变|放|缩|加|调|设)[^,。;\\uE100-\\uE1FF]+)${END_ZH}`,
    "把$<p>的$<a>$<r>，把$<q>的$<b>$<r>",
    /[和与跟、]/u,
  ),
  rule(
    `${BEGIN_ZH}用\\s*(?<s>[^,。;\\uE100-\\uE1FF在于把将]{1,16}?(?:字体?|色|粗体|斜体))\\s*(?=在|于)(?<r>[^,。;]*?${Q})`,
    "$<r>，用$<s>",
    /用/u,
  ),
  rule(
    `(?:加上?|添加)(?:一?[条道个])?(?<e>删除线|下划线|描边|阴影|投影|发光)(?:在|到|于)(?<x>${Q}|[^,。;\\s]{1,12}?)(?:上面?|下面|底下)?${END_ZH}`,
    "给$<x>加$<e>",
    /线|边|影|光/u,
  ),
  rule(`(?<x>${Q}|${ROLE_ZH})的?(?:下面|底下|下方)(?:划|画|加)上?(?:一?[条道根])(?:横|直)?线${END_ZH}`, "给$<x>加下划线", /线/u),
  rule(`${BEGIN_ZH}(?:把|将)?${WIDER}(?:一下)?${THING}的?(?:文字|字符|字母)?字?(?:间距|距)${DEGREE}${END_ZH}`, "$<x>字间距加大$<m>"),
  rule(`${BEGIN_ZH}(?:把|将)?${TIGHTER}(?:一下)?${THING}的?(?:文字|字符|字母)?字?(?:间距|距)${DEGREE}${END_ZH}`, "$<x>字间距缩小$<m>"),
  rule("(?<=字间?距)(?:再|要|请|都)?(?:放宽|放大|拉松|撑开|松开|宽松|疏松|疏|松)(?=$|[,。;]|一?[点些])", "加大"),
  rule("(?<=字间?距)(?:再|要|请|都)?(?:拉近|紧凑|收窄|压缩|缩紧|紧|密|挤)(?=$|[,。;]|一?[点些])", "缩小"),
  rule("(?:往|朝|向|排版|排成|排)(?=(?:[左右]|居中|两端)对齐|居中)", ""),
  rule("(?:往|朝|向)中间?对齐", "居中"),
  rule(
    `(?<=${ROLE_ZH})(?:想要|需要|必须是|得是|得)(?:用)?(?=${COLOUR}(?:的)?$|粗体|斜体|(?:加?个?)?(?:[^,。;]{0,4})(?:描边|阴影|投影))`,
    "改成",
    /想要|需要|必须|得/u,
  ),
  rule(`(?<=${ROLE_ZH})色(?=(?:改|换|变|调|设|用)(?:成|为)?)`, "颜色"),
  rule(`变斜(?=$|[,。;])`, "改成斜体"),
  rule(`(?<=(?:${COLOUR})的?)字体(?=(?:全部|全都?|都|统统)?(?:改|换|变|调|设|弄)(?:成|为|到|回)\\s*(?:${COLOUR}))`, "文字", /字体/u),
  rule(`(?<=${ROLE_ZH})(?:使用|采用|选用|用上)(?=\\S)`, "用"),
];
