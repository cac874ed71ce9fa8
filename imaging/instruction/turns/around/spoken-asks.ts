import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const NOUN = "(?!(?:it|them|this|that|room|space|text|words?|copy)\\b)[a-z'-]+(?: [a-z'-]+)?";
const ON = "(?:on(?: top of)?|in(?:side)?|next to|under|behind|beside|in front of|above|over|near|by|around)";
const EDGE = "(?!(?:very )?(?:top|bottom|upper|lower|left|right|middle|cent(?:er|re)|corner|background|title|headline|side)\\b)";

/** Things and frames asked for with the verb left to whoever listens. */
export const SPOKEN_ASKS_EN: readonly Recasting[] = [
  rule(
    `^(?:can|could|may|might) (?:we|i|you) (?:please )?(?:have|get|see|put) (?<y>${NOUN}) (?<p>${ON} ${THE} ${EDGE}[a-z ]{2,24}?)${END_EN}`,
    "add $<y> $<p>",
    /^(?:can|could|may|might) /u,
  ),
  rule(
    `^(?:the |our |this |that )(?<x>[a-z]+(?: [a-z]+)?) ?(?:->|=>|→) ?(?<y>an? [a-z]+(?: [a-z]+)?)$`,
    "replace the $<x> with $<y>",
    /->|=>|→/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|place|set|drop|stick|teleport|photoshop) (?<x>her|him|them|us|me) (?:in front of|on|in|at|against|by|inside|next to) (?=(?:an?|the) (?!(?:[a-z]+ ){0,2}(?:suit|dress|shirt|t-shirt|jacket|coat|hat|cap|uniform|sweater|hoodie|gown|costume|outfit|skirt|jeans|shorts|scarf|kimono|tuxedo)\\b|(?:very )?(?:left|right|top|bottom|middle|cent(?:er|re)|corner|upper|lower|foreground|background|frame|picture|image|photo|table|chair|floor|sofa|bed|desk|bench|car|box)\\b))(?<y>${WORDS_EN}{3,40}?)${END_EN}`,
    "change the background to $<y>",
    /(?:put|place|set|drop|stick|teleport|photoshop) (?:her|him|them|us|me) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:give (?:me|us|it)|put|add|have|use|(?:i|we) want|let's have) (?<y>(?:an? |some |the )?(?:[a-z]+ )?(?:sunset|sunrise|beach|skyline|city|forest|mountains?|ocean|sea|sky|garden|park|desert|lake|waterfall|stars|galaxy|meadow|snow|street|studio)(?: scene)?) behind (?:them|her|him|it|us|me)${END_EN}`,
    "change the background to $<y>",
    / behind /u,
  ),
  rule(
    `\\badd (?<n>\\d+ ?(?:px|%|pixels?|percent))(?: of)? (?<c>white|black|gr[ae]y|cream|beige|blank|empty|extra|more)(?: (?:space|room|canvas|area|margin|padding))? (?<s>below|underneath|above|beneath|under(?: it)?)${END_EN}`,
    "extend the canvas by $<n> $<s>, fill the sides with $<c>",
    / (?:below|underneath|above|beneath|under)/u,
  ),
  rule(
    `\\bdrop (?:it|this|that|them|the (?:product|subject|item|object)) (?:on|onto|in|into) (?=(?:an?|some) [a-z])`,
    "place the product on ",
    /drop/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:turn|switch) (?:off )?(?:the )?(?:background|backdrop|bg)(?: off)?${END_EN}|${BEGIN_TALK_EN}hide (?:the )?(?:background|backdrop|bg)${END_EN}`,
    "remove the background",
    /turn|switch|hide/u,
  ),
  rule(
    `\\bcrop (?:it |this )?so (?:that )?(?:only |just )?(?<x>${THE} [a-z]+(?: [a-z]+)?) (?:is|are) (?:all that(?:'s| is) )?(?:visible|shown|left|in (?:it|frame|shot|view)|showing)${END_EN}`,
    "crop to $<x>",
    /crop/u,
  ),
  rule(
    "^(?:please |pls )?(?:square|make) (?:it|this|the (?:image|picture|photo)) (?:up|off|square)(?=$|[,.;!])(?<=square.*)",
    "crop to square",
    /square/u,
  ),
  rule(
    `^(?:please |pls )?(?:cut|crop|split|slice|chop) (?:it|this|the (?:image|picture|photo)) in(?:to)? (?:half|two)(?: halves)?\\s*(?:,|and)+ (?:then )?(?:only )?(?:keep|leave|show|use|save)(?: only)? (?:the )?(?<s>left|right|top|bottom)(?: half| side| part| one)?${END_EN}`,
    "crop to the $<s> half",
    /half|two/u,
  ),
  rule(
    `^(?:please |pls )?(?:make )?(?:the )?canvas (?:bigger|larger|wider)\\s*[:,]?\\s*(?:by )?(?<n>\\d+ ?(?:px|pixels|%)) (?:on |at )?(?:each|every|all|both)(?: (?:sides?|edges?))?`,
    "extend the canvas by $<n> on all sides",
    /canvas/u,
  ),
  rule("(?<=extend the canvas by [^,]{1,12}?)(?:below|underneath|beneath|under(?: it)?)(?=,)", "at the bottom"),
  rule("(?<=extend the canvas by [^,]{1,12}?)above(?=,)", "at the top"),
  rule(", fill the sides with (?:blank|empty|extra|more)(?=$|[,.;])", ""),
];

const VERB = "(?:加上?|打上?|放上?|贴上?|盖上?|叠上?|添加|印上?)";

/** The same in Chinese. */
export const SPOKEN_ASKS_ZH: readonly Recasting[] = [
  rule(
    `(?<v>${VERB})(?:一?个)?半透明的?(?<x>[^,。;\\uE100-\\uE1FF]{0,8}?(?:logo|水印|标志|图标|二维码)[^,。;]{0,4}?)${END_ZH}`,
    "$<v>$<x>，半透明",
    /半透明/u,
  ),
  // 桌面空荡荡的，摆一束花上去
  rule(
    `${BEGIN_ZH}(?<x>(?:(?![换改变]成|[换改]为)[^,。;\\uE100-\\uE1FF]){1,8}?)(?:太|有点|有些|好|很|比较|显得|看着|还|略)*(?:(?<![夜天星晴蓝碧高航真时半上虚])空|单调|(?<![元因要朴])素|秃|光秃)(?:荡荡|旷|秃|的|了|一?点|着)*\\s*,\\s*(?:请|麻烦|可以|就|帮我|再|给)*(?<v>加|放|添|摆|补|画)(?:上)?(?<y>[^,。;\\uE100-\\uE1FF]{1,12}?)(?:上去|进去|在上面)?${END_ZH}`,
    "在$<x>上$<v>$<y>",
    /[空素秃]|单调/u,
  ),
  rule(`${BEGIN_ZH}(?<v>加|放|添|摆|补|画)(?<y>[^,。;\\uE100-\\uE1FF]{1,12}?)(?:上去|进去)${END_ZH}`, "$<v>$<y>", /去/u),
  rule("(?<v>[清擦删抹])一\\k<v>(?=$|[,。;!吧])", "$<v>掉", /一/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:替换掉|换掉|换下|替换)(?<x>[^,。;\\uE100-\\uE1FF]{1,12}?)\\s*[,。]\\s*(?:换|改|用|放|摆)(?:成|上|为)?(?<y>一?[个只把张条辆件瓶束盆盏块台][^,。;\\uE100-\\uE1FF]{1,12}?)${END_ZH}`,
    "把$<x>换成$<y>",
    /换/u,
  ),
  rule(
    `^(?<n>[一两几][只个条朵辆匹头位名群架](?!字))(?<x>[^,。;\\uE100-\\uE1FF]{1,8}?)(?:停|坐|站|趴|落|飞|放|躺|靠|挂|游)在(?<y>[^,。;\\uE100-\\uE1FF]{1,8}?)(?<p>上面?|里面?|旁边?|下面?|中间?|边上)$`,
    "在$<y>$<p>加$<n>$<x>",
    /在/u,
  ),
  rule(
    `^(?:来点|来个|要|想要|做成|弄成)?(?<x>夜晚|夜景|白天|黄昏|傍晚|日落|清晨|早晨|雪景|雨天|下雪|下雨|晴天|阴天|[春夏秋冬][天季])的?(?:效果|场景|模式)(?:的)?$`,
    "改成$<x>",
    /效果|场景|模式/u,
  ),
  rule("背景(?:要|全部?|都|给我)?(?:留白|留空|空白)(?=$|[,。;!])", "背景换成纯白", /白|空/u),
  // 赛博朋克风走起, 像老照片那样, 阴天的感觉
  rule(
    "(?<=\\p{Script=Han}风格?)(?:走起|走一个|来一?[个波套]|安排(?:上|一下)?|搞起来?|整起来?|整一?个)(?=$|[,。;!])",
    "",
    /走|来|安排|[搞整]/u,
  ),
  rule(
    `^(?:弄成|做成|搞成|处理成|变成|改成)?像(?:是|一张)?(?<x>(?!\\p{Script=Han}+(?:画|拍)的?)[\\p{Script=Han}a-z ]{2,10}?)(?:那样|那种|一样|似的)(?:的?(?:感觉|风格|效果|样子))?(?:就好|就行)?$`,
    "改成$<x>风格",
    /像/u,
  ),
  rule(
    `^(?:想要|要|来点|来个|给我)?(?:[那这]?一?[种个])?(?<x>(?![换改变弄做搞像用])[\\p{Script=Han}a-z]{2,6}?)风?(?<!更|好|高级|干净|自然|真实|有|立体|不同|别|一样|其他|[成像].*)的(?:感觉|氛围|气氛|意境)(?:就好|就行)?$`,
    "改成$<x>风格",
    /感觉|氛围|气氛|意境/u,
  ),
  rule(
    `^(?:把|将|给)?(?:图片?|画面|照片|画布)?(?<p>左右|上下|两边|两侧|四周)(?:各|都|再)*(?:补|加|扩|延伸|延展|填)(?:充|上)?(?:一?[点些])?(?:背景|画面|内容|环境|场景)?\\s*,?\\s*(?:做|变|改|弄|凑|扩|调|裁)(?:成|到|为)(?=\\d{1,2} ?[:比] ?\\d{1,2})`,
    "画布$<p>扩展到",
    /[:比]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<p>[^,。;]{0,6}?)没有?(?<x>[^,。;\\uE100-\\uE1FF]{1,6}?)的话\\s*,?\\s*(?:请|麻烦|就|帮我|再)*(?:加|补|添)(?:上)?(?:一?[个条道])?(?:\\k<x>)?(?:上|进去)?${END_ZH}`,
    "给$<p>加$<x>",
    /的话/u,
  ),
  rule(
    `(?:要|请|都|也)?(?:盖|遮|挡|涂)(?:住|掉|上)(?=左上角|右上角|左下角|右下角|左边|右边|上面|下面|中间|那个|这个)(?<x>[^,。;]{1,14}?)${END_ZH}`,
    "把$<x>遮住",
    /[盖遮挡涂]/u,
  ),
  rule(
    `^(?<c>(?:全部|整体|整张)?(?:都)?(?:变|转|调|改|做)?(?:成)?(?:黑白|灰度)(?:的|照片|图)?)\\s*,?\\s*(?:但是?|不过|可是?)(?<x>(?!只|唯独)[^,。;]{1,8}?)(?:要|得|还)?(?:保留|保持|留着?|是)(?:原来的?|原有的?|原)?(?:${COLOUR}|颜色|彩色|色彩)的?${END_ZH}`,
    "$<c>，但是$<x>保留颜色",
    /黑白|灰度/u,
  ),
];
