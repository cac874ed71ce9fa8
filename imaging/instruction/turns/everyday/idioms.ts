import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const TOKEN = `(?:${Q}|[$£€¥]?\\d[\\d.,:]*(?:%|am|pm|k)?)`;

/** Phrases whose words say something else than they seem to: who clears a table leaves it standing. */
export const IDIOMS_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}clear(?: off)? ${THE} (?<x>(?:[a-z]+ )?(?:table|tabletop|desk|counter|countertop|worktop|bench|shelf|shelves|floor|sink|bed|sofa))(?: off)?${END_EN}`,
    "remove everything on the $<x>",
    /clear/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|place|move|set|stick|drop) (?<x>${THE} [a-z' -]{2,24}?) (?:in the (?:spot|place) )?where (?<y>${THE} [a-z' -]{2,24}?) (?:is|was|used to be|sits|stands|currently is|is now|is at the moment)(?: now| right now| at the moment)?${END_EN}`,
    "move $<x> to where $<y> is",
    / where /u,
  ),
  // "only the phone number needs to change: 555-0123 becomes 555-0199"
  rule(
    `^(?:please )?(?:only |just )?(?:the )?(?:${ROLE_EN}) (?:needs? to|should|must|has to|have to) (?:change|be (?:changed|updated|corrected|fixed))\\s*[:,-]\\s*(?=\\S)`,
    "",
    /change|update|correct|fix/u,
  ),
  rule(
    "^(?:everything|all)(?: else)? (?:stays?|remains?|is|looks?)(?: (?:fine|good|ok|okay|the same|as is|perfect|great))?,? (?:except(?: for)?|but|apart from|bar|besides) (?<x>the [a-z ]{2,24}?)\\s*(?:[:,;.]|-+)\\s*(?:it|that|which|this) (?:should|must|needs? to|has to) (?:now )?(?:be|say|read) (?<y>[^,.;]{1,30}?)(?: now)?(?=$|[,.;])",
    "change $<x> to $<y>",
    /except|but|apart|bar|besides/u,
  ),
  rule(
    `\\b(?<v>move|shift|push|nudge) (?<x>the [a-z ]{2,24}?) (?<p>(?:to the )?(?:left|right|up|down|top|bottom)) and (?<y>the [a-z ]{2,24}?) (?<q>(?:to the )?(?:left|right|up|down|top|bottom))${END_EN}`,
    "$<v> $<x> $<p>, $<v> $<y> $<q>",
    / and the /u,
  ),
  rule(`(?:^|(?<=[.,;:\\n]\\s*|\\d[.)] ))new (?<x>${ROLE_EN})(?: is)?:?\\s+(?=[$£€¥\\d\\uE100-\\uE1FF])`, "change the $<x> to ", /new /u),
  rule(`${BEGIN_TALK_EN}no more (?<x>[a-z]+(?: [a-z]+)?)${END_EN}`, "remove the $<x>", /no more/u),
  rule("(?<= (?:should|must|needs? to|ha(?:s|ve) to)) (?:both|all|each) (?=be )", " ", /both|all|each/u),
  rule(
    `\\band (?<x>(?:the|her|his|our|its) [a-z ]{2,20}?)'s colou?r (?:to|should be) (?<c>${COLOUR})${END_EN}`,
    ", make $<x> $<c>",
    /'s colou?r/u,
  ),
  rule(
    `(?<=(?: should be |make |turn )[^,.;]{1,30}) and (?<x>the (?:${COLOUR}) one) (?<c>${COLOUR})${END_EN}`,
    ", make $<x> $<c>",
    / one /u,
  ),
  rule(
    `${BEGIN_TALK_EN}take (?<a>the [a-z ]{2,20}?) off (?<b>the [a-z]+) and (?<c>the [a-z ]{2,20}?) off (?<d>the [a-z]+)${END_EN}`,
    "remove $<a> from $<b>, remove $<c> from $<d>",
    / off /u,
  ),
  rule(
    `\\b(?:make|have|let) (?:the [a-z ]{2,20}?) (?:say|read) (?<b>${Q})\\s*[(,]\\s*(?:was|formerly|currently|previously|now|instead of) (?<a>${Q})\\s*\\)?`,
    "change $<a> to $<b>",
    /was|formerly|currently|previously|now|instead/u,
  ),
  rule(`(?<=(?:^|[,.;] ?|and ))round (?:off )?(?:the|its) (?:edges|corners)${END_EN}`, "add rounded corners", /round/u),
  rule("\\b(?:each|every one|all) of (?:them|these|those)\\b", "them", / of /u),
  // the price ($10 → $12)
  rule("[(]\\s*(?<a>[^()]{1,20}?)\\s*(?:-+>|=+>|→)\\s*(?<b>[^()]{1,20}?)\\s*[)]", "$<a> → $<b>", /[(]/u),
  // "and use the same colour for '50% OFF'": of what was just written
  rule(
    `(?<=(?<m>${Q})[^\\uE100-\\uE1FF]{0,40}?\\b(?:use|put|apply|do) )the same (?<p>colou?r|font|size|style|weight) (?:for|on|to|with) (?=(?:the )?(?:${Q}|[a-z]+))(?<x>${Q}|(?:the )?[a-z]+(?: [a-z]+)?)${END_EN}`,
    "$<x> in the same $<p> as $<m>",
    /same/u,
  ),
  // "price 89 not 99"
  rule(
    `${BEGIN_TALK_EN}(?:the )?(?:${ROLE_EN}) (?:(?:is|should be|must be|now|to be) )?(?<b>${TOKEN}),? not (?<a>${TOKEN})${END_EN}`,
    "change $<a> to $<b>",
    / not /u,
  ),
];

export const IDIOMS_ZH: readonly Recasting[] = [
  // 缩小到刚好放在按钮里: how far says no more than that it is to fit.
  rule(
    `(?<=[缩放调变改]?[小大短窄])(?:一?[点些])?(?:到|至)(?:刚好|正好|恰好|刚刚好|能够?|可以)[^,。;\\d]{1,12}${END_ZH}`,
    "一点",
    /刚好|正好|恰好|能|可以/u,
  ),
  // 这个红色太艳了，柔和一点
  rule(
    `${BEGIN_ZH}(?:这个?|那个?)?(?<x>[^,。;]{1,6}?)(?:实在|有点|有些)?(?:太|过于|过)?(?:艳|鲜艳|艳丽|刺眼|扎眼|跳|浓)了?[,\\s]\\s*(?:请|麻烦|帮我)*(?:调|弄|改)?(?:得)?(?:柔和|素|淡雅|低调|收敛|沉稳)(?:一点点?|一些|点|些)?${END_ZH}`,
    "降低$<x>的饱和度",
    /艳|刺眼|扎眼|跳|浓/u,
  ),
  // 左边那个人的外套改成卡其色，右边那个人的改成墨绿: what it is of is said once
  rule(
    "(?<=(?:^|[,。;])(?:把|将)?[^,。;]{1,12}?的(?<n>\\p{Script=Han}{1,4})(?:改|换|变|调)(?:成|为)[^,。;]{1,8},(?:把|将)?[^,。;]{0,8}?(?:边|侧|个|位|只|件|面|[大小男女][的人孩])[^,。;的]{0,4}的)(?=(?:改|换|变|调)(?:成|为))",
    "$<n>",
    /的(?:改|换|变|调)/u,
  ),
  // 字体、大小、颜色都跟原来一样
  rule(
    `${BEGIN_ZH}(?:(?:字体|字号|大小|颜色|样式|位置|粗细|排版|效果|格式)(?:、|和|以及|,)?){2,}(?:都|也|要|还)*(?:跟|和|与|同|按)?(?:原来|之前|原图|以前|现在|原先)?的?(?:一样|一致|相同|不变|保持不变|照旧|不要变|别变|不要动)${END_ZH}`,
    "其他不变",
    /一样|一致|相同|不|照旧|别/u,
  ),
  rule("(?:字体)?改(?=[粗细](?:一?[点些])?(?:$|[,。;]))", "变", /改[粗细]/u),
  rule("空出来的?(?:那|这)?(?:个|块)?(?:地方|位置|空间|部分)?的?(?=[左右上下])", "", /空出来/u),
  rule(
    `${BEGIN_ZH}(?<v>去掉|删掉|删除|取消|移除|不要)(?<x>[^,。;]{1,10}?的)(?<a>阴影|投影|描边|发光|倾斜|斜体|下划线)(?:和|与|、|以及)(?<b>阴影|投影|描边|发光|倾斜|斜体|下划线)${END_ZH}`,
    "$<v>$<x>$<a>，$<v>$<x>$<b>",
    /[和与、及]/u,
  ),
  rule(
    "[,。;]\\s*(?:如果?|若|要是)[^,。;]{0,6}(?:有|出现)(?:好?[多几两二三四五\\d])[处个][^,。;]{0,4}?(?:都|一起|全部?|同样)(?:要|给我)?(?:改|换|删|替换)(?:掉|了)?(?=$|[,。;])",
    "",
    /[处个]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:若|如果|要是)(?:原?图?的?)?背景(?:是|为)(?:${COLOUR})(?:的话)?,?(?:则|就|请)*(?:改|换)(?:成|为)`,
    "背景改成",
    /背景/u,
  ),
  // 除了中间那只猫，其他猫都去掉
  rule(
    `${BEGIN_ZH}除了?(?<x>[^,。;]{1,10}?)(?:以外|之外|外)?,(?:其[他它余]|别|剩下)(?<n>(?!的|地方|部分|区域|文字|字|颜色|东西|内容|元素|都|全)\\p{Script=Han}{1,4}?)(?:都|全部?|统统)+(?=去掉|删|移除|抹|p掉|改|换|变)`,
    "把除了$<x>以外的所有$<n>都",
    /除/u,
  ),
  // 太暗了 亮一点: a complaint, a breath, what is wanted
  rule(
    "(?<=(?:^|[,。;])[^,。;\\s改换写加]{0,8}(?:太|有点|有些|过于|不够)[^,。;\\s]{1,4}[了啊呀啦]?)[ \\u3000]+(?=\\p{Script=Han})",
    "，",
    /[太点些于够]/u,
  ),
  // 老板说红色不好看，换成金色
  rule(
    `${BEGIN_ZH}(?:[^,。;]{0,6}?(?:说|觉得|嫌|认为))?(?<a>${COLOUR})(?:的|太|有点|有些|实在)*(?:不好看|难看|太?丑|俗气?|土气?|老气|不行|不合适|不要了?|艳|暗|素)了?[,\\s]\\s*(?:请|麻烦|帮我|都|给我)*(?:换|改)(?:成|为)?(?<b>${COLOUR})(?:的|吧)?${END_ZH}`,
    "把$<a>换成$<b>",
    /[换改]/u,
  ),
  // 有“最”“第一”这种违禁词的都删掉
  rule(
    `${BEGIN_ZH}(?:把)?(?:所有|凡是|只要|图里|画面里)*(?:有|带有?|含有?|包含|出现)(?:了)?(?<x>${Q}(?:[、,和或及\\s]*${Q})*)(?:这种|这类|这些|之类|等等?|一类|的|那种)*[^,。;\\uE100-\\uE1FF]{0,10}?(?:词语?|字眼?|字样|说法|内容|文案|地方)?(?:的)?(?:地方|文案)?(?:都|全部?|全都|统统|请|给我)*(?:删掉|删除|去掉|删了|删|移除|拿掉)${END_ZH}`,
    "删除$<x>",
    /[有带含现]/u,
  ),
];
