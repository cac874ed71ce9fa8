import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";
import { SIDE_EN } from "../shared-words.ts";

const SHAPE_EN = "(?:an? )?(?:square|\\d{1,4} ?[:x×] ?\\d{1,4}|portrait|landscape|vertical|horizontal)";
const UNCUT_EN =
  "(?:without (?:cropping|cutting|losing|trimming)|no cropping|(?:but )?(?:do not|don'?t) (?:crop|cut))(?: [a-z ]{2,24}?)?(?: off| out)?";
const UNCUT_ZH =
  "(?:但是?|,|并且?|不过|且)*(?:不要|别|不|不能|不许|无需|不用)(?:裁切|裁剪|裁掉|切掉|剪掉|裁到|切到|裁)(?:任何)?(?:画面|内容|东西|主体|人物|图片|部分)?";

/** The shape and the room of the picture in other words than to cut and to extend. */
export const FRAME_TALK_EN: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:(?:make|turn|resize|change|convert|set|get|fit|crop) (?:it|this|the (?:image|picture|photo|poster|canvas))(?: in)?(?:to)? |resize to |crop to )?(?:be )?(?<r>${SHAPE_EN})(?: format| ratio)?,? ${UNCUT_EN}(?=\\s*(?:$|[,.;!]))`,
    "extend the canvas to $<r>",
    /crop|cut|los|trim/u,
  ),
  rule(
    `^(?:please )?(?:i |we )?(?:just )?(?:need|want|leave|make|give (?:me|us)|create|add)(?: some| more| enough| a (?:bit|little)(?: of)?| a bit more)? (?:empty |blank |copy |white |negative )?(?:room|space)(?: for (?:the |an? |some |our |my )?(?:texts?|copy|headline|title|logo|caption|words|type|lettering|price|slogan))? (?:on|at|in|to) (?:the )?(?<p>${SIDE_EN})(?: side)?${END_EN}`,
    "add space on the $<p>",
    / (?:room|space)/u,
  ),
  rule(
    `^(?:please )?(?:just |only )?(?:keep|leave|show|want)(?: only| just)? the (?<s>top|bottom|left|right|upper|lower) half(?: of (?:it|the (?:image|picture|photo)))?${END_EN}`,
    "crop to the $<s> half",
  ),
  rule(
    `^(?:what|which) (?<p>font|typeface|colou?r|size|font size) (?:is|are) (?:this|that|it|these|used here)(?: text)?\\s*\\??$`,
    "what $<p> is the text?",
  ),
  rule(
    `${BEGIN_EN}(?:make|have|let) (?:the )?(?:whole thing|everything|entire (?:thing|image|picture|design)|whole (?:image|picture|design|poster|photo)|overall (?:look|design|image)|image|picture|photo|poster|banner|flyer|design|look) (?:feel|look)(?: a (?:bit|little))?(?: more)? (?<s>(?!like\\b|better|nicer|good|great|brighter|darker|warmer|cooler|sharper|softer|vivid|clear|saturated|colou?rful|contrasty|crisp|natural|bright|dark|warm|cool|washed|faded|black|the\\b|real|old\\b)[a-z-]+)${END_EN}`,
    "$<s> style",
  ),
];

export const FRAME_TALK_ZH: readonly Recasting[] = [
  rule(`${BEGIN_ZH}外框(?:用|要)?(?<c>${COLOUR})的?${END_ZH}`, "加一个$<c>边框", /外框/u),
  rule(`${BEGIN_ZH}(?:请|帮我|麻烦)*(?:我)?要(?<c>${COLOUR})的?底${END_ZH}`, "背景改成$<c>", /要.{1,6}底/u),
  // 8px的白色边框
  rule(`${BEGIN_ZH}(?<n>\\d+ ?(?:px|像素)的?[^,。;\\d]{1,6}(?:边框|相框|外框))${END_ZH}`, "加一个$<n>", /框/u),
  rule(
    `^(?:请|麻烦|帮我)*(?:把|将)?(?:图片?|照片|画面|它|这张图)?\\s*(?:改|变|做|调整?|转|弄|裁剪?|扩)(?:成|为|到)\\s*(?<r>[^,。;]{1,10}?)${UNCUT_ZH}[。!]?$`,
    "把画布扩展到$<r>",
    /裁|切|剪/u,
  ),
  rule(`^(?<r>\\d{1,4}\\s*[:x×]\\s*\\d{1,4}|正方形|方图)${UNCUT_ZH}[。!]?$`, "把画布扩展到$<r>", /裁|切|剪/u),
  rule(
    `^(?:请|麻烦|帮我|在)*(?:图片?|画面|照片)?的?(?<p>[左右上下](?:边|侧|面|方)|[顶底]部)(?:要|再|需要)?(?:补|空出?|留出?|多?留|腾出?|加出?|让出)(?:一?[块个点些片段])*(?:空白|空间|位置|地方|区域|空)?(?:出?来)?(?:,)?(?:用来|好|以便|可以|方便|来)?(?:放|写|加|摆)(?:上)?(?:文字|字|标题|文案|logo|价格|信息|广告语)[。!]?$`,
    "画布往$<p>扩展",
  ),
  rule(
    `^(?:只|仅|就)?(?:保留|留下?|要|剩下?)(?:图片?的?|画面的?)?(?<s>[上下左右])半(?:部分?|边|张|截|幅|面|身)?(?:的?(?:部分|内容|画面))?(?:就好|就行|即可|吧)?[。!]?$`,
    "只保留$<s>面一半",
  ),
  rule(`(?<v>提亮|压暗|提升|降低|加深)(?:一下)?阴影(?:部分)?(?=[一点些]*(?:$|[,。;]))`, "$<v>暗部"),
  rule("裁掉?(?<s>[上下左右])半(?:部分?|边|张|截|幅)(?=$|[,。;])", "裁掉$<s>边50%"),
  rule(`多大(?:尺寸|号|字号|分辨率|像素)(?=[?。!]?$)`, "多大"),
  rule(
    `${BEGIN_ZH}(?:让|使|把)?(?:整体|画面|整个画面|整张图|图片?|海报|照片|设计)(?:要|能|可以)?(?:看起来|显得)?更?有(?<s>[^,。;]{1,6}?(?:感|格调|气质))(?:一?[点些])?${END_ZH}`,
    "换成$<s>风格",
  ),
  rule(
    `^(?:让|使|把)?(?:整体|画面|整个画面|整张图|图片?|海报|照片|设计)(?:要|再|能|做得|弄得|看起来)*更?(?<s>日系|韩系|欧美|国潮|清新|文艺|商务|科技|极简|简约|高级|年轻|活泼|可爱|大气|少女|复古|时尚|潮流|奢华|现代)(?:化|范|风)?(?:一?[点些])${END_ZH}`,
    "改成$<s>风格",
  ),
];
