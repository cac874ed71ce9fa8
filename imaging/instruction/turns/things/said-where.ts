import { BEARER_EN, PERSON_EN } from "../../lexicon/bearers.ts";
import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { TO } from "../shared-words.ts";

const W = "(?:[^,.;!?:\\n\\uE100-\\uE1FF]|[.,!?:](?=[\\w@]))";
const HERE = "(?:corner|section|area|banner|panel|menu|hero|navigation|navbar|nav bar|app header|header|footer|image|picture|poster)";
const PLACE = `${THE} (?:[a-z]+ ){0,2}?(?:${ROLE_EN}|${BEARER_EN}|${HERE})`;
const WORD = "(?:words?|text|phrase|term|wording|number|figure)";
const NO_PLACE = "(?!in\\b|on\\b|at\\b|of\\b|from\\b|that\\b|which\\b|under\\b|above\\b|below\\b|and\\b|to\\b|colou?r|size)";
const GOES_ON = "(?=\\s*$|[,.;!?]|\\s(?:to|with|by|for|into|should|must|needs?|has|is|bold|italic|red|blue|green|white|black|and)\\b)";
const VERB = "(?:change|swap|replace|update|correct|switch|edit|amend|set)";
const CUT = "(?:delete|remove|erase|drop|lose|take out|cut)";
/** The words of a noun phrase, none of them a verb of saying how it is. */
const NOUN =
  "(?:(?![a-z]+n't\\b|(?:is|are|was|were|looks?|feels?|seems?|has|have|needs?|says?|reads?|should|must|can|could|and|or|too|that|which|should)\\b)[a-z'-]+ ?){1,4}";
const AGAIN =
  "(?:change|update|set|switch|make|turn|move|delete|remove|crop|blur|enlarge|shrink|recolou?r|replace|swap|cent(?:er|re)|hide|shift|put)";
const CURRENCY = "(?:us|hk|nt)?[$€£¥]";

/** Wording and where it stands, said before or behind: "the word free in the headline", "Rent: change A to B", "Only the date, change it to". */
export const SAID_WHERE_EN: readonly Recasting[] = [
  rule(`\\bthe ${WORD} (?<a>${NO_PLACE}${W}{1,30}?) (?:in|on|at|from|inside|within) ${PLACE}${GOES_ON}`, "“$<a>”"),
  rule(
    `${BEGIN_TALK_EN}(?:in|on|at|for|under|inside) ${PLACE}\\s*,?\\s*(?:please |pls |just |could you |can you )*(?=(?:${VERB}|${CUT}|make) (?:the )?(?:${WORD} |${Q}))`,
    "",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:only |just )?(?<x>${THE} ${NOUN})\\s*[,:-]+\\s*(?:please |pls |can you |could you |just )*(?<v>${AGAIN}) (?:it|them|that)(?=\\s)`,
    "$<v> $<x>",
  ),
  rule(
    `^(?:the |our |my )?(?<x>[a-z&' -]{2,24}?)\\s*:\\s*(?:please |pls |just )*${VERB} (?!it\\b|them\\b|from\\b|that\\b)(?<a>${W}{1,40}?) ${TO} (?<b>${W}{1,40}?)\\s*[.!]*\\s*$`,
    "change “$<a>” to “$<b>”",
    /^[^:]{2,30}:/u,
  ),
  rule(`^(?:the |our |my )?[a-z&' -]{2,24}?\\s*:\\s*(?:please |pls |just )*(?=(?:${VERB}|${CUT}) ${Q})`, "", /^[^:]{2,30}:/u),
  rule(
    `^(?:the |our |my )?(?<x>[a-z&' -]{2,24}?)\\s*:\\s*(?:please |pls |just )*(?<v>${AGAIN}) (?:it|them|that)(?=\\s)`,
    "$<v> the $<x>",
    /^[^:]{2,30}:/u,
  ),
  rule(
    `\\b(?:change|update|switch|set|correct) (?:the |our |my )?(?<x>(?:[a-z]+ )?(?:${PERSON_EN})) from (?<a>${W}{2,30}?) to (?=\\S)`,
    "change “$<a>” to ",
  ),
  // Gates, seats and halls are numbered; a door is no gate B12.
  rule(
    `\\b(?:change|update|switch|set|correct) (?:the |our |my )?(?<x>gate|seat|platform|flight|room|hall|terminal|booth|table|track|stand)(?: number| no\\.?)? (?:to|into) (?<b>[a-z]{0,3}-?\\d+[a-z]?)(?=\\s*(?:$|[,.;!?]))`,
    "change the $<x> number to “$<b>”",
  ),
  rule("\\bdollar (?:signs?|symbols?)", "“$”", /(?:sign|symbol)/u),
  rule("\\beuro (?:signs?|symbols?)", "“€”", /(?:sign|symbol)/u),
  rule("\\bpound (?:signs?|symbols?)", "“£”", /(?:sign|symbol)/u),
  rule(
    `\\b(?:change|replace|swap|switch|convert|turn) (?:all |the |every |each )*(?<a>${CURRENCY}|${Q}) (?:to|with|for|into|by) (?:the |an? )?(?<b>${CURRENCY}|${Q}) (?:on|in|for|of) (?:all |every |the |each |our )*prices?(?: tags?)?\\b`,
    "change all “$<a>” to “$<b>”",
  ),
  rule(
    `\\b(?:change|replace|swap|switch|convert|turn) (?:all |the |every |each )*(?<a>${CURRENCY}) (?:to|with|for|into|by) (?:the |an? )?(?<b>${CURRENCY})(?=\\s*(?:$|[,.;!?]))`,
    "change all “$<a>” to “$<b>”",
    /[$€£¥]/u,
  ),
  rule(
    `(?:show |have |make |put )?(?:all |every |the )+prices? (?:should be |to be |must be )?in (?<b>${CURRENCY}) (?:instead of|not|rather than) (?:in )?(?<a>${CURRENCY})`,
    "change all “$<a>” to “$<b>”",
    /[$€£¥]/u,
  ),
  rule("(?<=\\bwhere (?:is|are) [^,.;?]{2,40}?) (?:located|placed|positioned|situated|sitting|exactly)(?=\\s*(?:$|[?.,;!]))", "", /where/u),
];

const TURN = "(?:改|换|变|更新|替换|调整|修改|更改)(?:成|为|做|到)";
const NUMBERED = "gate|seat|flight|room|table|booth|platform|hall|track|terminal|train";
const VALUE_ZH = "(?:[$¥€£]?\\d[\\d.,:/%]*(?:元|块|折|件|份|月|日|号|点)?)";

/** The same in Chinese: gate 号改成 B12, “牛肉面”后面的价格由28改成32, 把所有价格的¥换成$. */
export const SAID_WHERE_ZH: readonly Recasting[] = [
  // “招生简章”错写成了“招生减章”: the second stands there.
  rule(
    `(?:文字|文案|标题|图[上里中])?\\s*(?<b>${Q})\\s*(?:被)?(?:错|误)(?:写|印|打|拼|标)?(?:成|为|作)了?\\s*(?<a>${Q})(?:了)?(?:\\s*,?\\s*(?:请|麻烦|帮忙|帮我)*(?:更正|改正|纠正|修正|修改|改|订正)(?:一?下|过来|回来)?)?${END_ZH}`,
    "把$<a>改成$<b>",
  ),
  rule("(?<=[\\uE100-\\uE1FF])\\s*(?:这种|这样的|这类|之类的|等)(?:占位|假|临时)?(?:文字|字|内容|字样)", "", /这种|这样|这类|之类|等/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?\\s*(?<x>${NUMBERED}|登机口|座位|房间|站台|展位|航站楼|柜台)\\s*(?:号码?|no\\.?|number)?\\s*${TURN}\\s*(?<b>[a-z]{0,3}-?\\d[\\w-]*)(?=\\s*(?:$|[,。;!]))`,
    "$<x>号改成“$<b>”",
  ),
  rule(
    `${Q}\\s*(?:那[行栏项]|后面?|前面?|旁边|右边|左边|下面|下方|上面|对应)(?:的|对应的)?(?:${ROLE_ZH}|数)(?:由|从|是)?\\s*(?<a>${VALUE_ZH})\\s*(?:改|换|调|涨|降|变|更新)(?:整|价)?(?:成|为|到|至)\\s*(?<b>${VALUE_ZH})${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
  rule(
    "(?<!符号\\s*|[\\d.]\\s*|[\\uE100-\\uE1FF]\\s*(?:里面?|中)?的?\\s*)(?:把|将)?(?:所有|全部|图[上里中])?的?(?:价格|金额|价钱|数字)?(?:前面?|后面?|里面?)?的?\\s*(?<a>[¥$€£])(?:符号)?\\s*(?:都|全部|统一)?(?:改|换|替换)(?:成|为)\\s*(?<b>[$€£¥])(?:符号)?(?=\\s*(?:$|[,。;!]))",
    "把所有“$<a>”改成“$<b>”",
    /[¥$€£]/u,
  ),
  rule(`${BEGIN_ZH}[\\p{Script=Han}]{2,8}:\\s*(?=(?:把|将)[^,。;]{1,30}?(?:改|换|替换)(?:成|为))`, "", /:/u),
  rule(
    `(?<a>${Q})(?:已经?|都|全部)?(?:下架|停售|卖完|售罄|没有|取消|不做|不卖|过期)了?,?\\s*(?:请|麻烦|就|把)*(?:这|那)?(?:一|整)[行条句段项](?:字|文字)?(?:都|全部|请|给我)?(?:删除?掉?|去掉|移除|拿掉|不要)(?:了|吧)?${END_ZH}`,
    "把$<a>删掉",
    /[一整][行条句段项]/u,
  ),
];
