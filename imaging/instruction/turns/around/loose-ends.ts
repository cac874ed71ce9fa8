import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const CLAUSE_END = "(?=\\s*(?:$|[,.;!?]))";
const SIDE = "(?:左上|右上|左下|右下|正?中|左|右|上|下|顶|底)(?:角|边|侧|面|方|部|端|间|央)?(?:位置)?";
const IN_PICTURE = "(?:这张?)?(?:图片?|画面|照片|海报)(?:里|上|中)?(?:面)?";

/** What hangs on an order and asks for nothing more: purposes, and care that every edit takes. */
const TAILS_EN: readonly Recasting[] = [
  rule(
    "\\b(?:smaller|larger|bigger)\\s*[,:]?\\s*(?:(?:to|at|about|around|roughly|approximately|say|maybe) )+(?<n>\\d{2,3})\\s?%(?! (?:smaller|larger|bigger|of))",
    "$<n>% of its size",
    / \d{2,3}\s?%/u,
  ),
  rule("\\b(?:smaller|larger|bigger)\\s*[,:]\\s*(?<n>[5-9]\\d|1\\d\\d)\\s?%(?! (?:smaller|larger|bigger|of))", "$<n>% of its size", /%/u),
  rule(
    `(?<!\\b(?:add|write|put|insert|type)\\b[^.;\\n]{1,80}),\\s*(?:with (?:the )?|the )?same (?:label|shape|size|position|place|pose|angle|style|design|logo|print|pattern|lighting|light)${CLAUSE_END}`,
    "",
  ),
];

const ORDERS_EN: readonly Recasting[] = [
  rule(
    `(?:^|(?<=[,.;!]\\s))(?:the |our |my )?(?:new )?(?<x>${ROLE_EN}) (?:should|must|needs to|has to|ought to) (?:now )?(?:read|say|be)\\s*:\\s*(?=\\S)`,
    "change the $<x> to: ",
  ),
  rule(
    `(?:^|(?<=[,.;!]\\s))(?:the |our |my )(?:new )?(?<x>${ROLE_EN}) (?:should|must|needs to|has to|ought to) (?:now )?(?:read|say) (?=[^\\s:])(?![^.;]*\\binstead of\\b)`,
    "change the $<x> to ",
  ),
  rule(
    `\\b(?<a>left|right|cent(?:er|re))[- ]align (?:the )?(?:two |three |four |last |first |all )*(?:lines?(?: of text)?|text|words|copy) (?:at|in|on) the (?<p>top|bottom)\\b`,
    "align the $<p> text to the $<a>",
  ),
  rule(
    `(?<=\\b(?:add|put|write|place) [^.;]*?)\\bin an? (?<f>(?:hand-?written|handwriting|script|serif|sans(?:[- ]serif)?|rounded|brush|monospaced?|slab|condensed) )(?<c>${COLOUR}) (?:font|typeface|letters|lettering|type)\\b`,
    "in $<c>, in a $<f>font",
    /font|typeface|letter|type/u,
  ),
  rule(
    `\\bif (?:the |this |our )?(?:poster|picture|image|photo|banner|flyer|design|text|copy|ad|artwork|card|page|label) (?:still )?(?:mentions?|says?|reads?|contains?|includes?|has|shows?|uses?) (?:the (?:words?|text|year|date) )?(?<x>${Q}|[^,]{1,30}?)(?: (?:anywhere|somewhere|at all|on it|in it))?\\s*,\\s*(?:then |please |pls |just )*(?<v>change|replace|swap|turn|update) (?:it|that|them|those) (?=to|with|by|for|into)`,
    "$<v> $<x> ",
  ),
  rule(
    `\\bif (?:the |this |our )?(?:poster|picture|image|photo|banner|flyer|design|text|copy|ad|artwork|card|page|label) (?:still )?(?:mentions?|says?|reads?|contains?|includes?|has|shows?|uses?) (?:the (?:words?|text|year|date) )?(?<x>${Q}|[^,]{1,30}?)(?: (?:anywhere|somewhere|at all|on it|in it))?\\s*,\\s*(?:then |please |pls |just )*(?<v>remove|delete|erase|take|cut) (?:it|that|them|those)(?: out| away)?${CLAUSE_END}`,
    "$<v> $<x>",
  ),
  rule(
    `\\b(?:only |just )?(?:recolou?r|repaint|re-?dye|tint) (?:only |just )?(?<x>${THE} [a-z]+(?: [a-z]+){0,3}?)\\s*[:,-]\\s*(?<c>${COLOUR})${CLAUSE_END}`,
    "make $<x> $<c>",
    /recolou?r|repaint|dye|tint/u,
  ),
  rule(
    "\\bturn (?<x>(?:the|this|that|our|my|his|her) [a-z]+(?: [a-z]+)?) (?<n>(?:a (?:bit|little|touch|tad)|slightly|much|even)) (?=[a-z]+er\\b)",
    "make $<x> $<n> ",
  ),
];

const TAILS_ZH: readonly Recasting[] = [
  rule(
    "(?:[,;。]\\s*)(?:如果|要是)?(?:没有|没)(?:的话|就)?,?(?:请|就|则|你)*(?:告诉我(?:一声)?|说一声|跟我说(?:一声)?|提醒我|忽略|跳过|不用管|不管|算了|当我没说)(?:就行|就好|即可)?",
    "",
  ),
  rule(
    `[,;。]\\s*(?:高光|亮部|暗部|肤色|阴影|天空|细节|人脸|人物|手|脸|产品|边缘|窗外|窗户|窗口|白色|云|灯|灯光|衣服|背景|字|头发|屏幕)(?:部分|的地方)?(?:都)?(?:别|不要|不能|不可|不)(?:过曝|溢出|死黑|太亮|太暗|失真|偏色|变形|走样|糊掉?|发灰)了?${END_ZH}`,
    "",
  ),
];

const ORDERS_ZH: readonly Recasting[] = [
  rule("\\bbar ?codes?\\b", "条形码"),
  rule(
    `(?<=在)(?<p>${SIDE})(?:距|离|距离)(?:画面|图片)?(?:边缘?|四周)?(?<n>\\d{1,3}\\s?(?:px|像素|%))(?:的?(?:地方|位置|处))?(?<r>[^,。;]{1,40}?)${END_ZH}`,
    "$<p>$<r>，边距$<n>",
  ),
  rule(`(?<=加|写|放|印|打)(?:上)?一行大字\\s*:\\s*(?<w>[^,。;\\uE100-\\uE1FF]{2,30}?)${END_ZH}`, "上“$<w>”，字大一点"),
  rule(
    `(?<x>${ROLE_ZH})(?:要|需要|麻烦)?(?:改|换|更新|修改|调整)一下\\s*:\\s*(?=[^,。;:]{1,30}(?:->|=>|→|➔|改成|换成))`,
    "$<x>:",
    /一下\s*:/u,
  ),
  rule("(?:统统|通通|一概)(?=打|降|涨|加|减|改|换|去|删)", "全部"),
  rule(`(?<=${ROLE_ZH}|文字|字|按钮)(?:统一|一律|都)(?:采用|使用|用)\\s*(?=[^,。;]{0,6}(?:#|${COLOUR}))`, "改成", /统一|一律|都/u),
  rule(`(?:清理|清除|清|收走|拿走)掉${END_ZH}`, "去掉"),
  rule("(?<=[\\uE100-\\uE1FF])\\s*(?:这?(?:几个?|两个?|[一二三四]个)字)?(?:写|印|放|标|摆)在(?=哪|什么(?:地方|位置))", "在"),
  rule("(?<=放大|扩大)(?=1\\d\\d ?%)", "到"),
  rule("\\b(?:remove|delete)\\s*(?=(?:掉)?(?:背景|底色|文字|水印|标题|logo))", "去掉"),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:整体|全图|画面|整张图?片?)?的?\\s*(?:tone|色调|调子|配色)(?:调|改|换|做|变)(?:成|为)\\s*(?<x>[\\p{Script=Han}a-z]{2,12}?)(?:色系|色调|风格|风|配色|色)${END_ZH}`,
    "整体改成$<x>风格",
  ),
  rule(
    `(?<![抠扣截地底插配])(?:把|将|给)?(?:这张?|那张?)?(?:cover|封面|页面|海报|画面|整体|证件照|照片|相片|图片?|主图|头像|产品图|商品图)(?:的?底色?)?(?:换|改|变)(?:成|为)?(?:一?个)?\\s*(?<c>${COLOUR})的?(?:底色|底|背景)${END_ZH}`,
    "背景换成$<c>",
    /底|背景/u,
  ),
  rule(
    `${IN_PICTURE}有(?:没有)?(?<x>[^,。;?]{1,12}?)(?:吗|么)?\\s*[?,]\\s*(?:如果)?有(?:的话)?,?(?:就|请|帮我|把它?)*(?:cover|遮|盖|挡|涂|抹|删|去|擦|p|抠)(?:掉|住|除)?${END_ZH}`,
    "把$<x>删掉",
  ),
];

/** Words that hang on an order, and orders that begin with what should be; asked before all others of the language. */
export const LOOSE_ENDS_EN: readonly Recasting[] = [...ORDERS_EN, ...TAILS_EN];
export const LOOSE_ENDS_ZH: readonly Recasting[] = [...ORDERS_ZH, ...TAILS_ZH];
