import { WARE_SWAPPED } from "../../lexicon/products.ts";
import { ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const GONE_ZH = "(?:去掉|删掉|删除|去除|拿掉|移除)";
const CORNER_ZH = "(?:[左右][上下]角?|正?中间|顶部|底部|[左右]边)";

/** A word out of other words, and wording named by what bears it. */
const WORDS_OUT_EN: readonly Recasting[] = [
  rule(
    `\\btake (?:(?:his|her|their|the|our) )?(?:(?:name|title|number|words?|line|text) )?(?<q>${Q}) off(?: of)? (?:the|our|this|that) [a-z]+(?: [a-z]+)?${END_EN}`,
    "remove $<q>",
  ),
  rule(
    `\\bthe (?<n>tag|label|sticker|sign|badge|stamp)(?: (?:on|in|at) [a-z ]{2,24}?)? (?:says|reads|saying) (?<q>${Q}),? (?:so |please |and )*(?:remove|delete|erase|take) (?:it|that)(?: off| out| away)?${END_EN}`,
    "remove the $<q> $<n>",
  ),
  rule("^unless (?:it'?s|it is|they'?re|they are) already [a-z ]{3,16},\\s*(?=\\S)", ""),
  rule(
    `(?<=\\b(?:turn|make|paint|colou?r|recolou?r) [^,.;]{2,30}?(?:${COLOUR})) for (?:the )?(?:autumn|fall|winter|spring|summer|christmas|xmas|halloween|easter|valentine'?s?(?: day)?|holidays|season|a change)${END_EN}`,
    "",
    / for /u,
  ),
  rule(
    `\\bmake (?<x>it|them|the [a-z]+) all (?:in )?(?:one|the same|a single) colou?r[,:]? (?=${COLOUR})`,
    "make $<x> ",
    /all (?:in )?(?:one|the same|a single)/u,
  ),
  rule(
    `^(?:please )?(?<n>\\d+ ?%) off (?<r>(?:all|every|each)(?: of)?(?: the| our)? prices?)(?: (?:on|in) (?:the|this|our) [a-z]+)?(?=\\s*(?:$|[.;!]))`,
    "take $<n> off $<r>",
  ),
  rule(
    `${BEGIN_EN}(?:please )?restyle (?:the |this |our )?(?:whole |entire )?(?:flyer|poster|image|picture|photo|banner|cover|design|it) (?:as|into|like|in) (?:an? )?(?<s>[a-z][a-z -]{2,30}?)(?: style)?${END_EN}`,
    "$<s> style",
  ),
  rule(
    "\\b(?:stack|layer|lay|superimpose) (?<x>(?:the|our|my) (?:[a-z]+ )?(?:logo|watermark|badge|sticker)) (?:over|on|onto|on top of|above) (?:the |this )?(?:photo|image|picture|it)",
    "add $<x>",
  ),
  rule(
    "(?<=(?:logo|badge|watermark|sticker|qr ?code)[^,;.]*,\\s*)(?:about |around |roughly |approx(?:imately|\\.)? )?(?<n>\\d+ ?px) (?:high|tall|in height)",
    "$<n> wide",
  ),
];
const WORDS_OUT_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<a>${Q})\\s*(?:里面?|中)?(?:的)?${GONE_ZH}\\s*(?<b>${Q})\\s*(?:这?[一两二三四五六]个?字|这?个?词)?(?:,\\s*(?:只)?(?:保留|留下?)\\s*${Q}[^,。;]{0,4})?${END_ZH}`,
    "去掉$<a>里的$<b>",
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<q>${Q})\\s*(?:这?[一两二三四五六]个?字)?(?:改成|换成|改为|换为|用)(?<f>(?!粗|斜|细|繁|简|大|小|黑体字)[\\p{Script=Han}]{2,6}字体)${END_ZH}`,
    "把$<q>的字体改成$<f>",
    /字体/u,
  ),
  rule(
    `${BEGIN_ZH}(?<p>(?:在)?(?:${CORNER_ZH}|下面|上面|最下面|下方|上方))?(?:再)?(?:补|加|添|写)(?:上|一下)?(?:一?[个行条])?(?:电话|地址|网址|微信号?|邮箱|日期|时间|价格|二维码说明)\\s*:\\s*(?<t>[^,。;!\\uE100-\\uE1FF]{2,40}?)${END_ZH}`,
    "在$<p>加上“$<t>”",
    /:/u,
  ),
  rule(
    `^[^,。;\\uE100-\\uE1FF]{1,10}?(?:里|上|中)(?:面)?(?:的)?\\s*(?=${Q}\\s*(?:和|与|跟)\\s*${Q}\\s*(?:位置)?(?:对调|互换|交换|调换))`,
    "",
  ),
  rule(
    `(?:把|将)(?<x>[\\p{Script=Han}a-z]{0,6}(?:页|图|牌|卡|票|单|证|栏|界面)(?:上面?|里面?|中)?的)\\s*(?<a>(?!(?:logo|icon|qr|banner)(?![a-z])|${WARE_SWAPPED})[a-z][a-z0-9 '&!.%-]{0,24}?)\\s*(?<v>改成|换成|改为|换为|变成)\\s*(?=\\S)(?!${COLOUR})`,
    "把$<x>“$<a>”$<v>",
    /的\s*[a-z]/u,
  ),
  rule(
    `给(?:${ROLE_ZH})\\s*(?<a>[$¥€£]?\\d[\\d.,]*(?:元|块)?)\\s*(?:加|画|打)(?:上)?(?:一?[个条道])?(?:划线|删除线|中划线|横线),\\s*(?:在)?(?:旁边|后面|右边)(?:写|加|放|标)(?:上)?\\s*(?<b>[$¥€£]?\\d[\\d.,]*(?:元|块)?)${END_ZH}`,
    "给“$<a>”加删除线，在“$<a>”右边加“$<b>”",
  ),
  rule(
    `给(?:${ROLE_ZH})\\s*(?<a>[$¥€£]?\\d[\\d.,]*(?:元|块)?)\\s*(?:加|画|打)(?:上)?(?:一?[个条道])?(?:划线|删除线|中划线|横线)`,
    "给“$<a>”加删除线",
  ),
  rule(
    `${BEGIN_ZH}只(?:保留|留下?|要)(?<a>[左右上下][边面侧方]|顶部|底部)的(?<n>[^,。;\\s]{1,5}?),\\s*(?:把)?(?<b>[左右上下][边面侧方]|顶部|底部)的(?:都|全|全部)?(?:删掉|去掉|删除|删了)${END_ZH}`,
    "删掉$<b>的$<n>",
  ),
  rule(
    `(?<x>[^,。;\\s]{1,6}?)(?:有点|太|过于)多了?,\\s*(?:请)?(?:去掉|删掉|移除|减少|减掉)(?:一些|一点|几[个朵只条颗]|点|些)${END_ZH}`,
    "去掉部分$<x>",
  ),
  rule(
    `(?<s>字间?距[^,。;]{1,8}),\\s*(?<x>${ROLE_ZH})(?:看着|看起来|显得|有点|感觉|现在|实在)*太?[挤密紧]了?${END_ZH}`,
    "$<x>$<s>",
    /字间?距/u,
  ),
  rule(`${BEGIN_ZH}(?<b>把|将)?(?:主?kv|主视觉|主图|海报|封面|画面|图片|照片)的?(?=背景(?:色)?(?:换|改|变|调)(?:成|为))`, "$<b>"),
  rule("噪点(?:有点|有些|太|很|比较|挺)*(?:多|明显|重)了?,\\s*(?=(?:帮我|请|麻烦)*(?:做)?(?:降噪|去噪))", ""),
  rule("(?<=降噪|去噪|锐化|磨皮)处理(?:一?下)", "一下"),
  rule("(?:把|将)?(?:整体)?色调(?:调|改|变|换)(?:整)?(?:成|为)(?<w>[冷暖])色(?:调|系)?", "$<w>色调"),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:封面|海报|整张图|图片?|照片|画面|页面)(?:做|弄|改|变|处理)(?:成|为)(?<s>(?!黑白|复古|胶片|老照片|模糊|虚化|圆角|透明|.*色)[\\p{Script=Han}]{2,8}?)的?效果${END_ZH}`,
    "换成$<s>风格",
    /效果/u,
  ),
  rule(
    `(?:把|将)[^,。;\\s]{0,8}?(?:图|图片|图层|照片)放(?:到|在)(?<p>${CORNER_ZH})(?:当|做|作为|用作|当作)(?<m>logo|水印|标志|徽标|角标)${END_ZH}`,
    "在$<p>加$<m>",
  ),
  rule("^边框(?:改|换|变|做)(?:成|为)(?<k>双线|虚线|点线|圆角)的?(?=$|[,。;])", "加一个$<k>边框"),
  rule("(?:虚掉|虚化掉?|模糊掉?)或者?(?:去掉|删掉|移除)(?:都行|都可以|也行|皆可)", "去掉"),
];

export const PARTS_SAID_EN: readonly Recasting[] = WORDS_OUT_EN;
export const PARTS_SAID_ZH: readonly Recasting[] = WORDS_OUT_ZH;
