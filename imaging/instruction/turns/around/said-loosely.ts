import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const HUE_ZH = `(?=\\p{Script=Han})(?:纯)?${COLOUR}`;
const SHAPE = "\\d{1,4}\\s?[:x×*比]\\s?\\d{1,4}";
/** A thing's only measure of itself: what it is to say. */
const SAYS_ZH =
  "(?:营业|开放|活动|截止|集合|开始)?时间|地址|地点|日期|(?:联系|客服|咨询|订餐|服务)?电话|手机号?|联系方式|网址|邮箱|微信号?|价格|票价|标题|副标题|主标题|店名|姓名|名字|口号|文案|有效期";
const STYLED = "(?:风格|画风|风|效果|滤镜|感觉|质感|调调?|色调)";
const PHOTO_ZH = "(?:这|那)?一?[张幅]?(?:图片?|照片|相片|画面|海报|主图)";
const REMOVES = /^(?!.*(?:加|放|打上|印上|盖上|改|换)).*(?:去|删|抹|擦|除|消|清|干掉)/u;
const REMOVES_EN = /\b(?:remove|delete|erase|lose|get rid|take|wipe|clean|scrub|strip|gone|go)\b/u;

/** Orders said loosely in words that have one plain form. */
export const SAID_LOOSELY_ZH: readonly Recasting[] = [
  // 背景抠了发我png就行
  rule("(?<=[删去抠抹擦换改][掉了除好])\\s*(?=(?:发|传|存|导出)(?:一?[张个份])?(?:给)?(?:我|成|为|png|jpe?g))", "，", /[发传存导]/u),
  // 把背景给弄成白的, 标题弄白
  rule("(?<=(?:把|将)[^,。;给]{1,10})给(?=(?:[弄改换变调做搞整弃]|设)(?:成|为)|[弄搞整](?!个))", "", /给[弄改换变调做搞整设]/u),
  rule(`(?<=[^\\s,。;给来])[弄搞整](?=${HUE_ZH}的?${END_ZH})`, "改成", /[弄搞整]/u),
  // 颜色灰一点, 字再红些: of the wording just named
  rule(
    `(?<=[\\uE100-\\uE1FF])[\\s,]*(?:字体?|文字|颜色|字色)的?(?:颜色)?(?:再|更|稍微|要|弄|调|改)*(?<c>[红橙黄绿青蓝紫粉黑白灰金银棕])(?:一?[点些]|一点点)${END_ZH}`,
    "，颜色$<c>色",
    /[点些]/u,
  ),
  rule(
    `(?<=(?:比例|尺寸|大小|画幅|图片?|画面|裁|改)[^,。;\\d]{0,5}${SHAPE}(?:的|比例|尺寸)?)\\s*(?:我要|要|用来|好|来)?(?:发|做|给|当|投|传|上传|放|用作|用在|用于|印|打印|挂|贴)(?![大小]一?点)[^,。;\\d]{1,8}${END_ZH}`,
    "",
    /[发做给当投传放用印挂贴]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>${SAYS_ZH})(?:麻烦|帮我|请|要|需要)*(?:改|换|更新|修改|变)(?:一?下|了)\\s*[:,]\\s*(?<w>(?:${Q}|[\\da-z$¥\\p{Script=Han}](?![^。;,\\uE100-\\uE1FF]*(?:->|=>|→|[改换变]|写错|不对|错了|[大小粗细]一?点))[^。;,\\uE100-\\uE1FF]{2,40}))${END_ZH}`,
    "$<x>改成“$<w>”",
    /[改换更变]/u,
  ),
  rule(`(?<=[删去抹清擦](?:[掉除了]|干净)+)\\s*(?=[只仅](?:留|保留|要|剩))`, "，", /[只仅](?:留|保留|要|剩)/u),
  rule(
    `${BEGIN_ZH}(?:请|帮我|在|给)?(?:图片?|画面)?的?(?<p>[上下左右](?:[边面方侧]|部)?|[顶底]部)(?:再|要|多|给我)*留(?:出)?(?:一?[点些块片]|个)(?:空白?|白|位置?|地方|空间)(?:儿|出来)?[\\s,]*(?:我|好|后面|之后|等下|到时候?|回头)?(?:要|用来|方便|给|来|准备)?[放写加排打贴](?:个|点|上)?[^,。;\\d]{1,6}${END_ZH}`,
    "$<p>多留点空间",
    /留/u,
  ),
  // 给这张图做个水彩效果
  rule(
    `${BEGIN_ZH}(?:请|帮我|麻烦)?(?:给|为|把|将)${PHOTO_ZH}(?:都|整体)?(?:做|来|弄|整|搞|上|套|换|用|加)(?:上|成)?(?:一?[个种张点层])?(?<x>(?![个种张点层]|阴影|投影|描边|模糊|虚化|边框|渐变|圆角|立体|光|水印|暗角|发光)[\\p{Script=Han}a-z0-9 ]{2,12}?)(?:的)?${STYLED}${END_ZH}`,
    "整体改成$<x>风格",
    /风|效果|滤镜|感觉|质感|调/u,
  ),
  // “样机”水印, 写着“内部资料”的水印: the wording is what goes.
  rule(
    `(?:(?:上面)?(?:写|印|标|打)(?:着|有|了)|带有?|有|含有?)?\\s*(?<a>${Q})\\s*(?:这?(?:几|两|[一二三四五六])个字|字样)?的?(?:这|那)?个?(?:文字)?浮?水印(?:文?字)?`,
    "$<a>",
    REMOVES,
  ),
  rule(`抠图?,?(?:并|再|然后)?(?=(?:去|删|扣)(?:掉|除)?背景)`, ""),
];

export const SAID_LOOSELY_EN: readonly Recasting[] = [
  // “and fill the space with a plant”: what takes the place of the thing that goes.
  rule(
    "\\b(?:remove|delete|erase|take out|get rid of|take away) (?<x>(?:the |that |this |our |her |his )[^,.;\\uE100-\\uE1FF]{2,40}?)(?:,| and|, and)(?: then)? (?:fill|cover|replace) (?:the|that|its|this) (?:space|gap|hole|spot|place|area) (?:with|by) (?<y>(?:an? |some |another )(?!similar|matching|bit of|piece of|natural|clean|plain|seamless|background|texture)[^,.;]{2,40}?)(?=$|[,.;!])",
    "replace $<x> with $<y>",
    /fill|cover|replace/u,
  ),
  // “green like #22c55e”: the code says which green.
  rule(
    `\\b${COLOUR}(?: colou?r)?,? ?(?:like|as in|such as|i\\.e\\.|ie|namely|hex|code|with (?:the )?(?:hex|code)|using|=|-|:)(?: this| code| hex)*:? (?=#[\\da-f]{3})`,
    "",
    /#[\da-f]{3}/u,
  ),
  rule(`\\b(?:the |that |this )?(?<a>${Q}) watermarks?(?: text)?\\b`, "$<a>", REMOVES_EN),
  rule(
    "(?<=^(?:is|are) (?:the|our|that|this|my|those|these) [a-z' -]{2,30}?) (?:still|also|even|actually|already|really)(?= (?:on|in|there|at|visible|showing|here|up))",
    "",
    /^(?:is|are) /u,
  ),
  rule("(?<=^(?:is|are) there) (?:still|even|actually|already|really)(?= )", "", /^(?:is|are) there/u),
];
