import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const MOOD =
  "(?:圣诞|新年|过年|春节|中秋|国庆|万圣|节日|年味|冬日|夏日|春日|秋日|喜庆|温馨|浪漫|科技|未来|复古|清新|文艺|文青|日系|韩系|欧美|国潮|ins|港风|胶片|高级|奢华|极简|赛博朋克|电影|油画|卡通|商务|田园|森系|北欧)";
/** "更高级一点" says no style. */
const STYLE = MOOD.replace(/高级\|/u, "");
const VAGUE = "(?!一|给|新|别的?|其[他它]|好看|漂亮|简单|干净|高级|合适|更|再|亮|暗|深|浅|大|小|不|没|能|跟|和|与|把|看|符合|适合)";

/** The ground and the mood of the picture as people say them: 背景换白底, 换个背景，要海边的, 圣诞氛围搞一下. */
export const GROUNDS_SAID_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:把|将)?背景(?:弄|搞|换|改|变)?(?:得|成)?(?:干净|简单|简洁|素|清爽)(?:一?[点些])[,\\s]+(?:要|用|换)?(?:纯)?(?<c>${COLOUR})的?(?:就行|就好|即可|底)?${END_ZH}`,
    "背景换成$<c>",
    /背景/u,
  ),
  rule(`背景(?:太|有点|过于)(?:花|花哨|乱|杂|复杂)了?,\\s*(?=(?:简单|干净|简洁|清爽|素)(?:一?[点些])${END_ZH})`, "背景", /背景.*,/u),
  rule(
    `${BEGIN_ZH}(?:把|将|给)?(?:图片?|照片|主图|产品图?)?的?背景(?:直接|就|全部)?(?:换|改|变|弄|做|搞|用|要|调|p)(?:成|为|个|一?个|上)?(?:纯)?(?<c>${COLOUR})的?底色?的?${END_ZH}`,
    "背景换成$<c>",
    /背景.*底/u,
  ),
  rule(
    `${BEGIN_ZH}(?:换|改|来)(?:一?[个张下])?(?:背景|场景)[,\\s]\\s*(?:我?想?要|用|来|最好是?|换成|改成|放(?:在|到)?)?(?:一?[个张])?${VAGUE}(?<y>[\\p{Script=Han}a-z]{1,10}?)的?(?:背景|场景)?(?:就行|吧|那种)?${END_ZH}`,
    "背景换成$<y>",
    /[背场]景[,\s]/u,
  ),
  // 把背景抠掉变透明: one wish said twice.
  rule(
    `${BEGIN_ZH}(?:把|将|给)?(?:图片?|照片|主图|产品图?)?的?背景(?:都|全部|直接)?(?:抠|去|删|扣|除|移)(?:掉|除|去|走)?(?:了|,|，|并|再|然后)*(?:变|改|换|弄|做|调|设)(?:成|为)?透明的?(?:背景|底)?${END_ZH}`,
    "去掉背景",
    /透明/u,
  ),
  rule(`${BEGIN_ZH}(?:把|将)?${COLOUR}的?底色?(?=(?:改|换|变)(?:成|为))`, "把背景", /底/u),
  rule(
    `(?:抠图|去背)(?:后|之后|完|再|然后)?(?:放|换|置)(?:到|在|成|于)(?:一?[张个])?纯?(?<c>${COLOUR})的?(?:底色?|背景)(?:上|里)?${END_ZH}`,
    "背景换成$<c>",
    /抠|去背/u,
  ),
  rule(
    `${BEGIN_ZH}(?:整体|整张图?片?|图片?|画面)?(?:来点|来个|加点|想?要|给点)?(?:那种)?(?<m>${MOOD}节?)的?(?:气氛|氛围|感觉|风格|味道|感)(?:感)?(?:搞|弄|整|来|做|拉|加|安排)(?:一?下|一?[点些]|上|起来|满)*${END_ZH}`,
    "整体改成$<m>风格",
  ),
  rule(
    `${BEGIN_ZH}(?:整体|整张图?片?|图片?|画面|色调|调子)?(?:再|更|稍微|要)*(?:偏|走|往)?(?<m>${STYLE})(?:风格?|系|感|范|调)?(?:一?[点些]|一点点|靠)${END_ZH}`,
    "整体改成$<m>风格",
  ),
  // Behind an order and with nothing after it 整体偏暖 is how it shall be, not what is wrong.
  rule(
    `(?<=,\\s*)(?:整体|色调|整体色调|画面整体|风格)(?:再|稍微?|略微?|要)*偏(?<d>[暖冷])(?:一?[点些]|一点点|色?调)*$`,
    "色调偏$<d>",
    /偏[暖冷]/u,
  ),
  rule(`(?<=,\\s*)偏(?<m>${MOOD})(?:风格?|一?[点些]|的感觉|的?色?调)?${END_ZH}`, "整体改成$<m>风格", /偏/u),
  rule(
    `${BEGIN_ZH}(?<p>桌面|桌上|桌子上?|地面|地上|台面|背景|画面|房间|墙上|架子上?)(?:里|上)?(?:实在|有点|有些)?(?:太|很|好)?(?:乱|杂乱|脏|脏乱)了?,\\s*(?:帮我|请|麻烦)*(?:清理?|处理)(?:一下|干净|一清|下)+${END_ZH}`,
    "去掉$<p>的杂物",
  ),
  rule("(?:弄|调|变|修|处理|搞|做)(?:得)?清楚(?=一?[点些]|$|[,。;])", "调清晰", /清楚/u),
];

const THE = "(?:the |our |my |this )?";

export const GROUNDS_SAID_EN: readonly Recasting[] = [
  rule(
    `^(?:(?:i|we) (?:just )?(?:want|need) |show |put |place |have )?(?:just|only) ${THE}(?:product|subject|bottle|shoe|shoes|person|model|bag|item|object|dog|cat|car|[a-z]+) (?:on|against|over) (?:an? )?(?:plain |pure |clean |solid )?(?<c>${COLOUR})(?: background| backdrop)?${END_EN}`,
    "make the background $<c>",
    /^(?:[a-z]+ ){0,4}(?:just|only) /u,
  ),
  rule(
    `^(?:(?:put|place|show|set|have|shoot) (?:it|him|her|them|this|the [a-z]+) )?(?:in|on|at|by|against) (?<y>(?:an? |the |some )(?:[a-z-]+ ){0,2}?(?!(?:sofa|couch|table|chair|bench|bed|floor|shelf|desk|stool|rug|box|plate|counter|wall|cushion|pillow|carpet|stairs?|step|ledge|windowsill|left|right|top|bottom)\\b)[a-z-]+) (?:instead of|rather than|not) (?:in |on |at )?(?:an? |the |this )(?!top|bottom|left|right|cent|middle|corner|upper|lower)(?:[a-z-]+ ){0,2}?[a-z-]+${END_EN}`,
    "change the background to $<y>",
    /instead|rather| not /u,
  ),
  rule(
    `^(?:(?:can|could) (?:you|we) )?(?:make|turn|change) (?:it|this|the (?:image|picture|photo))(?: in)?(?:to| look like)? (?:an? )?(?<s>(?:night|day|sunset|sunrise|winter|snow|snowy|rainy|autumn|fall|spring|summer|evening|christmas|halloween)(?:time)? (?:scene|shot|view|photo|picture))${END_EN}`,
    "$<s> style",
    /scene|shot|view|photo|picture/u,
  ),
];
