import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const WISH =
  "(?:(?:i|we)(?:'d| would)? (?:want|like|need|love)(?: to have| to see)?|let's (?:have|get)|(?:could|can) (?:we|i) (?:have|get)|there (?:should|must|needs to) be|have|get)";
const PREP = "(?:on(?: top of)?|in(?:side)?|next to|under|behind|beside|in front of|above|over|near|by|between|against)";
const A_THING =
  "(?:an?|some(?: more)?|more|another|two|three|a few(?: more)?) (?!bit\\b|little\\b|touch\\b|lot\\b|gradient\\b|border\\b|frame\\b)[a-z][a-z -]{1,30}?";
const EDGE = "(?!(?:the )?(?:very )?(?:top|bottom|upper|lower|left|right|middle|cent(?:er|re)|corner|background|title|headline)\\b)";
const PICTURE = "(?:it|(?:the|this) (?:image|picture|photo|poster|banner|whole thing))";
const CORNER = "(?:top|bottom|upper|lower)[ -](?:left|right)(?: corner)?";

/** Things added, exchanged and moved as people ask for them: "a lamp instead of the vase", "the table needs a lamp". */
export const THING_TALK_EN: readonly Recasting[] = [
  rule(`\\bresize (?<x>${WORDS_EN}{3,60}?) to be (?=(?:a |slightly|much|twice|half|\\d))`, "make $<x> ", /resize/u),
  rule(`(?<=[a-z\\uE100-\\uE1FF] )colou?red (?=${COLOUR}${END_EN})`, "", / colou?red /u),
  // "give the mug a marble look": the thing, not the picture's style
  rule(
    `${BEGIN_TALK_EN}give (?<x>(?:the|this|that|these|those|my|our|his|her) (?!whole|entire|image|picture|photo|poster|scene|shot|room|title|headline|text|background)${WORDS_EN}{3,40}?) an? (?<y>${WORDS_EN}{3,24}?) (?:look|surface)${END_EN}`,
    "make $<x> look like $<y>",
    /give/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:(?:i|we) )?need (?=[\\uE100-\\uE1FF] (?:(?:in|at|on|along) the |(?:top|bottom|upper|lower)[- ]))`,
    "add ",
    /need/u,
  ),
  // "could we have a lamp in the corner", "I'd like a plant on the left"
  rule(
    `${BEGIN_TALK_EN}${WISH}(?= (?:an?|some|another|two|three) [a-z][a-z -]*? (?:(?:in|at|on|along) the (?:very |far )?(?:top|bottom|upper|lower|left|right|cent|middle)|(?:top|bottom|upper|lower)[- ](?:left|right)))`,
    "add",
    /have|get|like|love|need|want/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|place|use|set|(?:(?:i|we)(?:'d| would) )?(?:rather|prefer to|like to|love to) have|want|show|have) (?<y>${A_THING}) where ${THE} (?<x>[a-z]+(?: [a-z]+)?) (?:is|was|stands|stood|sits)(?: (?:parked|standing|sitting|placed|now|hanging|lying|currently))*${END_EN}`,
    "replace the $<x> with $<y>",
    / where /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:${WISH} )?(?<y>${A_THING}) (?:instead of|in place of|rather than) (?<x>${THE} [a-z]+(?: [a-z]+)?)${END_EN}`,
    "replace $<x> with $<y>",
    /instead of|in place of|rather than/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE} (?!${ROLE_EN})[a-z]+(?: [a-z]+)?) (?:becomes|turns into|is now|should become|changes into) (?<y>an? (?!bit\\b|little\\b)[a-z]+(?: [a-z]+)?)${END_EN}`,
    "replace $<x> with $<y>",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:remove|delete|erase|lose|drop|take out|get rid of) (?<x>${THE} [a-z]+(?: [a-z]+)?)\\s*[,;]\\s*(?:and |then )?(?:put|add|place|use) (?<y>${A_THING}) instead${END_EN}`,
    "replace $<x> with $<y>",
    / instead/u,
  ),
  rule(`${BEGIN_TALK_EN}(?:${WISH}) (?<y>${A_THING}) (?<p>${PREP} ${EDGE}${THE} [a-z ]{2,24}?)${END_EN}`, "add $<y> $<p>"),
  rule(`^(?<y>${A_THING}) (?<p>${PREP} ${EDGE}${THE} [a-z ]{2,24}?),? (?:please|pls|plz)$`, "add $<y> $<p>", /(?:please|pls|plz)$/u),
  rule(
    `${BEGIN_TALK_EN}(?:pop|set|throw|stand|generate|hang|lay|sit|park|chuck|slip|tuck|create|paint in|draw in|photoshop in|put in) (?=${A_THING} ${PREP} ${EDGE}${THE})`,
    "add ",
  ),
  rule(`^(?<p>${PREP} ${EDGE}${THE} [a-z ]{2,20}?),? (?:please )?(?:add|put|place|draw|paint) (?<y>${A_THING})${END_EN}`, "add $<y> $<p>"),
  rule(
    `${BEGIN_TALK_EN}${PICTURE} (?:needs|wants|could use|is missing|should have) (?=an? (?:(?:thin|thick|\\d+ ?px|${COLOUR}) )*(?:border|frame)\\b)`,
    "add ",
    /border|frame/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:${WISH} )?(?:an? )(?<b>(?:(?:thin|thick|\\d+ ?px) )?(?:${COLOUR}) (?:border|frame))(?:,? (?:please|pls|thanks))?$`,
    "add a $<b>",
    /border|frame/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:wrap|surround|enclose|box|ring) ${PICTURE} (?:in|with|by) (?:an? )?(?=(?:(?:thin|thick|${COLOUR}) )*(?:border|frame)\\b)`,
    "add a ",
    /border|frame/u,
  ),
  rule(`${BEGIN_TALK_EN}outline ${PICTURE} in (?<c>${COLOUR})${END_EN}`, "add a $<c> border", /outline/u),
  rule(
    `${BEGIN_TALK_EN}(?!the (?:image|picture|photo))(?<x>the [a-z]+) (?:needs|could use|is missing|wants) (?<y>an? (?!bit|little|touch|tad|lot|good|new|shadow|outline|border|stroke|glow|boost|lift|crop|cleanup|clean|drop|thin|thick|white|black)[a-z]+)${END_EN}`,
    "add $<y> to $<x>",
  ),
  rule(
    `^(?:(?:i|we)(?:'d| would)? (?:want|like|need) )?(?<x>(?:our |my )?(?:company |brand )?logo) (?:(?:should|must|needs to) (?:go|be|sit) )?(?:in |at |on )?(?:the )?(?<p>${CORNER})(?:,? (?:please|pls))?$`,
    "add $<x> in the $<p>",
    /logo/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:(?:i|we)(?:'d| would)? (?:want|like|need) )?(?<x>(?:the )?(?:logo|qr code|badge|icon|button|product|figure)) (?:goes |go |should go |should be )?(?:on|to|at|over to) the (?<s>left|right)(?: side)?${END_EN}`,
    "move $<x> to the $<s>",
  ),
  rule(`\\bcut (?=it (?:to|into) an? (?:square|circle))|\\b(?:i|we) (?:need|want) (?=it (?:to be )?(?:square|\\d+ ?: ?\\d+)$)`, "crop "),
  rule(
    `\\b(?:leave|give (?:me|us|it)|add|make) (?<n>\\d+ ?(?:px|pixels|%))(?: of)? (?:more|extra|additional)(?: (?:room|space|margin|headroom))?,? (?:at|on|to) the (?<s>top|bottom|left|right)${END_EN}`,
    "extend the canvas by $<n> at the $<s>",
  ),
  rule(
    `\\b(?:leave|give (?:me|us|it)|add|make|i (?:want|need)|with) (?:about )?(?<n>\\d+ ?(?:px|pixels|%))(?: of)? (?:more |extra )?head ?room${END_EN}`,
    "extend the canvas by $<n> at the top",
    /head ?room/u,
  ),
  rule(
    `${BEGIN_TALK_EN}${PICTURE} (?:needs|wants|could use) (?:some |a bit )?more light${END_EN}|^add (?:some|more|a bit of|a little) light$`,
    "brighten the picture",
  ),
];

const TONE = "(?:brightness|contrast|saturation|exposure|warmth|sharpness|vibrance|clarity)";
/** More and less of what a picture has, and the manner it is to be in. */
export const TONE_TALK_EN: readonly Recasting[] = [
  rule(
    `\\b(?:dial|pull|bring|scale|ease|take|wind|turn|draw|rein) (?:the )?(?<p>${TONE}) (?:back(?: down)?|in)(?=$|[ ,.;])`,
    "reduce the $<p>",
    /back|in/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:pull|bring|move|tone|dial|turn|take) (?:down )?the (?<c>reds|greens|blues|yellows|oranges|purples|pinks)(?: down| back| in)?(?<n> (?:a (?:bit|little|touch|tad)|slightly))?${END_EN}`,
    "reduce the saturation of the $<c>$<n>",
    /reds|greens|blues|yellows|oranges|purples|pinks/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:boost|push|bump|lift|bring up|pump)(?: up)? the (?<c>reds|greens|blues|yellows|oranges|purples|pinks)(?: up)?(?<n> (?:a (?:bit|little|touch|tad)|slightly))?${END_EN}`,
    "increase the saturation of the $<c>$<n>",
    /reds|greens|blues|yellows|oranges|purples|pinks/u,
  ),
  rule(
    `(?<=\\b(?:grain|noise|contrast|warmth|blur|saturation|brightness|sharpness)) and (?:an? |some |a (?:touch|bit|little|hint) of )?(?=(?:soft |subtle |slight |gentle )?(?:vignette|grain|contrast|warmth|blur|sharpness|saturation)${END_EN})`,
    ", add a ",
    /^(?:please )?(?:add|give)/u,
  ),
  rule(
    `(?<=\\b(?:flat|dull|washed[- ]out|lifeless|bland|muddy|hazy)\\s?[,.;:-]\\s?)(?:so |please |can you |just )*(?:give it|add|it needs|needs) (?:a bit of |a bit more |some |more |a little |extra )*(?:punch|pop|oomph|life|kick|bite)${END_EN}`,
    "increase the contrast",
    /punch|pop|oomph|life|kick|bite/u,
  ),
  rule(
    `\\b(?:crank|punch|pump|push|kick|juice|amp|jack|ramp|bump|turn|dial)(?: up)? (?:the )?(?<p>${TONE}) ?(?:up)?(?=$|[ ,.;])(?! (?:down|back|in\\b))`,
    "increase the $<p>",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:${PICTURE} )?(?:(?:needs|wants|could use|give it|add) )?(?:some )?(?<n>(?:(?:just |only )?a (?:bit|little|touch|tad)|slightly) )?(?:higher|more|stronger|extra|greater) (?<p>${TONE})${END_EN}`,
    "$<n>increase the $<p>",
  ),
  rule(
    "^(?:(?:i want|i'd like|make|have|render|show|redo|turn) it )?in (?:an? |the )?(?<x>[a-z-]+(?: [a-z-]+)?) style(?: please)?$",
    "apply a $<x> style",
    / style/u,
  ),
  rule(
    "^(?:(?:i want|i'd like|render|redo|show) it )?as (?=an? [a-z -]+ (?:painting|drawing|sketch|illustration|cartoon|comic|poster|engraving)$)",
    "make it ",
  ),
];

const TONE_NOUN = "(?:饱和度|亮度|对比度|锐度|清晰度|曝光度|色温)";
export const TONE_TALK_ZH: readonly Recasting[] = [
  rule(`(?<=${TONE_NOUN})(?:再|要|都|往)?(?:(?:拉|调|压|收|弄|减)?(?:低|小|下来|下去|少)|减)(?=一?[点些]|$|[,。;])`, "降低"),
  rule(`${BEGIN_ZH}(?:这?张?图片?|画面|照片)(?:太|有点|偏|好|很)?(?:暗|黑)(?:了)?\\s*,\\s*(?=(?:请|麻烦|帮我|把它)*(?:提亮|调亮|亮))`, ""),
  rule("(?<=上|里|边|旁|面)多(?=加|放|添|摆)", ""),
  rule("(?:把|将)雾气?(?:都|全)*(?:去|消|除)(?:掉|除)?", "去雾"),
  rule("(?<=去[掉除雾]|[删移擦抹]掉|移除|干净)(?=让(?:画面|整体|图|照片|背景))", "，"),
  rule("(?<=加[黑白]色?[边条])(?=(?:做|变|弄|搞)成)", "，"),
  rule("^(?:我)?(?:想要|需要|要|来个|来点)(?=[\\p{Script=Han}]{2,6}(?:风格|画风|风)$)", "改成"),
];

const MEASURE = "一?[个盏只张把束瓶杯棵朵条辆件幅台块片本座支盆碗]";

/** The same in Chinese. */
export const THING_TALK_ZH: readonly Recasting[] = [
  rule("(?<=[边侧角方部间央面])来(?=[一两三几]?[个只张盆杯条束朵棵件把])", "加", /来/u),
  // 狐狸换一只猫
  rule(
    `${BEGIN_ZH}(?!给|帮|再|要|想|能)(?<x>[^,。;换改变]{1,14}?)\\s?换\\s?(?=[一两][个只盆杯张条件把位](?!颜色|背景|字体|风格|姿势|表情|发型|位置|角度)[^,。;\\s])`,
    "$<x>换成",
    /换/u,
  ),
  // 给椅子换个颜色，墨色
  rule(
    `${BEGIN_ZH}(?:给|把|将)(?<x>[^,。;]{1,16}?)(?:换|改)一?[个种]颜色,\\s*(?:换成|改成|要|变成|用)?(?<c>${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /[换改]一?[个种]颜色,/u,
  ),
  rule(`(?<=[角部边方侧上下面里旁])(?:再)?(?:来|添|要有|得有|需要有|整|弄)(?:上)?(?=${MEASURE}\\S)`, "加"),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>(?!给|我|用|拿|以|再|请|都|全|能|要|想|替|更|调|切|交|互|转|变|改|背景|位置|颜色)[\\p{Script=Han}]{2,6}?)换(?<y>(?!成|为|做|作|到|回|掉|个|一|上|了|过|种|下|行|位|色|颜|背|风|字|走|来|去|掉|人|样|角)[\\p{Script=Han}]{2,6}?)${END_ZH}`,
    "把$<x>换成$<y>",
  ),
  rule("(?<=[\\p{Script=Han}]{2})(?:那里|那儿|那边|那处)(?=(?:换|改|变)(?:成|为))", ""),
  rule(
    `(?<x>logo|图标|二维码|按钮|产品|人物|标志|徽章)(?:靠|往)(?<s>左上|右上|左下|右下|左|右|上|下)(?:边|侧)?(?:放|走|摆|一?[点些])?${END_ZH}`,
    "把$<x>移到$<s>边",
  ),
  rule(`(?:挪|移|搬|拖)(?<s>左上角|右上角|左下角|右下角|左边|右边|上面|下面|中间)(?:去)?${END_ZH}`, "移到$<s>"),
  rule(`(?:截|剪|切|弄|做)成(?=正方形|方形|方图|1:1|圆形)|^(?:要|想要|需要)(?=(?:正方形|方形|方图|1:1)的?$)`, "裁成"),
  rule(
    `${BEGIN_ZH}(?:图片|画布)?(?:的)?(?<s>上|下|左|右)(?:面|边|方|侧)(?:再)?(?:多留|留出|留|多出)(?:出)?\\s*(?<n>\\d+\\s*(?:px|像素|%))(?:的?(?:空白|空间|留白|位置|地方))?${END_ZH}`,
    "画布向$<s>扩展$<n>",
  ),
  rule(
    `^(?:来个|来一个|要|想要|需要|套个|给个)?(?<w>(?:细|粗)?(?:${COLOUR})的?(?:边框|相框|外框)|[白黑红蓝灰金]边)${END_ZH}`,
    "加$<w>",
    /边|框/u,
  ),
  rule("降饱和(?!度)", "降低饱和度"),
  rule("(?<=^|[,。;]\\s?)多(?=[加放添摆来][一两三四五六七八九几\\d])", ""),
  rule("(?<=[\\p{Script=Han}]{2})能(?<v>(?:p|去|删|弄|擦|抹|移)(?:掉|除|走|没))(?:不|吗|么)[?]?$", "$<v>", /[不吗么]/u),
  rule("(?<=删除|移动|隐藏|替换|裁剪)一下(?=[\\p{Script=Han}a-z])", ""),
  rule(`(?:加|提|拉)(?:高|大)?一?[点些](?<p>饱和|对比|亮|曝光|锐|清晰)度?${END_ZH}`, "$<p>度提高一点"),
  rule(`^(?<x>[^,。;]{2,6}?滤镜)(?:来|加|套|上|给)一?[个下层]${END_ZH}`, "加$<x>", /滤镜/u),
  rule("^(?<q>[\\p{Script=Han}]{2,6}[吗么])[,\\s]*(?<x>这?张?(?:图片?|照片|画面|海报))[?]?$", "$<x>$<q>", /[吗么]/u),
  rule(
    "(?<=[\\p{Script=Han}]{2})(?:能不能|可不可以|可否|能否)(?:请|麻烦)?(?:你|您)?(?:帮我|给我|帮忙)?(?=(?:[删去抹擦移挪换改调放弄搞加缩裁提压p处]|变))",
    "",
  ),
  rule(
    "^(?<x>[\\p{Script=Han}]{1,6}?)(?:再|要|还要)(?:多)?(?:加|来|放|添|多|补)(?:上)?(?<n>[一两三四五六七八九\\d]+[只个把条颗朵棵束瓶杯盏张根片块支])[。!]?$",
    "加$<n>$<x>",
  ),
  rule(
    `${BEGIN_ZH}(?:画)?(?:换|改|做|变|弄|画)成(?<x>[^,。;\\uE100-\\uE1FF]{2,8}?)(?:那种|那样|一样|似|式)的?(?:笔触|画法|笔法|用色|画面)(?:感)?${END_ZH}`,
    "改成$<x>风格",
    /笔|画/u,
  ),
  rule("(?<=颜色|色彩)太艳(?=了|$|[,。;])", "太鲜艳"),
  rule("(?<![^,。;\\s])转黑白", "转成黑白"),
];
