import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";
import { GROUND } from "../shared-words.ts";

const SIZE = "\\d+\\s*(?:px|像素|%)";
const RATIO = "\\d{1,2}\\s*[:比]\\s*\\d{1,2}";

/** The ground, the border, the crop and the canvas in other words of everyday Chinese. */
export const FRAME_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:扣图|抠成透明底?图?|(?:做|变|弄|换|改)(?:成|为)?透明(?:底|背景)图?|给?我?要?透明底的?图?|背景镂空|免抠图?|做成免抠图?)${END_ZH}`,
    "抠图",
  ),
  rule("背景(?:填充|填|铺|刷)(?:成|为|上)?(?=[^,。;]{0,8}(?:色|红|白|黑|蓝|绿|黄|灰|粉|紫|橙|#))", "背景改成"),
  rule(
    `${BEGIN_ZH}(?:给|在)?(?:这?张?(?:图片?|照片|画面|海报)|四周|周围|整体|它)?(?:加上?|添加|描)(?:一?[个圈道条])?(?<n>${SIZE})的?(?<c>${COLOUR})的?边${END_ZH}`,
    "加$<n>$<c>边框",
    /\d\s*(?:px|像素).{1,8}边/u,
  ),
  rule(`(?:截成|(?:裁|截|剪)(?:切|取|剪)?)(?:到|个|出|一个)?\\s*(?=${RATIO})`, "裁成"),
  rule(`(?:用|按|以|照)(?:照|着)?\\s*(?<r>${RATIO})(?:的?比例)?(?:来)?(?:裁|截|剪)(?:剪|切|取)?(?:一下)?`, "裁成$<r>"),
  rule(`${BEGIN_ZH}(?:(?:尺寸|画面|图片|画幅|宽高)?比例?|画幅)\\s*:?\\s*(?=${RATIO}${END_ZH})`, "裁成"),
  rule(
    `${BEGIN_ZH}(?:在|把|给)?(?:画布|画面|图片?|海报|照片|主图|banner)?的?(?:往|向|朝)?(?<s>[上下左右])(?:边|侧|面|方|部)?(?:再|多|往外)*(?:增?加|延伸|多出|扩[大展充]?|补|延长|添加?|拓展|延展)(?:出|宽|高)?\\s*(?<n>\\d+\\s*(?:px|像素))(?:的?(?:空白|画布|空间|留白|背景|画面))?${END_ZH}`,
    "把画布向$<s>扩展$<n>",
  ),
];

/** The same in English. */
export const FRAME_EN: readonly Recasting[] = [
  rule(
    `^(?:${GROUND} removal|no ${GROUND}|without (?:an? |the )?${GROUND}|(?:export|save|deliver|png)(?: it)? with (?:an? )?transparent ${GROUND}|make it transparent|transparent ${GROUND})${END_EN}`,
    "remove the background",
  ),
  rule(
    `^(?:(?:i|we)(?:'d| would)? (?:want|need|like|prefer) |with |on |put on )?an? (?:plain |solid |clean |simple )?(?<c>${COLOUR}) ${GROUND}${END_EN}`,
    "make the background $<c>",
    /^(?:an?|i|we|with|on|put on)\b.* (?:background|backdrop|bg)/u,
  ),
  rule("^border\\s*:\\s*", "add a border "),
  rule("(?<=\\b(?:crop|cut|reframe|ratio|trim)\\b[^.;]{0,16}\\d{1,2})\\s?x\\s?(?=\\d{1,2}(?!\\d))", ":"),
  rule(
    `${BEGIN_EN}(?:(?:set|change|make|use) (?:the )?|the )?aspect ratio\\s*(?:to |of |is |should be |= ?|: ?)?(?=\\d{1,2}\\s?:)`,
    "crop to ",
  ),
  rule(
    `${BEGIN_EN}(?:cut|reframe|format|reformat|trim) (?:it |this |the (?:image|picture|photo) )?(?:down )?(?:to|for|as) (?:an? )?(?=\\d{1,2}\\s?:|\\d{3,5} ?(?:px)? ?[x×])`,
    "crop to ",
  ),
  rule(
    `${BEGIN_EN}add (?:another |an? (?:extra |additional )?|extra )?(?<n>\\d+ ?(?:px|pixels|%))(?: (?:of )?(?:extra |more |blank )?(?:background|space|canvas|room|sky|wall))? (?:to|on|at) the (?<s>left|right|top|bottom)(?: side| edge| hand side)?${END_EN}`,
    "extend the canvas by $<n> on the $<s>",
  ),
  rule(`\\bgrow (?=the (?:canvas|image|picture|frame))`, "extend "),
  rule(
    "^(?:(?:the |this )?(?:image|picture|photo|it|whole thing) )?(?:can it be|(?:should|needs? to|has to|must|could) be) (?=(?:(?:a (?:bit|little)|slightly|much|way) )?(?:brighter|darker|warmer|cooler|colder|sharper|softer|crisper|lighter|(?:more|less) (?:vivid|vibrant|saturated|colou?rful|contrasty))\\b)",
    "make it ",
  ),
  rule(
    "(?<=\\b(?:keep|same|preserve|leave|maintain|keeping)\\b[^.,;]*?\\b(?:font|size|style|position|layout|weight|colou?r)) and (?:the )?(?=(?:font|colou?r|size|style|position|layout|weight)\\b)",
    ", same ",
  ),
];
