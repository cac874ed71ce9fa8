import { BEGIN_ZH, END_ZH, Q, type Recasting, rule, WORDS_EN, WORDS_ZH } from "../recasting.ts";

/** The common ones: every colour there is would take long to compile. */
const HUE = "(?:red|blue|green|black|white|gold|silver|yellow|pink|orange|purple|brown|navy|gr[ae]y)\\b";
const TAIL = `${WORDS_EN}{2,70}?(?=$|[,.;!?])`;
const WITHOUT_VALUE = `(?![^,.;!?]*(?:\\d|\\b${HUE}))`;
const TAKES_AWAY =
  "remove|delete|erase|lose|drop|take out|get rid of|hide|blur(?: out)?|darken|brighten|lighten|dim|sharpen|soften|desaturate|enlarge";
const PURPOSE =
  "clean|tidy|declutter|avoid|help|give|keep|let|draw|put|free|focus|bring|emphasi[sz]e|highlight|hide|reduce|protect|comply|simplify|improve|save|create|make (?:it|the|her|him|them|us|everything|room|space|things)|get (?:a|more|rid)|stop|prevent|show off|open up|balance";
const COLUMN = "price|date|number|amount|name|figure|quantity|total|label|text|time";

/** What an order is for changes nothing of it: "remove the bin to clean up the shot", "…, so we can reuse the poster". */
export const PURPOSES_EN: readonly Recasting[] = [
  rule(
    `(?<o>(?:^|[.,;]\\s|\\b(?:please|and|you)\\s)(?:${TAKES_AWAY})\\s(?:the |that |this |all |every |any |our |those |these )(?:(?!\\bto\\b)${WORDS_EN})+?),? (?:in order )?to (?:${PURPOSE})\\b${WITHOUT_VALUE}${TAIL}`,
    "$<o>",
    / to /u,
  ),
  rule(
    `(?<o>(?:change|replace|swap|update)\\s[^;!?]+? (?:to|with) (?:${Q}|[$¥€£]?\\d[\\d.,:]*\\d|${HUE})),? (?:in order )?to (?:match|reflect|fit|avoid|comply|line up|agree|be consistent|keep|stay|go|suit|show)\\b${WITHOUT_VALUE}${TAIL}`,
    "$<o>",
    /(?:match|reflect|fit|avoid|comply|line up|agree|consistent|keep|stay|go|suit|show)/u,
  ),
  rule(
    `(?<o>^(?:please |pls |can you |could you )*(?:${TAKES_AWAY}|change|replace|swap|make|move|crop|extend|turn|add|put|set)\\s(?!it so|this so)[^;!?]*?),? so (?:that )?(?:we|i|you|they|people|customers|viewers|users|readers|it|it's|there's|everyone|everybody|nobody|no one|nothing|she|he|the [a-z]+|our [a-z]+)\\s(?![^,.;!?]*\\b(?:choose|compare|pick|decide|select))${WITHOUT_VALUE}${TAIL}`,
    "$<o>",
    /\bso\b/u,
  ),
  rule(
    `^(?:in order )?to (?:make|give|keep|help|get|bring|match|avoid|clean|draw|emphasi[sz]e|save|reflect|fit|let)\\s${WORDS_EN}{2,60}?,\\s*(?=(?:please |pls |can you |could you )*(?:make|change|remove|delete|replace|turn|move|add|put|set|crop|extend|blur|darken|brighten|enlarge|swap|erase)\\b)`,
    "",
    /^(?:in order )?to /u,
  ),
  rule(
    `\\b(?<s>left|right|cent(?:er|re))(?:-| )align (?:the |our |all the )?(?<x>${COLUMN})s? (?:columns?|list|block)\\b`,
    "$<s>-align the $<x>s",
    /align/u,
  ),
  rule(
    `\\balign (?:the |our |all the )?(?<x>${COLUMN})s? (?:columns?|list|block)\\b (?:to the )?(?<s>left|right|cent(?:er|re))\\b`,
    "$<s>-align the $<x>s",
    /align/u,
  ),
];

const CLEARER =
  "(?:画面|图片|图|整体|照片|版面|海报|背景|主体|人物|产品|商品|重点|标题|文字|价格)(?:看起来|看上去|显得|能够?|可以|会)?(?:更加?|变得?|不那么|不会|突出|干净|清爽)";

/** The same in Chinese: 删掉路人让画面更干净, 以便文字更清楚. */
export const PURPOSES_ZH: readonly Recasting[] = [
  rule(
    `(?:[,。;\\s]*(?:以便|以免|以防|免得)|[,。;\\s]+(?:好让|便于|方便(?!面)|为的是|目的是|这样${CLEARER}))${WORDS_ZH}{1,30}?${END_ZH}`,
    "",
    /以便|以免|以防|免得|好让|便于|方便|为的是|目的是|这样/u,
  ),
  rule(
    `(?<o>${BEGIN_ZH}(?:请|麻烦|帮我)*(?:把|将)?[^,。;]{0,24}?(?:删除?掉?|去掉|移除|抹掉|擦掉|消除|清除|调[亮暗大小]|变[亮暗大小]|放大|缩小|虚化|模糊|加粗)[^,。;让使]{0,16}?)[,]?\\s*(?:来)?(?:让|使|使得)${CLEARER}${WORDS_ZH}{0,12}?${END_ZH}`,
    "$<o>",
    /让|使/u,
  ),
  rule(
    `(?<o>${BEGIN_ZH}(?:请|麻烦|帮我)*(?:把|将)?[^,。;]{0,24}?(?:删除?掉?|去掉|移除|改成\\p{Script=Han}{1,3}色|调[亮暗大小]|变[亮暗大小]|放大|缩小|虚化|模糊|加粗))[,]?\\s*(?:以|来)(?:突出|避免|保证|符合|提升|增强|匹配|配合|达到|适应|强调)${WORDS_ZH}{1,16}?${END_ZH}`,
    "$<o>",
    /突出|避免|保证|符合|提升|增强|匹配|配合|达到|适应|强调/u,
  ),
  rule(
    "(?<x>价格|价钱|日期|数字|金额|名称|文字|标签|时间)(?:那?一?[列栏])(?=(?:都|全部|统一|改成|改为|设为|设置为|靠|往)*(?:[左右]对齐|居中))",
    "$<x>",
    /[列栏]/u,
  ),
];
