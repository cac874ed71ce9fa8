import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { VERB_EN } from "../shared-words.ts";

const GROUP_ZH = "(?<n>文字|文案|文本|字|按钮|标题|价格|人物?|瓶子|杯子|东西|图标|气球|椅子)";
const EVERY_ZH = "(?:所有的?|全部的?|全体|每个|一切)";
const TURNED_ZH = "(?:不要|别|不用|不必|不)";
const SET_ZH = "(?:居中|加粗|左对齐|右对齐|靠左|靠右|斜体|放大|缩小|变大|变小)";

/** What an order leaves out: said behind it, it belongs to what the order is about. */
const EXCEPT_ZH: readonly Recasting[] = [
  // 字要黑的底要黄的
  rule(
    `${BEGIN_ZH}(?:文字|字)(?:体|色)?(?:要|用|改成?|弄成?|换成?)(?<a>${COLOUR})的?[,、]?\\s*(?:底|背景|底色)(?:要|用|改成?|弄成?|换成?)(?<b>${COLOUR})的?${END_ZH}`,
    "文字改成$<a>，背景改成$<b>",
    /字[体色]?(?:要|用|改|弄|换).+(?:底|背景)/u,
  ),
  // 整体调亮，除了文字
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将|给)?(?:画面|图片?)?(?:的)?(?:整体|全部|全图|画面|整张图?片?|图片)(?:都|再)?(?<v>(?:调|提|压|变|弄|加)(?:亮|暗|暖|冷|淡|深)[^,。;]{0,8}),\\s*(?:但是?)?(?:(?:除了?|不包括|不含)(?<x>[^,。;]{1,10}?)(?:以外|之外|外)?|(?<y>[^,。;]{1,10}?)除外)${END_ZH}`,
    "把除了$<x>$<y>以外的部分$<v>",
    /除|不包括|不含/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将)?${EVERY_ZH}${GROUP_ZH}(?:都|全部|全都|统一)?(?<v>(?:改|换|变|调|加|设|用|放|缩|居)[^,。;]{1,16}),\\s*(?:但是?)?(?:除了(?<e>[^,。;]{1,10}?)(?:以外|之外|外)?|(?<f>[^,。;]{1,10}?)(?:除外|不算|例外))${END_ZH}`,
    "把除了$<e>$<f>以外的所有$<n>$<v>",
    /除|不算|例外/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将)?${GROUP_ZH}(?:都|全部|全都|统一)(?<v>(?:改|换|变|调|加|设|用|放|缩|居)[^,。;]{1,16}),\\s*(?:但是?)?(?:除了(?<e>[^,。;]{1,10}?)(?:以外|之外|外)?|(?<f>[^,。;]{1,10}?)(?:除外|不算|例外))${END_ZH}`,
    "把除了$<e>$<f>以外的所有$<n>$<v>",
    /除|不算|例外/u,
  ),
  rule(
    `(?:把|将)?除了?(?<x>产品|商品|主体|人物?|模特|鞋子?|瓶子?|杯子?)(?:以外|之外|外)的?(?:东西|内容|一切)?(?:都|全都?|统统|全部)(?:给我)?(?:去掉|删掉|删除|移除|清除|抠掉)`,
    "除了$<x>，其他都去掉",
  ),
  rule(
    `^除了?(?<x>[^,。;\\uE100-\\uE1FF]{1,8}?)(?:以外|之外|外)?的?(?:全部|其[他它余]|别的)(?:都|全部)*(?:变|改|换|调|做)?(?:成|为)?黑白(?:的|色)?${END_ZH}`,
    "除了$<x>其他都变黑白",
  ),
];
const EXCEPT_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:please )?(?:make |turn |set )?(?<x>(?:all|every)(?: of)?(?: the)? [a-z]+(?: [a-z]+)?)(?: (?:should|must|needs? to) be| to be| are| is|) (?<s>${COLOUR}|bold|italic|bigger|smaller|uppercase),?(?: but not| except(?: for)?| apart from| other than) (?<e>[^,.;\\uE100-\\uE1FF]{2,30}?)${END_EN}(?!,? which)`,
    "make $<x> except $<e> $<s>",
    / (?:but not|except|apart from|other than) /u,
  ),
  rule(`\\b(?:all|every|each|any)(?: the| of the)? (?:instances?|occurrences?|mentions?|appearances?) of (?=${Q})`, "every "),
  rule(
    `${BEGIN_EN}(?:please )?(?:keep|leave)(?: only)? (?<x>(?:the|our|this) [a-z]+(?: [a-z]+)?),? (?:and |but )?(?:delete|remove|get rid of|lose|erase) (?:everything else|all else|all (?:of )?the rest|the rest|all the others|everything)${END_EN}`,
    "remove everything except $<x>",
  ),
];

/** What is not to be done, beside what is. */
const NOT_BUT_ZH: readonly Recasting[] = [
  rule(
    `^(?:请)?(?:千万)?(?:不要|别|不用|不必|勿)(?:去)?(?:删除?掉?|去掉|移除|动|改|碰)(?<k>[^,。;\\uE100-\\uE1FF]{1,12}),\\s*(?:只|仅|就)(?:是|要|需要?)?(?=删|去掉|移|把|将)`,
    "",
  ),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF不别]{1,8}?)${TURNED_ZH}${SET_ZH},\\s*(?:而?是|要|改成|改为|只要|只|用|换成|请)*(?<s>${SET_ZH}|细体|常规|正常)${END_ZH}`,
    "$<x>$<s>",
    /[不别]/u,
  ),
  rule(
    `^(?:请)?(?:只|仅)(?:需要?)?(?:改|换|动)(?<x>(?:倒数)?第[一二三四五六七八九十\\d]个?\\s*${Q}|最后一?个\\s*${Q})\\s*,\\s*(?:把它)?(?:改|换)(?:成|为)`,
    "把$<x>改成",
  ),
  rule(`(?<=只)替换(?<x>[^,。;\\uE100-\\uE1FF]{0,8}${Q})为(?=\\s*${Q})`, "把$<x>替换为"),
];
const NOT_BUT_EN: readonly Recasting[] = [
  rule(`^(?:please )?(?:only|just) the (?<o>first|second|third|fourth|last) (?=${Q})`, "the $<o> "),
  // One of the several that go: an exception. Beside one thing ("the watermark but not the logo") it is another thing, which stays anyway.
  rule(
    `(?<=\\b(?:remove|delete|erase|get rid of|lose|take out|move|recolou?r|blur) (?:all )?(?:the |our |my |those |these )?(?:[a-z]+ )?(?:people|men|women|children|cattle|[a-z]{2,}[^s]s)),? but (?:not|keep|leave) (?<x>(?:the |our |my |that )[a-z]+(?: [a-z]+)??)(?: alone| as (?:it|they) (?:is|are)| as is| untouched| where (?:it|they) (?:is|are)| in place)?${END_EN}`,
    " except $<x>",
    / but /u,
  ),
  rule(`(?<=\\S)\\s*,?\\s+(?:and |but )?[a-z]+ nothing else${END_EN}`, "", /nothing else/u),
  rule(`^(?:please )?no (?:[a-z]+ )?[a-z]+,? (?:just|only) (?=${VERB_EN} )`, ""),
];

/** A condition hung on what is to be done to the thing it speaks of. */
const HUNG_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:如果|要是|若是?|假如)?(?<x>(?!背景)[^,。;\\s\\uE100-\\uE1FF]{1,8}?)太(?:长|大|多|宽|挤)了?(?:的话)?,?\\s*(?:就|那就|则)(?:把)?(?:它|字号|字体|字)?(?:给我)?(?<v>缩小|调小|变小|换行)(?<d>一?[点些])?${END_ZH}`,
    "把$<x>$<v>$<d>",
    /太/u,
  ),
  rule(
    `${BEGIN_ZH}(?:如果|要是|若是?|假如)?(?<x>(?!背景)[^,。;\\s\\uE100-\\uE1FF]{1,8}?)太(?:长|大|多|宽|挤)了?的话,?\\s*(?:就|那就|则)?(?:把)?(?:它|字号|字体|字)?(?:给我)?(?<v>缩小|调小|变小|换行)(?<d>一?[点些])?${END_ZH}`,
    "把$<x>$<v>$<d>",
    /太/u,
  ),
  rule(
    `${BEGIN_ZH}(?:如果|要是|若是?|假如)?(?:放|写|排|装|显示)不下(?:的话)?,?\\s*(?:就|那就|则)?(?:请)?(?:把)?(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,6}?)(?<v>缩小|调小|变小|放小)(?<d>一?[点些])?${END_ZH}`,
    "把$<x>$<v>$<d>",
    /不下/u,
  ),
  rule(
    `${BEGIN_ZH}(?:图[里上中]?|画面[里中]?|上面)?有(?!没有)(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,8}?)的话,?\\s*(?:就|则|请|麻烦)?(?:把它|将它|给)?(?=移|去|删|抹|打码|改|换|放|遮|模糊)`,
    "把$<x>",
    /的话/u,
  ),
  rule(
    `${BEGIN_ZH}(?:如果|要是|若是?|假如)(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,8}?)(?:看不清楚?|不清楚|不明显|不够清楚|不够醒目|看不见)(?:的话)?,?\\s*(?:就|那就|则)?(?:给它)?加(?=个|上|一)`,
    "给$<x>加",
  ),
];
const HUNG_EN: readonly Recasting[] = [
  rule(
    `\\bif (?:the (?:text|sign|poster|image|picture|title|headline)|it)(?: still)? (?:says|reads|shows) (?<q>${Q}),? (?:then |please )?(?:change|update|turn|make|switch) (?:it|that) (?:to|into|say|read) (?=${Q})`,
    "change $<q> to ",
  ),
];

export const BUT_NOT_EN: readonly Recasting[] = [...HUNG_EN, ...EXCEPT_EN, ...NOT_BUT_EN];
export const BUT_NOT_ZH: readonly Recasting[] = [...HUNG_ZH, ...EXCEPT_ZH, ...NOT_BUT_ZH];
