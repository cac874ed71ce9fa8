import { LANGUAGES } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const END_MARK = "(?=\\s*(?:$|[,.;!?]))";
/** What carries lettering without being it. */
const CARRIER_EN =
  "(?:(?:main |small |big |left |right |top |bottom )?(?:button|badge|sign|sticker|tag|banner|ribbon|stamp|plaque|card|bubble|callout|flag|poster|ticket|chalkboard|board|screen|cup|mug|bottle|jar|box|bag|t-?shirt|cap))";
const CARRIER_ZH =
  "(?:按钮|button|badge|banner|招牌|瓶子?|瓶身|杯子?|杯身|包装|盒子?|袋子?|标签|角标|徽章|贴纸|卡片|海报|门牌|牌子|路牌|横幅|屏幕|封面|衣服|t恤|帽子|墙上?|logo)";
/** Parts of the text beside which other lettering stands. */
const BESIDE_ZH = "(?:标题|副标题|title|headline|slogan|价格|cta)\\s*(?:下面|上面|上方|下方|旁边|后面|前面)的";
/** Latin words that name a thing even where lettering would stand. */
const THING = "(?!(?:logos?|icons?|qr|stickers?|badges?|buttons?|labels?|tags?|patterns?|text|slogans?|titles?|headlines?)(?![a-z]))";
const LATIN = `${THING}[a-z0-9][a-z0-9 '&!.%-]{0,30}?`;

const WHEN_ZH =
  "(?=[^,。;]*(?:[点时:月号日周年]|星期|礼拜|[明后]天|今[天晚]|[上下]午|早上|晚上|中午))[^,。;!\\s\\uE100-\\uE1FF][^,。;!\\uE100-\\uE1FF]{0,18}?";
const DAY_EN =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow|next|noon|midnight|the \\d|\\d)";

/** New wording where a time is put off: 时间改到晚上8点, "move the date to June 5". */
const MOVED_TIMES: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:请|麻烦|帮我)*(?:把|将)?(?<x>[^,。;\\s到\\uE100-\\uE1FF]{0,8}?(?:时间|日期|日子|档期|场次|期限))(?:统一|都)?(?:改期|提前|推迟|延后|延长|顺延|延期|改|挪|调整?|延|移|换|变更|变)(?:到|至)\\s*(?<t>${WHEN_ZH})${END_ZH}(?!,\\s*(?:原来|之前|原先|不是))`,
    "把$<x>改成“$<t>”",
    /[到至]/u,
  ),
];
const MOVED_TIMES_EN: readonly Recasting[] = [
  rule(
    `\\b(?:move|push|shift|bring|postpone|reschedule)(?: back| forward| up)? the (?<x>(?:[a-z]+ ){0,2}?(?:date|time|deadline|day|start|opening))(?: back| forward| up)? to (?<t>${DAY_EN}[^,;.!?]{0,24}?)${END_EN}`,
    "change the $<x> to “$<t>”",
  ),
];

/** What a carrier is to say, without quotes. */
const SAID: readonly Recasting[] = [
  rule(
    `\\b(?:make|have|let|get) (?<x>(?:the|our|that|this) ${CARRIER_EN})(?: to)? (?:say|read)s? (?<t>[^,.;:!?\\uE100-\\uE1FF]{1,50}?)(?: instead| please| now)?${END_MARK}`,
    "change $<x> text to “$<t>”",
    / (?:say|read)/u,
  ),
  rule(
    `${BEGIN_EN}(?:please )?rename (?:the|our|this) (?<x>(?!.*\\b(?:name|layer|file)\\b)[a-z]+(?: [a-z]+)?) (?:to|as|into) (?<t>[^,.;:!?\\uE100-\\uE1FF]{1,40}?)${END_MARK}`,
    "change the $<x> name to “$<t>”",
  ),
  rule(
    `${BEGIN_EN}(?:the|our|this) (?<x>(?!.*\\bname\\b)[a-z]+(?: [a-z]+)?) (?:is|will be|has been) (?:now )?(?:called|named|renamed(?: to)?) (?<t>[^,.;:!?\\uE100-\\uE1FF]{1,40}?)(?: now)?${END_MARK}`,
    "change the $<x> name to “$<t>”",
    /called|named/u,
  ),
  rule(
    `\\b(?:put|write|set) (?<x>the [a-z]+(?: [a-z]+)?) (?:in|into) (?<l>english|chinese|japanese|korean|french|german|spanish|russian|italian|portuguese)${END_EN}`,
    "translate $<x> into $<l>",
  ),
];
const SAID_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>(?!我|你|他|她|咱|公司)[\\p{Script=Han}]{1,6}?)改(?:名为|名叫|名成|名|叫|称)\\s*(?:为|叫|成)?\\s*(?<t>(?!了|一?下)[^,。;!\\s\\uE100-\\uE1FF][^,。;!\\uE100-\\uE1FF]{0,20}?)${END_ZH}`,
    "把$<x>名称改成“$<t>”",
    /改(?:名|叫|称)/u,
  ),
  rule(`(?<!翻)(?:翻|译)成(?=(?:${LANGUAGES})(?:$|[,。;!?\\s]))`, "翻译成"),
  rule(
    `(?:把|将)?(?<x>${BESIDE_ZH}|${CARRIER_ZH}\\s*(?:上面?|里面?|中|下面|上方|下方|旁边|后面|前面)的)\\s*(?<a>${LATIN})\\s*(?<v>改成|换成|改为|换为|变成|替换成|替换为)\\s*(?=\\S)(?!${COLOUR}(?:$|[,。;的]))`,
    "把$<x>“$<a>”$<v>",
    /的\s*[a-z0-9]/u,
  ),
];

/** 标题里不要有“最”字, "I don't want 'only' in the title anymore". */
const UNWANTED: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:and |but |also )*(?:(?:i|we|they|you) )?(?:do not|don'?t|no longer) (?:really )?(?:want|need|like) (?:the )?(?:words? |text )?(?<q>${Q}) (?:in|on|at) (?:the|our|that|this) [a-z]+(?: [a-z]+)?(?: any ?more| any longer| now)?${END_EN}`,
    "remove $<q>",
  ),
];
const UNWANTED_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}[\\p{Script=Han}]{1,6}(?:里面?|上面?|中)(?:不要|别|不能|不该|不应该|不可以|不许)(?:再)?(?:有|出现|写|带|用|含)\\s*(?<q>${Q})\\s*(?:这?[一二两三四五几]?个?字(?:眼)?|这?个?词)?(?:了)?${END_ZH}`,
    "去掉$<q>",
  ),
];

/** Letters that run downwards: how is said behind the order. */
const DOWNWARDS_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?<a>[^,。;\\uE100-\\uE1FF]{0,12}?)(?:竖着|竖排|竖向|纵向)(?:地|着)?\\s*(?<v>写上?|添加|加上?|放上?|打上)\\s*(?<b>[^,。;\\uE100-\\uE1FF]{0,8}${Q}[^,。;\\uE100-\\uE1FF]*)`,
    "$<a>$<v>$<b>，竖排",
    /[竖纵]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<a>[^,。;\\uE100-\\uE1FF]{0,12}?)(?<v>写上?|添加|加上?|放上?|打上)(?<m>一?[行列句个串]?)(?:竖排|竖向|竖着)的?(?:文字|字)?\\s*(?<b>${Q}[^,。;\\uE100-\\uE1FF]*)`,
    "$<a>$<v>$<m>$<b>，竖排",
    /[竖纵]/u,
  ),
];
const DOWNWARDS_EN: readonly Recasting[] = [
  rule(`\\b(?<a>(?:add|write|put|place|set) [^,.;]*?${Q})\\s+vertically(?<b>[^,.;]*)`, "$<a>$<b>, vertical text"),
];

/** 加一句“…”放在瓶子上方: added there. */
const ADDED_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:请|麻烦|帮我|给我|再)*(?<v>加上?|添加|增加|写上?|来)(?<m>(?:一?[个句行段条]|文字|字|广告语|口号|标语|文案|小字|slogan)*)\\s*(?<q>${Q})\\s*(?<k>标签|角标|字样|几个字)?\\s*,?(?:放置?|摆|写|置|排|位置)在?到?(?<p>(?!大|小)[^,。;\\uE100-\\uE1FF]{1,12}?)${END_ZH}`,
    "在$<p>$<v>$<m>$<q>$<k>",
    /[放摆置排]/u,
  ),
];

/** A piece of new wording that goes on behind its commas. */
const STYLE_EN = `(?:(?:in|at|on|with|under|below|above|near|to|and make|make|please|pls|thanks|bold|italic|small|big|large|tiny|cent(?:er|re)d?|top|bottom|left|right|upper|lower|same|same font|no|not|keep|remove|delete|change|add|put|then|crop|use|white|black|\\d+ ?px|size|font)(?![a-z])|${COLOUR}(?![a-z]))`;
const STYLE_ZH = `(?:字|颜色|加粗|粗体|斜体|居中|字号|字体|大|小|放|用|[左右上下中顶底][侧边上下角部方间]|靠|改|换|把|将|删|去|不|别|其[他它余]|保持|位置|要|再|并|然后|同时|背景|竖|横|${COLOUR})`;
const GOES_ON: readonly Recasting[] = [
  rule(
    `^(?<a>(?:please )?(?:add|write|put|insert) (?:an? |the |some )?(?:[a-z]+ )?(?:tagline|caption|line|slogan|sub-?title|headline|title|text|copy|motto|sentence|note)(?: [a-z ]{2,24}?)?\\s*:\\s*)(?<t>[^,.;:!?\\uE100-\\uE1FF]{1,40}(?:,\\s*(?!${STYLE_EN})[^,.;:!?\\uE100-\\uE1FF]{1,30}){1,3})[.!]?$`,
    "$<a>“$<t>”",
    /:[^,]*,/u,
  ),
  rule(
    `^(?<a>(?:please )?(?:write|add|put) (?:at|on|in) the [a-z ]{2,16})\\s*:\\s*(?<t>[^,.;:!?\\uE100-\\uE1FF]{1,40}(?:,\\s*(?!${STYLE_EN})[^,.;:!?\\uE100-\\uE1FF]{1,30}){1,3})[.!]?$`,
    "$<a> “$<t>”",
    /:[^,]*,/u,
  ),
];
const GOES_ON_ZH: readonly Recasting[] = [
  rule(
    `^(?<a>[^,。;:\\uE100-\\uE1FF]{0,10}?(?:加上?|写上?|添加|加入)(?:一?[句行个段条])?(?:口号|标语|广告语|文字|字|slogan|副?标题|小字|文案|祝福语|宣传语)?\\s*:\\s*)(?<t>[^,。;:!?\\uE100-\\uE1FF]{1,20}(?:,\\s*(?!${STYLE_ZH})[^,。;:!?\\uE100-\\uE1FF]{1,20}){1,3})[。!]?$`,
    "$<a>“$<t>”",
    /:[^,]*,/u,
  ),
];

export const WORDING_TALK_EN: readonly Recasting[] = [...GOES_ON, ...MOVED_TIMES_EN, ...SAID, ...UNWANTED, ...DOWNWARDS_EN];
export const WORDING_TALK_ZH: readonly Recasting[] = [
  ...GOES_ON_ZH,
  ...MOVED_TIMES,
  ...SAID_ZH,
  ...UNWANTED_ZH,
  ...DOWNWARDS_ZH,
  ...ADDED_ZH,
];
