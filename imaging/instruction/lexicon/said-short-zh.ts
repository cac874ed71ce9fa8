import { COLOUR } from "../style/colour.ts";
import { END_ZH, Q, type Recasting, rule } from "./recasting.ts";
import { LANGUAGES, ROLE_ZH } from "./roles.ts";

const BEGIN = "(?<=(?:^|[,。;!])\\s*)";
const ARROW = "(?:->|=>|→|➔|➜)";
/** Spelt in Latin letters or figures: a code, a date, a price. */
const CODE = "(?=[a-z\\d/.:¥$%-]*\\d)[a-z\\d¥$][a-z\\d/.:%-]*";
/** What is worn (件, 条, 双) is changed on a person and not the person. */
const MEASURE = "[个只张位把辆]";

/** Slips of the fingers and of the input method in the words the grammar lives by. */
const SLIPS = [
  ["标提|标体(?=[改换放变加])|飙题", "标题"],
  ["字休|字本(?=换|改)", "字体"],
  ["删徐|珊除", "删除"],
  ["改城|改程", "改成"],
  ["换城|换程", "换成"],
  ["背井(?=换|改|去|变)", "背景"],
  ["按扭|按纽", "按钮"],
  ["水应", "水印"],
  ["园角", "圆角"],
  ["btn(?![a-z])", "按钮"],
  ["bg(?![a-z])", "背景"],
] as const;

/** Around an order: what it is part of, what the picture is called. */
const AROUND: readonly Recasting[] = [
  rule(`${BEGIN}(?:这|那)张(?=(?:实在|真的|都)?(?:太|有点|偏|很|过|再|要|能|亮|暗|调|不够|整体))`, "图片", /[这那]张/u),
  rule(
    `${BEGIN}(?:请|帮我|麻烦)*(?:把|将)?(?:这|那|整)?张?(?:图片?|海报|它|文字)?(?:都|全部)?(?:做|改|换|翻译?|译|出)(?:成|为|一?[个版份])(?:${LANGUAGES})版?本?\\s*[:,]\\s*(?=[^,。;]{1,30}${ARROW})`,
    "",
  ),
  rule(`${BEGIN}(?:${LANGUAGES})版?(?:来|做|出|要|给)(?:我)?一?[份版个张],\\s*(?=${Q})`, ""),
  rule(`(?<=(?:${ROLE_ZH})\\s*:\\s*[^,。;\\s]+) +(?=(?:${ROLE_ZH})\\s*:)`, "；", /:.* .*:/u),
  rule(`单色(?=[白黑]色?${END_ZH})`, "纯"),
];

/** Orders without their particle: 按钮文字改「立即抢购」, 优惠码 MAY20 换 JUN15, 模特换个外国人. */
const ORDERS: readonly Recasting[] = [
  rule(`(?<a>${Q})(?:用|写|要)\\s*(?<b>${Q})${END_ZH}`, "把$<a>改成$<b>"),
  rule(`(?<a>${Q})\\s*(?:写|打|印|拼)?(?:错|不对)了?,\\s*(?:应该?|要|得)(?:是|为|[系係]|写)?\\s*(?<b>${Q})`, "把$<a>改成$<b>", /错|不对/u),
  rule("净[系係]", "只", /净/u),
  rule(`${BEGIN}(?:只|仅)?(?:改|换)(?<x>${ROLE_ZH})做\\s*(?=${Q})`, "把$<x>改成"),
  rule(
    `(?<![\\uE100-\\uE1FF] ?的?)(?<o>按钮|标签|角标|徽章|横幅|色块|贴纸)(?<c>(?:改|换|变|做)[成为]?${COLOUR}(?:的)?),\\s*(?:上面的?|里面的?|按钮)?(?:文字|字|文案)(?:也)?(?:改|换|写|变)[成为]?\\s*(?<b>${Q})`,
    "$<o>$<c>，把$<o>上的字改成$<b>",
    /(?:文字|字|文案)(?:也)?[改换写变]/u,
  ),
  rule(
    `${BEGIN}(?:把|将)?(?:优惠码|折扣码|兑换码|房间|编码|代码)?\\s*(?<a>${CODE})\\s*(?:换|改|变)\\s*(?<b>${CODE})${END_ZH}`,
    "“$<a>”改成“$<b>”",
    /[换改变]\s*[a-z\d¥$]/u,
  ),
  rule(
    `${BEGIN}(?:把|将)?(?<x>(?!给|帮|让|为|背景|字体|颜色|我|它|你|标题|文字|再|另|就|想|要)[\\p{Script=Han}]{1,6}?)换一?${MEASURE}(?!颜色|字体|背景|风格|样式|地方|位置|说法|角度|姿势|表情|新|别|其|好|更|大|小)(?<y>[\\p{Script=Han}a-z]{2,10}?)(?<!的|背景|颜色)${END_ZH}`,
    "把$<x>换成$<y>",
    /换/u,
  ),
  rule(`${BEGIN}(?:把|将)?(?<x>大标|小标|${ROLE_ZH})\\s+(?<n>\\d{1,3}\\s?(?:px|pt|号))${END_ZH}`, "把$<x>字号改成$<n>", /\d/u),
  rule(
    `(?<=(?:英文|中文|日文|韩文)(?:都|全|全部)?(?:删|去)掉?),?\\s*(?:只|就)?(?:留|保留)下?(?:英文|中文|日文|韩文)(?:就好|就行)?${END_ZH}`,
    "掉",
    /留/u,
  ),
  rule("(?<=[删去])掉掉", "掉"),
  rule(`(?<!(?:由|从)[^,。;]{1,6})(?<=[\\p{Script=Han}a-z]{2})变(?=(?:纯)?${COLOUR}的?${END_ZH})`, "变成", /变/u),
  rule("(?<=,\\s*)改(?=(?:放|加|写|用|贴)(?:上|一?[个张行句]))", "", /,\s*改[放加写用贴]/u),
  rule(
    `${BEGIN}(?<x>(?!字|文字|标题|颜色|背景|整体|画面|图|照片|色调|天色)[\\p{Script=Han}a-z]{2,8}?)的?颜色(?:再|稍微|要|调|弄)*深(?:一?[点些]|一点点)${END_ZH}`,
    "$<x>暗一点",
    /颜色.*深/u,
  ),
  rule(
    `${BEGIN}(?:我|客户|老板|领导|甲方|他们|她|他)?(?:说|觉得|嫌|认为)?(?:这个|那个)?(?<a>${COLOUR})(?:实在)?(?:太|有点|不|很|过于|显)[^,。;]{1,5}了?,\\s*(?:帮我|请)*(?:改|换)(?:成|为)(?<b>${COLOUR})的?$`,
    "把$<a>改成$<b>",
    /,\s*(?:帮我|请)*[改换]/u,
  ),
];

export const SAID_SHORT_ZH: readonly Recasting[] = [...SLIPS.map(([slip, word]) => rule(slip, word)), ...AROUND, ...ORDERS];
