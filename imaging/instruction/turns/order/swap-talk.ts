import { BEARER_EN, PERSON_EN } from "../../lexicon/bearers.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_EN, BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { NO_STYLE, TO } from "../shared-words.ts";

/** A sign of unquoted wording: a stop or comma only inside a number, an address or an abbreviation. */
const W = "(?:[^,.;!?\\n\\uE100-\\uE1FF]|[.,!?](?=[\\w@])|(?<=\\b(?:dr|mr|mrs|ms|st|no|inc|ltd|co|vs|prof))\\.)";
/** As `END_EN`, but a stop inside a number or behind Dr ends nothing. */
const END_EN = "(?=\\s*(?:$|[;!?]|(?<!\\d),|,(?!\\d)|(?<!\\b(?:dr|mr|mrs|ms|st|prof))\\.(?!\\w)|\\b(?:and|but|please|pls)\\b))";
const NOUN = "(?:the |our |my |this |that |all |every |each )*(?:[a-z-]+ ){0,3}?[a-z-]+";
const VERB = "(?:change|replace|swap|update|switch|correct|edit|set|turn|fix|modify|amend)";

/** What should be read in place of what: "should show A instead of B", "is now A rather than B", "currently says B". */
const OUGHT: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:please )?(?:make |have |let |get )?(?!make|have|let|get|change)${NOUN} (?:should (?:now )?|must (?:now )?|needs to |has to |to )?(?:say|read|show|display)s? ${NO_STYLE}(?<b>${W}{1,40}?) (?:instead of|rather than|in place of|and not|not) (?:the )?(?<a>${W}{1,40}?)${END_EN}`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `${BEGIN_EN}(?:the |our |my )?(?:[a-z]+ ){0,2}?(?:${ROLE_EN}|${PERSON_EN}) (?:is|are|will be|should be)(?: now)? ${NO_STYLE}(?<b>${W}{2,40}?)(?: (?:rather than|instead of|and not|not)| ?, (?:not|no longer|formerly|previously|it (?:currently|still|now) (?:says|reads|shows)|(?:it )?(?:was|used to be))) (?<a>${W}{2,40}?)${END_EN}`,
    "change “$<a>” to “$<b>”",
    /rather|instead|not|no longer|formerly|previously|says|reads|shows|was|used/u,
  ),
  rule(
    `${BEGIN_EN}(?<x>(?:the |our |my )?(?:new )?(?:[a-z]+ ){0,2}?(?:${ROLE_EN})) (?:is|are) now (?=[^,;]*[\\d@]|${Q})(?=[^\\s])(?!too\\b|not\\b|very\\b)`,
    "change $<x> to ",
    / now /u,
  ),
  rule(
    `${BEGIN_EN}(?!(?:i|we|you|it)\\b)(?<a>${Q}|(?=${W}*\\d)${W}{2,40}?) (?:needs?|wants?|has|have|requires?) (?:to be )?(?:updat|chang|correct|switch|amend|bump|chang|replac|swapp)(?:ing|ed|e) (?:to|into|with|for) (?=\\S)`,
    "change $<a> to ",
  ),
];

/** Several pairs under one verb, and pairs said crosswise. */
const NO_TONE =
  "(?!(?:the )?(?:brightness|contrast|saturation|exposure|warmth|sharpness|highlights|shadows|opacity|(?:font )?size|font|colou?r)\\b)";
const PAIR = `${NO_TONE}(?:(?!\\b(?:and|to|with|for|into|by)\\b)${W}){1,30}?`;
/** What follows "and" is an order of its own, not the first half of another pair. */
const NO_ORDER = "(?!(?:move|make|put|keep|add|remove|delete|bring|shift|align|cent(?:er|re)|bump|nudge|rotate|turn|set)\\b)";
const PAIRS: readonly Recasting[] = [
  rule(
    `\\b(?<v>${VERB}) (?!(?:the |our |my )?(?:${ROLE_EN}|background|bg)\\b)(?<a>${PAIR}) (?<t>${TO}) ${NO_STYLE}(?<b>${PAIR})(?:,? and|,|;) ${NO_ORDER}(?<c>${PAIR}) \\k<t> (?<d>${PAIR})(?:,? and|,) (?<e>${PAIR}) \\k<t> (?<f>${PAIR})${END_EN}`,
    "$<v> “$<a>” $<t> “$<b>”, $<v> “$<c>” $<t> “$<d>”, $<v> “$<e>” $<t> “$<f>”",
  ),
  rule(
    `\\b(?<v>${VERB}) (?!(?:the|our|my|her|his|this|that|all|every)\\b)(?<a>${PAIR}) (?<t>${TO}) ${NO_STYLE}(?<b>${PAIR})(?:,? and|;) (?!(?:the|our|my|her|his|this|that|all|every|it|them)\\b)${NO_ORDER}(?<c>${PAIR}) \\k<t> ${NO_STYLE}(?<d>${PAIR})${END_EN}`,
    "$<v> “$<a>” $<t> “$<b>”, $<v> “$<c>” $<t> “$<d>”",
  ),
  rule(
    `\\b(?<v>${VERB}) (?<a>${PAIR}),? and (?<b>${PAIR}) (?<t>${TO}) ${NO_ORDER}(?<c>${PAIR}),? and (?<d>${PAIR}),? (?:respectively|in that order)`,
    "$<v> $<a> $<t> $<c>, $<v> $<b> $<t> $<d>",
  ),
];

/** Where the wording stands, said before or behind: on the sign, in the shipping note. */
const BEARER = `(?:the|our|this|that|her|his|my) (?:[a-z]+ ){0,2}?(?:${BEARER_EN})`;
const PLACED: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:in|on|at|under|for) ${BEARER}\\s*,?\\s*(?:please |pls |just |could you |can you )*(?=${VERB} (?:the )?(?=${W}*\\d|${Q}|[^a-z]))`,
    "",
  ),
  rule(
    `(?<=\\b${VERB} (?!the\\b|our\\b|my\\b|her\\b|his\\b)(?:${W}|${Q}){1,40}? ${TO} (?:${W}|${Q}){1,30}?) (?:in|on|at|of|under|inside) ${BEARER}${END_EN}`,
    "",
  ),
  rule(
    `${BEGIN_EN}(?:(?:edit|update|change|fix|correct|amend|modify) )?(?:the |our |my )?(?<x>${ROLE_EN}|${BEARER_EN})(?: text| copy)?\\s*:\\s*(?<a>${Q})\\s*(?:to|into|with|becomes|->|=>|→)\\s*(?<b>${Q})`,
    "change the $<x> $<a> to $<b>",
  ),
];

const ROLE = `(?:the |our |my )?(?:new )?(?<x>(?:[a-z]+ )?(?:${ROLE_EN}|${BEARER_EN}))`;
const CUT = "(?:delete|remove|scrap|lose|drop|cut|kill|erase|take out|strike|get rid of)";
/** The new wording of a quoted one or of a role, said the other way round or with no verb of change. */
const TURNED: readonly Recasting[] = [
  rule(`${BEGIN_EN}make (?<a>${Q}) (?<b>${Q})${END_EN}`, "change $<a> to $<b>"),
  rule(`${BEGIN_EN}(?<a>${Q}) (?:is|are) (?:now|really|actually) (?<b>${Q})${END_EN}`, "change $<a> to $<b>"),
  rule(`${BEGIN_EN}(?:it(?:'s| is) )?not (?<a>${Q}),? but (?<b>${Q})${END_EN}`, "change $<a> to $<b>"),
  rule(
    `${BEGIN_EN}${CUT} (?<a>${Q})\\s*(?:,|;|and|then)+(?: then)? (?:put|use|write|have|say) (?:in )?(?<b>${Q})(?: instead)?${END_EN}`,
    "change $<a> to $<b>",
  ),
  rule(`${BEGIN_EN}(?<a>${Q}) (?:goes |go )?out(?:,|;| and)? (?<b>${Q}) (?:comes |goes |go )?in${END_EN}`, "change $<a> to $<b>"),
  rule(
    `\\b(?:search|look) for (?<a>${Q}),? and (?:replace|swap|change|substitute) (?:it |them |that )?(?:with|to|by|for) `,
    "change $<a> to ",
  ),
  rule(
    `${BEGIN_EN}${ROLE}\\s*(?:=|,\\s*(?:please )?(?:change|switch|update|set) (?:it )?to|\\s-+ (?:change|switch|update|set) (?:it )?to)\\s*(?=${Q})`,
    "change the $<x> to ",
  ),
  rule(`${BEGIN_EN}(?:could|can|should|would|may) ${ROLE} (?:please )?(?:say|read|show|be) (?=${Q})`, "change the $<x> to "),
  rule(`${BEGIN_EN}(?:for|as) ${ROLE},? (?:please )?(?:write|use|put|have|set|take) (?<b>${Q})${END_EN}`, "change the $<x> to $<b>"),
  rule(
    `${BEGIN_EN}(?:put|write|have|take|set|with|use(?= ${Q} as ))?\\s*(?<b>${Q}) (?:as|for) ${ROLE}${END_EN}`,
    "change the $<x> to $<b>",
    / (?:as|for) /u,
  ),
  rule(
    `${BEGIN_EN}(?:the |our |my )new (?<x>(?:[a-z]+ )?(?:${ROLE_EN})) (?:is|are|should be|will be|reads|says) (?=${Q})`,
    "change the $<x> to ",
  ),
  rule(`\\bchange what (?<x>(?:the|our|this) [a-z ]{2,20}?) (?:says|reads) (?:in)?to `, "change $<x> to "),
  rule("\\b(?:rephrase|reword|retitle|relabel|re-?write) (?=.* (?:as|to|into) )", "change "),
];

/** "swap the date for 21 March and the venue for Town Hall": the verb stands before the first only. */
const WITH_NOTHING = rule(
  `\\b(?:replace|swap)(?: out)? (?<x>${Q}|the [a-z ]{2,24}?) (?:with|for|by) (?:nothing|(?:an? )?(?:blank|empty string))${END_EN}`,
  "remove $<x>",
  /nothing|blank|empty/u,
);
const BOTH_SWAPPED = rule(
  `\\b(?:swap|replace|exchange)(?: out)? (?<a>(?:the |our )?(?:${ROLE_EN})) (?<p>for|with) (?<x>[^.;,]+?),? and (?<b>(?:the |our )?(?:${ROLE_EN})) (?:for|with) `,
  "replace $<a> with $<x>, replace $<b> with ",
  /\b(?:swap|replace|exchange)\b.* and /u,
);
export const SWAP_TALK_EN: readonly Recasting[] = [WITH_NOTHING, BOTH_SWAPPED, ...PLACED, ...OUGHT, ...TURNED, ...PAIRS];

const WORD = "[^,。;:\\s\\uE100-\\uE1FF]";
const TURN = "(?:改|换|变|更新|替换|调整|修改|更改)(?:成|为|做)";
const NUMBERED = "[a-z\\d一二三四五六七八九十甲乙丙丁东南西北]{1,4}";
const UNIT =
  "(?:厅|馆|号|楼|层|室|座|区|栋|班|组|幢|门|口|站|路|街|期|章|节|届|季|版|档|级|线|票|课|册|卷|营|队|厂|场|店|台|路口|号楼|单元|号线|号馆|年级|学期)";

export const SWAP_TALK_ZH: readonly Recasting[] = [
  // A厅改成C厅: two of a numbered kind.
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:原来的)?(?<a>第?${NUMBERED}(?<u>${UNIT}))\\s*${TURN}(?<b>第?${NUMBERED}\\k<u>)${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
  // A、B改成C、D
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<a>${WORD}{1,12}?|${Q})\\s*、\\s*(?<b>${WORD}{1,12}?|${Q})\\s*(?:分别|依次|各自)?${TURN}\\s*(?<c>${WORD}{1,12}?|${Q})\\s*、\\s*(?<d>${WORD}{1,12}?|${Q})${END_ZH}`,
    "把$<a>改成$<c>，把$<b>改成$<d>",
    /、.*、/u,
  ),
  // A不要了，写B; A其实是B
  rule(
    `(?:把|将)?(?<a>${Q})\\s*(?:这[个句几行段]\\S{0,3}?)?(?:都)?(?:不要|不用|去掉|删掉|删除|撤掉|去了|删)(?:了|吧)?\\s*,?\\s*(?:直接|就|请|重新)*(?:改写|写|用|放|改用|换写|改|换)(?:上|成|为)?\\s*(?<b>${Q})`,
    "把$<a>改成$<b>",
  ),
  rule(
    `${BEGIN_ZH}[^,。;\\uE100-\\uE1FF]{0,10}?(?<a>${Q})\\s*(?:其实|实际上?|正确的?|准确的?|应该?|本来)+(?:上|应该?)*(?:是|为|叫|写)\\s*(?<b>${Q})(?:\\s*,\\s*(?:请|麻烦|帮忙|帮我)*(?:改|更正|订正|修正|修改|纠正)(?:一?下|过来)?)?`,
    "把$<a>改成$<b>",
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[\\p{Script=Han}]{2,8}?)\\s*${TURN}\\s*(?<b>[^,。;\\uE100-\\uE1FF]{1,20}?)\\s*,\\s*(?:原来|之前|原先|目前|现在|图上|上面|本来)(?:的|写)*(?:是|写的?是?|为)\\s*(?<a>[^,。;\\uE100-\\uE1FF]{1,20}?)${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
  rule(
    `${BEGIN_ZH}不(?:要|用|写)\\s*(?<a>${Q})\\s*(?:了)?\\s*,\\s*(?:就|请|直接)*(?:要|用|写|改|换)(?:成|为|用)?\\s*(?<b>${Q})${END_ZH}`,
    "把$<a>改成$<b>",
  ),
  rule(
    `${BEGIN_ZH}(?:用|让|以)?\\s*(?<b>${Q})\\s*(?:去|来)?(?:代替|取代|替代|顶替|替掉|换掉)(?:掉|了)?\\s*(?<a>${Q})${END_ZH}`,
    "把$<a>改成$<b>",
  ),
  rule(`(?<a>${Q})\\s*(?:由|被|用|让)\\s*(?<b>${Q})\\s*(?:来)?(?:代替|替换|取代|替代|替|换掉)(?:掉|了)?${END_ZH}`, "$<a>改成$<b>"),
  rule(`${BEGIN_ZH}(?<x>${ROLE_ZH})\\s*(?:就)?(?:是|改|换)\\s*(?=${Q}\\s*(?:吧|$|[,。;!]))`, "$<x>改成"),
  rule(
    `${BEGIN_ZH}(?:用|拿|以|把|将)\\s*(?<b>${Q})\\s*(?:来)?(?:做为?|当作?|作为|当成|做成|设为)(?:新的?)?(?<x>${ROLE_ZH})${END_ZH}`,
    "$<x>改成$<b>",
  ),
  rule(
    "(?<=[\\p{Script=Han}\\w\\uE100-\\uE1FF]\\s?)(?<!我们?|他|她|客户|老板)(?:想要?|希望|打算|准备|计划|建议)(?:能)?(?=(?:改|换|变|更新|调整|修改|替换)(?:成|为))",
    "",
  ),
  rule(`(?<=${ROLE_ZH})(?:这里|这儿|这边|那里|那边|那儿|这块|那块|这处|那处)(?=(?:改|换|变|更新|写)(?:成|为))`, ""),
  // 让横幅写“…”, 副标题能不能改成…
  rule(`(?:让|使|叫)(?<x>[^,。;\\uE100-\\uE1FF]{1,10}?)(?:上面?|里)?(?:写成?|显示成?|印|变)(?:为|成|上|着)?\\s*(?=${Q})`, "把$<x>改成"),
  rule(
    `(?<=[\\p{Script=Han}\\w\\uE100-\\uE1FF]\\s?)(?<!是|有没有|看|图)(?:能不能|可不可以|能否|可否|是否可以|可以|能)(?:帮我|帮忙|麻烦|给)?(?<v>(?:改|换|写|变|删|去掉|拿掉|移|抹|擦|放大|缩小|加粗|居中|调)[^,。;?吗么]{0,24}?)(?:吗|么|呢)?\\s*[?]?${END_ZH}`,
    "$<v>",
  ),
  // 话题#春日 改成 #夏日
  rule(
    `(?<a>#(?![0-9a-f]{3}(?:[0-9a-f]{3})?(?![\\w\\p{Script=Han}]))[^\\s,。;#]{1,20}?)#?\\s*(?:->|=>|→|${TURN}|改|换)\\s*(?<b>#(?![0-9a-f]{3}(?:[0-9a-f]{3})?(?![\\w\\p{Script=Han}]))[^\\s,。;#]{1,20}#?)${END_ZH}`,
    "“$<a>”改成“$<b>”",
    /#/u,
  ),
  // 把 button 上的 Buy now 换成
  rule(`(?<=把|将)\\s*(?:the )?(?:${BEARER_EN})\\s*(?:上面?|里面?|中)的?\\s*(?=[a-z\\d][^,。;]*[改换替变译写])`, " "),
  // 姓名张伟改为张玮
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>姓名|名字|主讲人?|讲师|嘉宾|作者|主持人?|联系人|负责人|导演|主演|店名|书名|片名|歌名|校名|公司名(?!称)|品牌名(?!称))(?:从|由|:|是)?\\s*(?<a>(?!的|颜色|字|文|那|这|部分|${ROLE_ZH})[\\p{Script=Han}·]{2,6}?)\\s*${TURN}\\s*(?<b>[\\p{Script=Han}·]{2,8}?)${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
];
