import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_EN, WORDS_ZH } from "../recasting.ts";

const NOUN =
  "(?:(?!(?:is|are|was|were|looks?|feels?|seems?|has|have|needs?|says?|reads?|should|must|can|could|and|or|too|that|which)\\b)[a-z'-]+ ){0,2}?[a-z'-]+";
/** What type, light and layout lack is no thing. */
const NO_THING =
  "(?![^,.;]*\\b(?:contrast|saturation|brightness|exposure|light|space|room|spacing|weight|colou?r|warmth|padding|punch|pop|emphasis|work|attention|margin|shadow|outline|stroke|border|glow|gradient|texture|fix|change|update|tweak|translation|polish|rework|touch|lift|boost|refresh|home|life|energy|depth|variety|definition|detail|clarity|sharpness|height|width|size|time|love|style|look|feel|mood|background|font|typeface)\\b)";
const SIDE = "(?<s>(?:top|bottom|upper|lower)[ -](?:left|right)|left|right|top|bottom|cent(?:er|re)|middle)";

/** A thing wished for by saying where it is missing: "the pizza needs more basil", "the right side is empty, add a plant". */
export const LACKS_EN: readonly Recasting[] = [
  rule(
    `^(?:(?:i want|give me|show me|make|do|can (?:i|we) (?:have|get|see)|i'd like) )?(?:(?:the |this |that |an? )?(?:exact )?(?:same )?(?:picture|image|photo|shot|scene|thing|one|version|it|this|that)|same(?: but)?)(?: again)?,?(?: but| just| only)? without (?=(?:the|any|those|that|his|her) )(?<x>${WORDS_EN}{3,36}?)${END_EN}`,
    "remove $<x>",
    / without /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:i think |maybe )?(?<p>(?:the|our|this|that|her|his) ${NOUN}) (?:needs?|could use|could do with|is missing|lacks|wants|should have|ought to have) ${NO_THING}(?<t>(?:an?|some|more|some more|a few(?: more)?|another|two|three) ${WORDS_EN}{2,40}?)(?: on (?:top|it)| in it| there)?${END_EN}`,
    "add $<t> to $<p>",
    / (?:needs?|could use|could do with|is missing|lacks|wants|should have|ought to have) (?:an?|some|more|another|two|three) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:the |our |that )?${SIDE}(?: side| half| corner| part| edge| area)?(?: of (?:the |this )?(?:image|picture|photo|poster|shot))? (?:is|looks|feels|seems) (?:a (?:bit|little) |too |so |very |really |rather |quite |kind of )*(?:empty|bare|blank|plain|bland|boring)\\s*[,;:.-]+\\s*(?:please |so |maybe |can you |could you |let's |just )*(?<v>add|put|place) (?<t>${WORDS_EN}{2,40}?)(?: there| here| in it)?${END_EN}`,
    "$<v> $<t> on the $<s>",
    /(?:empty|bare|blank|plain|bland|boring)/u,
  ),
];

const SIDE_ZH = "(?<s>(?:左上|右上|左下|右下|正?中间?|左|右|上|下|顶|底)(?:角|边|侧|面|方|部|半边)?)";

/** 照片右边太空了，放一盆绿植; 筷子摆歪了，去掉吧. */
export const LACKS_ZH: readonly Recasting[] = [
  rule(
    "^(?<x>[\\p{Script=Han}]{1,6}?)(?:是|都|还|有点|怎么|全)*[闭关开合歪皱卷趴垂低张敞斜]着(?:了|的|呢|嘛)?[\\s,。!?]+(?:请|麻烦|帮我|把它|给我|要|应该)*(?<v>(?:睁|打|张|关|闭|合|扶|摆|抬|熨|抚|拉|竖|挺|盖|收)[开上正平直起好拢](?:来)?)(?:一下|吧)?[。!]?$",
    "把$<x>$<v>",
    /着/u,
  ),
  rule(
    `${BEGIN_ZH}(?:这张?|整张?)?(?:图片?|画面|照片|海报|版面)?的?${SIDE_ZH}(?:的?(?:位置|地方|区域|部分))?(?:太|有点|有些|好|很|比较|显得|看着|还|略)*(?:空|单调|素|秃|没东西|没内容)(?:荡荡|旷|的|了|一?点|着)*\\s*,\\s*(?:请|麻烦|可以|就|帮我|再|给|在(?:那里|这里)?)*(?=(?:加|放|添|摆|补|画|写))`,
    "在$<s>",
  ),
  rule(
    `${BEGIN_ZH}(?!把|将|给|客户|老板|整体|图片?|画面)(?<x>${WORDS_ZH}{2,14}?)(?:摆|放|画|拍|印|排|站|贴|挂|戴)?(?:歪|乱|反|倒|脏|破|旧|坏|糊|斜|错位|过期|下架|褪色|没用|多余|重复|穿帮)(?:了|掉了),\\s*(?:请|麻烦|直接|就|帮我|把它)*(?<v>去掉|删掉|删了|删除|移除|抹掉|擦掉|拿掉|拿走|p掉)(?:它|吧|了)*${END_ZH}`,
    "把$<x>$<v>",
    /[去删移抹擦拿p]/u,
  ),
];
