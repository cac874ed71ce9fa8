import { ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { Q, type Recasting, rule } from "../recasting.ts";
import { VERB_EN } from "../shared-words.ts";

const DEED = "(?:remove|delete|erase|change|replace|删|去掉|去除|移|抹|擦|p掉|换|改|加|调|放大|缩小|变)";

/** Greetings in front of an order, and politeness in the middle of it. */
const POLITE: readonly Recasting[] = [
  rule("^(?:师傅|美工|小哥哥?|小姐姐|宝子?们?|姐妹们?|兄弟们?|设计师)[,!~]\\s*(?=请|帮|麻烦|把|将|删|去|加|换|改)", ""),
  rule(
    "^(?:legal|marketing|sales|compliance|(?:the |our |my )?(?:client|boss|team|manager|customer|brand|lawyer|printer)s?) (?:says?|thinks?|feels?|wants us to|insists?|reckons?|told us)(?: that)? (?=(?:the|our|this) .*\\b(?:should|must|needs? to|has to)\\b)",
    "",
  ),
  rule("^(?:hey|hi|hello|dear|morning|good morning)(?: [a-z]+){1,2}\\s*[,!.]\\s*(?=.{8})", ""),
  rule("^(?:麻烦|请|劳烦|拜托)?(?:各位|大家|小伙伴们?|同学们?|老师们?|亲们?)(?:帮忙|帮我)?[,!~]?\\s*(?=把|将|给|帮|删|换|改|加)", ""),
  rule(`(?<=[^,。;\\s把将]\\s?)(?:帮我|帮忙|麻烦(?:你|您)?|劳烦)\\s*(?=(?:都|全部|再|给)?${DEED})`, ""),
  rule(`(?<=(?:^|[,.;]\\s?|\\band )${VERB_EN}\\s)(?:please|pls|plz|kindly)\\s+(?=the|this|that|my|our|all|${Q})`, ""),
  rule(
    `(?<=\\w)\\s+(?:so )?(?=(?:can|could|would) (?:you|u|we) (?:please |pls |just )?${VERB_EN}\\b(?=.*\\b(?:it|this|that|them|the)\\b))(?<!\\b(?:if|wondering|how|and|or|so)\\s+)`,
    ", ",
  ),
  rule("\\b(?<v>cool|warm|brighten|tone|lighten|sharpen|soften) (?:it|this|that|things|them) (?<p>down|up)\\b", "$<v> $<p>"),
];

const NOT_A_THING =
  "(?!(?:when|if|unless|whenever|once|while|although|it|this|that|there|everything|we|i|they|you|he|she|what|legal|marketing|(?:the |our |my )?(?:client|boss|team|manager|customer|brand|lawyer|printer)s?)\\b)";
const BEGUN = "(?:^|(?<=[.;!]\\s))(?!(?:please |pls )?(?:change|make|set|add|put|keep|if)\\b)";
const SAID_OF = "(?:is|are|isn't|isnt|aren't|looks?|feels?|seems?|gets?|reads?|doesn't|don't|stands?|sticks?|hides?|has|can't|cannot)";

/** "X is hard to read, make it white": *it* is X. */
const THAT_IS_IT: readonly Recasting[] = [
  rule(
    "(?<![^,。;\\s])背景(?:太|有点|过于|很|显得|不够)[^,。;]{1,6},\\s*(?:请|帮我|麻烦)*(?:把它)?(?<v>换成|改成|换为|改为)",
    "把背景$<v>",
  ),
  rule(
    `${BEGUN}${NOT_A_THING}(?<t>(?:(?:the |our |this |that |my )?[a-z]+(?: [a-z]+){0,2}?|(?:the )?${Q}(?: [a-z]+)?)) ${SAID_OF} [^,.;\\uE100-\\uE1FF]{2,60}[,;.-]+\\s*(?:so |please |pls |plz |can you |could you |would you |maybe |just |and )*(?<v>make|set|turn|move|remove|delete|erase|recolou?r|paint|enlarge|shrink|shift|swap|replace) (?:it|them|that)\\b`,
    "$<v> $<t>",
  ),
  rule(
    `(?<![^,。;\\s])(?:(?:这|那)(?:个|行|句|条|些)?)?(?<t>(?!把|将|客户|老板|整体|图|画面|照片|背景|这|那|我)[^,。;\\s\\uE100-\\uE1FF]{1,12}?|${Q})(?:(?:太小|太细|太淡)了?|有点|实在|都|根本|完全|几乎)?(?:看不清楚?|看不见|看不到|读不清|不清楚|不清晰|不够清楚|不明显|不显眼|不够显眼|不够明显|不够突出|很碍眼|碍眼|很难读|很难看清?)(?:了)?,\\s*(?:把它|将它|请|麻烦)*(?<v>改成|换成|变成|改为|加粗|放大|调大|调亮|改用)`,
    "把$<t>$<v>",
  ),
  rule(
    "(?<![^,。;\\s])(?:那|这)?(?:[个只把张条件])?(?<t>(?!把|将|客户|老板|整体|我)[^,。;\\s\\uE100-\\uE1FF]{1,10}?)(?:很|太|有点|挺|好)(?:碍眼|突兀|丑|难看|多余|抢镜|乱|脏|显眼)了?,\\s*(?:请|麻烦|直接)*(?:把它)?(?<v>删掉|去掉|移除|删除|p掉|擦掉|删了)(?:它)?",
    "把$<t>$<v>",
  ),
];

const NO_TEXT_END = `(?![^,。;]*(?:字|文字|标题|文案|水印|图案|花纹|线|脚印|${ROLE_ZH})(?:$|[,。;]))`;
const HANDLE = "(?:handle|账号|用户名|微博|小红书|抖音|ins|instagram)";

/** Wording without quotes that only its announcement marks as such: 补一句 限购2件, a handle. */
const ANNOUNCED: readonly Recasting[] = [
  rule(
    `(?:加|写|添|补)(?:上)?(?:一)?[行句](?<c>${COLOUR})的?(?:文字|字)\\s*:\\s*(?<w>[^,。;\\uE100-\\uE1FF]{2,40}?)(?=$|[,。;])`,
    "加上$<c>字“$<w>”",
    /[行句]/u,
  ),
  rule("小小(?:地|的)?(?<v>放|加|写|标|印)(?:上)?(?:一?个|一?行)?\\s*", "$<v>上小字 "),
  rule(
    `(?:我们?的?|our |the |my )?(?:${HANDLE}\\s*(?:是|:|为)?\\s*)?(?<![\\w“"'.])(?<w>@[a-z0-9_][\\w.]{1,40})(?![\\w.])(?=\\s*(?:$|[,。;!]|放|改|换|→|->|=>|\\b(?:at|in|on|to|with|bottom|top|small|under|below|centered|white|black)\\b))`,
    "“$<w>”",
  ),
  rule(
    `(?:补|加|写|添|放|印|打)(?:上|个)?(?:一)?(?:句话?|行)\\s*[:]?\\s*(?<w>${NO_TEXT_END}(?!英文|中文|英语|(?:${ROLE_ZH})|小字|大字|字|文字|话|文案|说明|备注|[^,。;]{1,6}色|\\uFF1A|:)[^,。;\\s\\uE100-\\uE1FF][^,。;\\uE100-\\uE1FF]{2,40}?)(?=$|[,。;])`,
    "加上“$<w>”",
  ),
];

const WRONG_ZH =
  "(?:(?:日期|地址|名字|姓名|电话|号码|标题|价格|店名|时间|[^,。;\\uE100-\\uE1FF]{0,8}?)(?:写|打|印|弄|搞)?(?:错了|错|不对|有误),\\s*)";
const OUGHT_ZH = "(?:应该?(?:是|为|写成?)|正确的?是)";
const NEW_ZH = `(?<b>(?!${COLOUR})[^,。;\\uE100-\\uE1FF]{1,40}?)`;
const OLD_ZH = `(?<a>(?!${COLOUR})[^,。;\\uE100-\\uE1FF]{1,40}?)`;

/** 应该是A，不是B, where a mistake in the wording is what is spoken of: said so, by the part of the text, or by figures in both. */
const CORRECTIONS: readonly Recasting[] = [
  rule(
    `(?<a>${Q}) (?:is|was) (?:wrong|a typo|misspel(?:t|led)|spel(?:t|led) wrong|incorrect|not right)\\s*[,;:-]+\\s*(?:it )?should (?:be|say|read)\\s*(?<b>${Q})`,
    "change $<a> to $<b>",
  ),
  rule(
    `(?<![^,。;\\s])(?=[^。;]{0,80}不(?:应该)?是)${WRONG_ZH}[^,。;]{0,6}?${OUGHT_ZH}\\s*${NEW_ZH}\\s*,?\\s*(?:而)?不(?:应该)?是\\s*${OLD_ZH}(?=$|[,。;])`,
    "把“$<a>”改成“$<b>”",
    /不(?:应该)?是/u,
  ),
  rule(
    `(?<![^,。;\\s])(?=[^。;]{0,80}不(?:应该)?是)(?:${ROLE_ZH})${OUGHT_ZH}\\s*${NEW_ZH}\\s*,?\\s*(?:而)?不(?:应该)?是\\s*${OLD_ZH}(?=$|[,。;])`,
    "把“$<a>”改成“$<b>”",
    /不(?:应该)?是/u,
  ),
  rule(
    `(?<![^,。;\\s])(?=[^。;]{0,80}不(?:应该)?是)(?:${WRONG_ZH})?(?:${ROLE_ZH})?不(?:应该)?是\\s*(?<a>[^,。;\\uE100-\\uE1FF]*\\d[^,。;\\uE100-\\uE1FF]*?)\\s*,\\s*(?:而)?(?:${OUGHT_ZH}|是)\\s*(?<b>[^,。;\\uE100-\\uE1FF]*\\d[^,。;\\uE100-\\uE1FF]*?)(?=$|[,。;])`,
    "把“$<a>”改成“$<b>”",
  ),
  rule(
    "(?:^|(?<=[.;]\\s))(?:the |our )?(?:address|name|date|time|phone(?: number)?|price|title|headline|venue|e-?mail|url|website|handle)(?: is| are|'s)? (?:wrong|off|incorrect|not right)\\s*[,;:-]+\\s*(?:it )?should (?:be|say|read) (?<b>[^,;.\\uE100-\\uE1FF]{1,40}?),? not (?<a>[^,;\\uE100-\\uE1FF]{1,40}?)(?=[.,;]|$)",
    "change “$<a>” to “$<b>”",
  ),
  rule(
    "(?:^|(?<=[.;]\\s))(?:the |our )?(?:address|name|date|time|phone(?: number)?|price|title|headline|venue|e-?mail|url|website|handle) (?:should|must|ought to|needs to) (?:be|say|read) (?<b>[^,;\\uE100-\\uE1FF]*[\\d@][^,;\\uE100-\\uE1FF]*?),? (?:and )?not (?<a>[^,;\\uE100-\\uE1FF]*[\\d@][^,;\\uE100-\\uE1FF]*?)(?=[,;]|\\.?$|\\.\\s)",
    "change “$<a>” to “$<b>”",
  ),
  // A colour is no wording: 杯子应该是蓝色，不是绿色.
  rule(
    `(?<p>(?:应该?是|should be |must be )${COLOUR}),?\\s*(?:而不是|不是|and not |not )(?:the )?${COLOUR}(?=$|[,。;.])`,
    "$<p>",
    /不是|not /u,
  ),
];

/** One thing in the place of another, and the pieces a second order leaves unsaid. */
const TRADES: readonly Recasting[] = [
  rule("^(?:just|only) (?:the )?(?<x>[a-z]+(?: [a-z]+)?),\\s*(?<v>paint|make|turn|colou?r|recolou?r) (?:it|them) ", "$<v> the $<x> "),
  rule(
    `(?<c>${COLOUR}),? (?:with|in) an? (?=(?:matte?|glossy?|high-gloss|satin|frosted|metallic|velvet|brushed)(?: [a-z]+)?(?:$|[,.;]))`,
    "$<c>, ",
    /(?:with|in) an? /u,
  ),
  rule(
    "(?<=^|[,.;]\\s?|\\b(?:please|pls|and|you|to)\\s)(?:swap|exchange|trade|switch)(?: out)? (?<a>[^,;\\uE100-\\uE1FF]+?) for (?<b>(?:an? |the |some )?[^,;\\uE100-\\uE1FF]+? (?:with|in|on) )",
    "replace $<a> with $<b>",
  ),
  rule("(?:换|改)一?[个张]?背景,\\s*(?:给它|换|要|用)?(?:一?个)?(?<c>[^,。;]{1,8}?色)的(?=$|[,。;])", "把背景换成$<c>"),
  rule(
    `\\b(?:add|put|write|insert|place) (?<a>${Q})(?<p>[^,;.\\uE100-\\uE1FF]*?)\\s*,?\\s*\\b(?:and|then)(?: then)? (?:right |just |directly )?(?:below|under|underneath|beneath) (?:it|that|this),?\\s*(?:add |put |write |place )?(?<b>${Q})`,
    "add $<a>$<p>, add $<b> below it",
  ),
];

const PRICE_EXCEPT: readonly Recasting[] = [
  rule("(?<=\\bprices? [^.;,]{0,30}),? but not (?=the |our |my |for )", " except for "),
  rule(
    "(?<p>[^,。;]*(?:价格|价钱|价|商品|菜品)[^,。;]*(?:折|%|元|块)[^,。;]*),\\s*(?<x>(?![^,。;]{0,6}(?:字|颜色|位置|大小|样式|排版|格式|风格|背景|布局|粗细|logo|图|货币|符号|单位|其[他它余]|别的))[^,。;]{1,12}?)(?:除外|不算|不打折|不变|不参加|不参与|不涨|不降)(?=$|[,。;])",
    "除了$<x>外$<p>",
    /除外|不算|不打折|不变|不参|不涨|不降/u,
  ),
  rule(
    "(?<![^,。;\\s])除了?(?<x>[^,。;]{1,12}?)(?:以外|之外|外)?,\\s*(?=(?:其他|其余|别的)?(?:的)?(?:所有|全部|全场)[^,。;]*(?:价|商品|菜))",
    "除了$<x>外",
  ),
  rule("^[^.;\\uE100-\\uE1FF]*?\\bso (?=(?:take|knock|raise|lower|cut|reduce|increase|drop) [^.;]*\\bprices?\\b)", ""),
];

/** The same order in the words the grammar knows. */
const PLAINER: readonly Recasting[] = [
  rule(
    "(?<![^,。;\\s])除了?(?<x>[^,。;]{1,14}?)(?:以外|之外|外)?,\\s*(?:其[他它余]|别的)?的?(?:所有|全部)?的?(?:文字|字|文案)(?:都|全部|全)*(?:删掉|去掉|删除|移除|清除|删了|不要了?)",
    "删除除了$<x>以外的所有文字",
  ),
  // Coordinates: no comma between clauses.
  rule(
    "(?<=\\b(?:move|shift|put|place|drag) [^.;]{1,40} to )\\(?(?:x ?= ?)?(?<x>-?\\d+)(?:px)?\\s?,\\s?(?:y ?= ?)?(?<y>-?\\d+)(?:px)?\\)?",
    "$<x> x $<y>",
  ),
  rule("(?<=[移放挪](?:动)?到)\\s*(?:坐标)?\\(?(?:x ?= ?)?(?<x>-?\\d+)\\s?,\\s?(?:y ?= ?)?(?<y>-?\\d+)\\)?", "画面外$<x>x$<y>"),
  rule("(?:大概|大约|差不多|约)(?=占)", ""),
  rule("(?<=把我?[^,。;]{0,8}(?:图层|图片?|照片|素材))(?:当(?:作|成|做)?|作为|用作|做)(?:一?个)?(?=logo|标志|水印|徽标|角标|贴纸)", "的"),
  rule(",\\s*(?:图片?|素材|参考图?)(?:就?在|是|用)(?<l>第.{1,2}个?图层|另一个图层)", "($<l>)"),
  rule("(?<![^,。;\\s])只(?:改|动|换)(?<x>[^,。;\\uE100-\\uE1FF]{1,8}?),\\s*(?=(?:换成|改成|变成|改为|换为))", "把$<x>"),
];

/** What people say around and in an order, over and above `RECASTINGS`; before them, in this order. */
export const SPOKEN: readonly Recasting[] = [
  ...POLITE,
  ...THAT_IS_IT,
  ...CORRECTIONS,
  ...ANNOUNCED,
  ...TRADES,
  ...PRICE_EXCEPT,
  ...PLAINER,
];
