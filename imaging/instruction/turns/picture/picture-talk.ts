import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_ZH } from "../recasting.ts";
import { SIDE_EN } from "../shared-words.ts";

const WHOLE =
  "(?:everything|it all|the whole (?:thing|image|picture|photo|shot|scene)|(?:the|this|my|our) (?:image|picture|photo|pic|shot)|(?:the |its |all the |all )?colou?rs)";
const LOOKS = "(?:(?:just |still |all )?(?:looks?|feels?|seems?|is|are|appears?|came out|comes out|turned out))";
const VERY =
  "(?:(?:a (?:bit|little|touch)|slightly|too|so|very|really|kind of|kinda|pretty|quite|rather|way|far|much|overly|somewhat|awfully) )*";
/** An order behind the complaint says itself what is to be done. */
const NO_ORDER =
  "(?!\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you |just |and |let's )*(?:brighten|lighten|darken|boost|increase|lift|make|give|add|warm|cool|punch|pump|sharpen|turn|raise|reduce|lower|tone|crank|bump|enhance|more|less|denoise|desaturate)\\b)";
const complaint = (flaw: string, order: string, subject = WHOLE): Recasting =>
  rule(`${BEGIN_EN}${subject} ${LOOKS} ${VERY}(?<a>${flaw})${END_EN}${NO_ORDER}`, order, new RegExp(flaw, "u"));

/** What is wrong with the whole picture, and what mends it. */
const COMPLAINTS: readonly Recasting[] = [
  complaint("dull|faded|lifeless|pale|muted|flat", "increase the saturation", "(?:the |its |all the |all )?colou?rs"),
  complaint(
    "yellow|orange|blue|cold|warm|cool|dark|bright|dim|flat|hazy|dull|washed[- ]out|over-?exposed|under-?exposed",
    "it is too $<a>",
  ),
  complaint("fogg?y|misty|gr[ae]y|murky", "it is too hazy"),
  complaint("faded|lifeless|pale|muted", "increase the saturation"),
  complaint("over-?saturated|saturated|garish|gaudy", "reduce the saturation"),
  complaint("blurr(?:y|ed)|out of focus|fuzzy|unsharp|soft", "sharpen the picture"),
  complaint("nois[ey]y?|grainy", "denoise the picture"),
];

const LESS =
  "(?:cut|reduce|lower|decrease|drop|kill|lessen|soften|pull (?:back|down)|dial (?:back|down)|tone down|bring down|knock back|ease off(?: on)?|take (?:down|out|back)|take(?= [^,.;]* (?:out|down|away)(?:$|[,.;])))";
const HUE = "(?<c>blue|yellow|orange)s?";

/** More and less of a colour in the light of the whole picture. */
const CASTS: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:${LESS} (?:(?<n>a (?:bit|little)|some) )?(?:of )?(?:the |that |those )?${HUE})(?: (?:tones?|hues?|light|down|out|back|away))*(?: a (?:bit|little)| slightly)?${END_EN}`,
    "less $<c>",
    /blue|yellow|orange/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:remove|take|get|lose|kill|drop|fix) (?:off |out )?(?:the |that )?${COLOUR} (?:tint|tinge|hue|cast)(?: off| out| away)?${END_EN}`,
    "remove the colour cast",
    /tint|tinge|hue|cast/u,
  ),
];

const ROOM_EN =
  "(?:(?:some|more|enough|extra|plenty of|a (?:bit|little)(?: of| more)?|the|an?) )*(?:(?:empty|blank|copy|white|negative|free|breathing|clear|extra|more) ?)*(?:room|space|area|margin|gap)";
const KIND_EN = `(?:neon|glowing|rounded|thin|thick|dashed|dotted|double|solid|simple|wide|narrow|plain|${COLOUR}|\\d+ ?(?:px|pixels?))`;

/** Border, room, shape and gradient with hardly a verb. */
const FRAMES: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:an? |with an? )?(?<b>(?:${KIND_EN}(?:,? | and ))+(?:border|frame))(?=\\s*(?:$|[,.;:!]| a?round | in (?:${COLOUR})(?:$|[,.;])| with (?:rounded|round|soft)))`,
    "add a $<b>",
    /border|frame/u,
  ),
  rule(
    `^(?:please |pls )?(?:make|leave|create|clear|give (?:me|us|it)|add|need|want|free up) ${ROOM_EN} (?:on|at|in|to) (?:the )?(?<p>${SIDE_EN})(?: side| hand side)? (?:for|to (?:put|fit|write|add|place)|where|so) [^,.;]{2,40}?${END_EN}`,
    "add space on the $<p>",
    /room|space|area|margin|gap/u,
  ),
  rule(
    `^(?:please |pls )?(?:it needs|give (?:me|us|it|the (?:image|picture|photo))|add|leave|needs?|i want|we need|make) (?:some |more |a (?:bit|little) (?:of |more )?|extra )*(?:headroom|head room|(?:room|space) (?:above|overhead|over (?:the|his|her|their) heads?))${END_EN}`,
    "add space on the top",
    /head|above|over/u,
  ),
  rule(
    `\\b(?:widen|stretch|expand|extend|grow)(?: (?:it|this|the (?:image|picture|photo|canvas|frame|width)))?(?: out)? (?:to|until) (?:be )?(?<n>\\d{3,5}) ?(?:px|pixels?)?(?: wide)?(?! ?[x×:\\d])${END_EN}`,
    "extend the canvas to $<n>px wide",
    /\d/u,
  ),
  rule(
    `\\b(?:make|get|set) (?:it|this|the (?:image|picture|photo|canvas|frame|width))(?: to)?(?: be)? (?<n>\\d{3,5}) ?(?:px|pixels?)? (?<d>wide|tall|high)${END_EN}`,
    "extend the canvas to $<n>px $<d>",
    / (?:wide|tall|high)/u,
  ),
  rule(
    `\\bstretch (?:it|the (?:image|picture|photo|canvas|frame)) (?:out )?to (?=(?:an? )?(?:\\d|square|portrait|landscape))`,
    "extend the canvas to ",
    /stretch/u,
  ),
  rule(
    `^(?:please |pls )?(?:an? |with an? |use an? )?(?:(?:soft|smooth|linear|subtle|simple|nice) )*(?<d>(?:horizontal|vertical|diagonal|radial) )?gradient (?:background|backdrop|bg)\\s*[,:]?\\s*(?:(?:from|of|in|with|going|fading) )*(?=(?:an? |the )?(?:${COLOUR}))`,
    "make the background a $<d>gradient from ",
    /gradient (?:background|backdrop|bg)/u,
  ),
];

const OWN =
  "(?:(?:the|my|our) )?(?:one|image|picture|photo|png|jpe?g|file|layer|logo|graphic|product shot|pic|icon)(?: (?:that )?(?:i|we)(?:'ve| have)?(?: just)? [a-z]+(?: you)?)?";

/** A picture of one's own in the place of what goes. */
const OWN_PICTURE: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:remove|delete|erase|lose|drop|take out|get rid of) (?<x>${THE} [a-z]+(?: [a-z]+)?)\\s*(?:,|;| and)+ (?:then )?(?:put|add|place|use|insert) (?<y>(?:the|my|our) (?:selected |uploaded |attached )?${OWN})(?: instead| there| in its place)?${END_EN}`,
    "replace $<x> with $<y>",
    /(?:put|add|place|use|insert) (?:the|my|our) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<a>(?:overlay|add|put|place|insert|stick|drop) [^,.;]{2,70}?) (?:at|with) (?<n>\\d{1,3} ?%) (?<o>opacity|transparency)(?<r>[^,.;]*)`,
    "$<a>$<r>, $<n> $<o>",
    /opacity|transparency/u,
  ),
];

/** How the whole picture is, the light's colour, its frame and what is put into it, as people say it without an order. */
export const PICTURE_TALK_EN: readonly Recasting[] = [...COMPLAINTS, ...CASTS, ...FRAMES, ...OWN_PICTURE];

const WHOLE_ZH = "(?:这张|整张|整个|整体的?)?(?:图片?|照片|画面|整体|相片|片子)(?:的?(?:颜色|色彩|光线))?";
const VERY_ZH = "(?:看起来|看着|看上去|感觉|显得|拍得|有点|有些|好|很|挺|太|特别|比较|稍微)*";
const NO_ORDER_ZH =
  "(?!\\s*[,。;]\\s*(?:请|麻烦|帮我|帮忙|给我|能不能|可以|就|再|把(?:它|画面|图片?|照片|对比度?|饱和度?|亮度)?)*(?:提高|提升|提亮|调[亮暗高低大小冷暖]|加|增|亮|去|锐|换|改|变|拉高|降|压暗))";
const complaintZh = (flaw: string, order: string): Recasting =>
  rule(`${BEGIN_ZH}(?:${WHOLE_ZH})?${VERY_ZH}(?:${flaw})(?:了|的)*${END_ZH}${NO_ORDER_ZH}`, order, new RegExp(flaw, "u"));

const LESS_ZH = "(?:减少|减掉?|降低|去(?=[一点些])|去掉(?=[一点些])|少(?=[一点些])|压(?:一?下|低)?|收(?:一?下)?|减弱)";

/** The same in Chinese. */
export const PICTURE_TALK_ZH: readonly Recasting[] = [
  rule(
    `(?:整张图|整个画面|这张图|图片|照片|画面|全图)(?:都|整体)?(?:做|变|改|弄|画)成(?<x>${WORDS_ZH}{2,8}?)的(?:样子|感觉)${END_ZH}`,
    "图片改成$<x>风格",
    /样子|感觉/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请|帮我)?用(?<x>${WORDS_ZH}{2,10}?)的?(?<y>风格?|画风)(?:来|去)?(?:重绘|重画|重做|重新画|渲染|呈现|表现)(?:一下|一遍)?${END_ZH}`,
    "改成$<x>$<y>",
    /重|渲染|现/u,
  ),
  complaintZh("灰蒙蒙|雾蒙蒙|灰突突|灰扑扑|灰不溜秋", "画面太灰"),
  complaintZh("黑乎乎|黑漆漆|暗沉沉?|乌漆嘛?黑", "画面太暗"),
  complaintZh("(?<=[太好很挺点些别较图片面体])(?:糊|模糊|虚)|糊(?=了)|模模糊糊", "提高清晰度"),
  complaintZh("(?<=[太好很挺点些别较图片面体])噪点?多|(?:噪点|颗粒感?)(?:太|有点|很)(?:多|重)", "降噪"),
  rule(
    `${BEGIN_ZH}${LESS_ZH}(?:画面|图片|照片|整体)?(?:里|中|的)*(?<n>一?[点些])?(?:蓝)(?:色|调|光)*(?<m>一?[点些])?${END_ZH}`,
    "把画面调暖$<n>$<m>",
    /蓝/u,
  ),
  rule(
    `${BEGIN_ZH}${LESS_ZH}(?:画面|图片|照片|整体)?(?:里|中|的)*(?<n>一?[点些])?(?:黄|橙)(?:色|调|光)*(?<m>一?[点些])?${END_ZH}`,
    "把画面调冷$<n>$<m>",
    /[黄橙]/u,
  ),
  rule(
    `^(?<b>(?:(?:细|粗|圆角|霓虹|发光|双线|虚线|纯色|简约|${COLOUR})的?)+(?:边框|相框|外框))\\s*[,:]?\\s*(?<n>\\d+\\s*(?:px|像素))?${END_ZH}`,
    "加$<n>$<b>",
    /框/u,
  ),
  rule(
    `^(?:请|麻烦|帮我|在)*(?:图片?|画面|照片)?的?(?<p>[左右上下](?:边|侧|面|方)|[顶底]部)(?:多|再|要|需要)*留(?:一?[点些块])?白(?:,)?(?:用来|好|以便|可以|方便|来)?(?:放|写|加|摆|排)(?:上)?(?:文字|字|标题|文案|logo|价格|信息|广告语)${END_ZH}`,
    "画布往$<p>扩展",
    /留/u,
  ),
  rule(
    `(?:把|将)?(?:画布|画面|图片?|照片|宽度)?(?:加|扩|拉|拓|增)(?:展|充|大)?宽(?:到|至|成)\\s*(?<n>\\d{3,5})\\s*(?:px|像素)?${END_ZH}`,
    "把画布扩展到$<n>px宽",
    /宽/u,
  ),
  rule(
    `(?:把|将)?(?:画布|画面|图片?|照片|高度)?(?:加|扩|拉|拓|增)(?:展|充|大)?高(?:到|至|成)\\s*(?<n>\\d{3,5})\\s*(?:px|像素)?${END_ZH}`,
    "把画布扩展到$<n>px高",
    /高/u,
  ),
  rule(
    "(?:缩小?|缩放|调整?(?:尺寸|大小)?|尺寸(?:改|调|换))(?:到|成|为|至)\\s*(?=\\d{2,5}\\s*(?:px)?\\s*[x×*]\\s*\\d{2,5})",
    "裁成",
    /[x×*]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[^,。;\\uE100-\\uE1FF]{0,12}?(?:[污油水茶咖墨血酒汗]?[啡]?渍|污[垢点迹]|灰尘?|指纹|手印|毛发?|垃圾|脚印|痘痘?|碎屑|水珠|泥[点巴土]?|锈迹?|胶印|笔迹))(?:都|全部|给)*(?:弄|擦|清理?|搞|洗|处理|打扫|收拾|扫)(?:得|一下)?(?:干净|掉|没)?(?:了|吧)?${END_ZH}`,
    "把$<x>去掉",
    /[渍污灰指手毛垃脚痘碎水泥锈胶笔]/u,
  ),
  rule("(?<=[^,。;\\s])\\s*(?:p\\.?s\\.?|注意?|备注|另注|附注)\\s*:\\s*(?=\\S)", "，", /:/u),
];
