import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, TEXT_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const CLOTH =
  "[裤裙衣衫鞋帽包袜巾]|外套|毛衣|卫衣|T恤|夹克|大衣|沙发|窗帘|墙|地板|地毯|桌子?|椅子?|柜子?|瓶子?|杯子?|车身|车漆|头发|口红|唇色|天空|草地|叶子";

const PROPERTY = "(?:font )?(?:weight|size|colou?r|opacity|tracking|font|(?:letter|line) spacing)";

const AT_PLACE =
  "(?:in|at|on) the (?:(?:top|upper|bottom|lower)(?:[ -](?:left|right))?|left|right|cent(?:er|re)|middle)(?:[ -]hand)?(?: (?:corner|side|edge))?";

/** Words that sound like one order and mean another: "drop a border around it", "blur out", "could be bluer". */
export const PLAINLY_MEANT_EN: readonly Recasting[] = [
  rule(`(?<=\\b(?:replace|change|swap|translate) )both (?=${Q} (?:with|to|into|by) ${Q},? and ${Q})`, "", /both/u),
  rule(
    `^(?<p>${AT_PLACE}),\\s*(?<v>replace|change|swap|turn) (?<a>${Q}) (?<w>with|to|into|by) (?<b>${Q})`,
    "$<v> $<a> $<p> $<w> $<b>",
    /the/u,
  ),
  rule(
    `(?<=\\b(?:replace|change|swap|turn) )(?<a>${Q}) (?<w>with|to|into|by) (?<b>${Q}) (?<p>${AT_PLACE})${END_EN}`,
    "$<a> $<p> $<w> $<b>",
    /the/u,
  ),
  rule(
    `\\bmake (?<x>${Q}|${THE} [a-z]+) (?<s>bold|italic|bigger|smaller|${COLOUR}),? and underlined${END_EN}`,
    "underline $<x>, make it $<s>",
    /underlined/u,
  ),
  rule(`(?<=\\bcrop(?:ped)? (?:(?!keep)[^.;,]){3,60}),? (?:and )?cent(?:er|re)d${END_EN}`, "", /crop/u),
  rule(
    `\\b(?<v>set|change) (?<p>(?:the )?${PROPERTY}) of (?<x>[^,.;]{1,40}?) to (?<a>[^,.;]{1,20}?),? and (?:its |the )?(?<r>${PROPERTY}) to (?=\\S)`,
    "$<v> $<p> of $<x> to $<a>, $<r> to ",
    / of /u,
  ),
  // "add a fern on the right and a badge top left": the verb is said once.
  rule(
    `(?<=${BEGIN_EN}(?:please |just |now )*(?:add|put|place|insert|draw|paste) (?:(?! and )[^,.;])+? (?:${AT_PLACE}|(?:top|bottom)[ -](?:left|right))),? and (?=(?:an?|another|some|one) (?!bit |little |touch |lot )[^.;]+|(?:the|our|my) [^,.;]+? ${AT_PLACE}${END_EN})`,
    ", add ",
    /(?:add|put|place|insert|draw|paste) .* and (?:an?|another|some|one|the|our|my) /u,
  ),
  rule(`${BEGIN_EN}(?:please |just )*drop (?=an? (?!bit|little|shadow|size|notch|stop|tone|line)[a-z])`, "add ", /drop an? /u),
  rule("\\bblur(?:ring)? out (?=(?:the|that|this|his|her|my|our|all|every)\\b)", "blur ", /blur/u),
  rule(
    `(?<=\\b(?:list|read out|find|show me) (?:all|every)(?: the)? (?:text|word)s?)(?: that| which)? (?:you can|is|are|you) \\w+${END_EN}`,
    "",
    /text|word/u,
  ),
  rule(
    `^(?:is |are )?any (?<x>text|words|letters|lettering|copy) (?:getting |being )?(?:cut off|cropped|hidden|covered|clipped)\\s*(?=\\?|$)`,
    "is the $<x> readable",
  ),
  rule(`(?<=\\b(?:put|write|set) )(?:the )?(?:words?|text|line) (?=[^,.;]{2,60} where it (?:says|reads|said))`, "", /where it/u),
  rule(
    `${BEGIN_EN}(?:the )?(?:new )?(?<r>${ROLE_EN})\\s*[:-]\\s*(?<w>[\\w'&-]+\\.(?: [\\w'&-]+\\.){1,4})(?=\\s*$)`,
    "change the $<r> to “$<w>”",
    /\. /u,
  ),
  rule(
    `${BEGIN_EN}the (?<a>[\\w$€£]{1,3}) in (?<x>[$€£]?\\d[\\d.,]*|${Q}) (?:should|needs to|has to|must) (?:be|read|say) (?:an? )?(?<b>[\\w$€£]{1,3})${END_EN}`,
    "change the “$<a>” in “$<x>” to “$<b>”",
    / in /u,
  ),
  rule(
    `${BEGIN_EN}(?<x>(?:the |our )?[a-z]+(?: [a-z]+)?) (?:could|can|ought to|might) be (?:a (?:bit|little|touch) |slightly |much )?(?<c>\\w+er)${END_EN}`,
    "make $<x> $<c>",
    /be /u,
  ),
  rule(
    `\\bgive (?<x>${THE} [a-z]+(?: [a-z]+)?) an? (?<y>matte?|glossy|satin|metallic|brushed|polished|rustic|wooden|marble) finish`,
    "make $<x> $<y>",
    /finish/u,
  ),
  rule(
    `${BEGIN_EN}(?:${THE} )?(?<x>[a-z]+(?: [a-z]+)?) (?:should|needs to|must|has to) be (?=the same [a-z]+ as )`,
    "make the $<x> ",
    /same/u,
  ),
  rule(
    `${BEGIN_EN}fill (?:up )?(?:the |that )?(?:empty|blank|free|white|open) (?:space|area|spot|room) (?<p>(?:on|at|in) the (?:top|bottom|left|right)(?: (?:left|right))?) with (?<q>${Q})`,
    "add $<q> $<p>",
    /fill/u,
  ),
  rule("^what(?:'s|s| is) the (?<f>font|typeface|colou?r|size) (?:on|of|in|for) ", "what $<f> is ", /^what/u),
  rule(`(?<=\\bmake [^,.;]{2,30}?) bold and the same colou?r as (?<y>${THE} [a-z]+)${END_EN}`, " bold, the same colour as $<y>", /same/u),
  rule(`(?<=\\b(?:lighter|thinner|bolder|heavier)) weight,? and (?:maybe |perhaps )?(?<c>${COLOUR})`, " font weight, $<c>", /weight/u),
];

/** 裁掉一点 behind a complaint about room, 颜色深一点, 是什么意思. */
export const PLAINLY_MEANT_ZH: readonly Recasting[] = [
  rule(`(?:把|将)(?<x>[^,。;把将]{1,8}?)的?(?:字体|文字|字)?颜色(?:从|由)原?来?的?${COLOUR}(?=改|变|换|调)`, "把$<x>的颜色", /颜色[从由]/u),
  rule("^在\\[(?<p>[^\\]]{1,8})\\](?<v>添加|加上?|放上?)\\[(?<x>[^\\]a-z]{1,20})\\]", "在$<p>$<v>$<x>", /\[/u),
  rule(`(?<=裁)掉?(?:一[点些])(?:背景|边|空白|留白)?${END_ZH}`, "一下", /裁/u),
  rule(`${BEGIN_ZH}(?:背景|四周|周围|两边|上下|左右|画面)?(?:的)?(?:留白|空白|空的地方|空)太(?:多|大)了?,\\s*(?=裁)`, "", /裁/u),
  rule(
    `${BEGIN_ZH}除了?(?<x>[^,。;\\s除]{1,10}?)(?:以外|之外|外),\\s*(?:把|将)(?:其[他它余]的?)?(?:所有|全部)?的?(?<n>${TEXT_ZH})`,
    "把除了$<x>以外的所有$<n>",
    /外/u,
  ),
  rule(
    `${BEGIN_ZH}除了?(?<x>[^,。;\\s除]{1,10}?)(?:以外|之外|外),\\s*(?:把|将)?(?:其[他它余]|别)的?(?:东西|内容|元素)?(?:都|全部?|统统)(?<v>删掉|去掉|删除|移除|清除|不要)了?${END_ZH}`,
    "除了$<x>，其他都$<v>",
    /外/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[^,。;\\s把将背整画]{0,4}(?:${CLOTH})子?)的?颜色(?:加深|变深|调深)(?:一[点些下]|点)?${END_ZH}`,
    "把$<x>调暗一点",
    /深/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[^,。;\\s把将背整画]{0,4}(?:${CLOTH})子?)的?(?:颜色|色)?(?:再|要|调|弄|变|稍微)*(?:浅|淡)(?:一[点些]|点)${END_ZH}`,
    "把$<x>调亮一点",
    /[浅淡]/u,
  ),
  rule(`${BEGIN_ZH}(?<x>肤色|皮肤|妆容?|光线|表情|笑容|姿势)(?:再|要)?自然(?:一[点些]|点)${END_ZH}`, "把$<x>调得自然一点", /自然/u),
  rule(`(?:改|换|变)?(?:成|为)?直[排式](?:显示|排列|排版)?${END_ZH}`, "改成竖排", /直[排式]/u),
  rule(`^(?<x>[^,。;改换删把将]{1,14}?)(?:是)?什么意思\\s*(?=[?？]|$)`, "$<x>写的是什么", /意思/u),
  rule(
    `(?<![^,。;!\\s时但后且是])(?:把|将)(?<x>[^,。;]{1,8}?)(?=保持(?:原来|原有|现在|原本)?的?(?:${COLOUR}|颜色|大小|位置|样子))`,
    "$<x>",
    /保持/u,
  ),
  rule(`(?<=划掉[^,。;]{0,4},\\s*)(?:但是?)?(?:不要|别|不用|不必)(?:把它)?(?:删|去|移)[掉除]?${END_ZH}`, "", /划掉/u),
  rule(
    `${BEGIN_ZH}(?:(?<v>删除|删掉|去掉|去除|清除|移除)(?:所有|全部)的?(?:${TEXT_ZH})|(?:把|将)?(?:所有|全部)的?(?:${TEXT_ZH})(?:都|全部?|统统)?(?<w>删除|删掉|去掉|去除|清除|移除))了?,\\s*(?:但是?)?(?:只|仅)(?:保留|留下?|要)(?<x>(?!.*(?:图|产品|商品|主体|人物?|背景|画面|logo))[^,。;]{1,12}?)${END_ZH}`,
    "把除了$<x>以外的所有文字$<v>$<w>",
    /[只仅]/u,
  ),
];
