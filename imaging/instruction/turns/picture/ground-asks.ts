import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_ZH } from "../recasting.ts";

const SIDE =
  "(?:each|every|all|both|either)(?: (?:of the )?(?:four )?(?:sides?|edges?))?|(?:the )?(?:top|bottom|left|right)(?: side| edge)?(?: and (?:the )?(?:top|bottom|left|right))?|(?:the )?(?:edges|sides)";

/** The ground and the frame in the words people have for them. */
export const GROUND_ASKS_EN: readonly Recasting[] = [
  rule(
    `\\b(?:isolate|cut out|extract|mask out) (?:the |this |my |our )(?:[a-z]+ ){1,3}(?:and (?:put|place) it )?(?:on|onto|against|over) (?:an? )?(?:transparent|clear|alpha) (?:background|backdrop|bg)${END_EN}`,
    "remove the background",
    /transparent|clear|alpha/u,
  ),
  rule(
    `^(?:the )?same (?:pattern|design|style|shape|product|model|one|thing|print)s?,? (?:but |only |just )?(?:in |make it |coloured )?(?<c>${COLOUR})${END_EN}`,
    "make the subject $<c>",
    /^(?:the )?same /u,
  ),
  rule(
    "(?<=\\b(?:black and white|black & white|b&w|monochrome|gr[ae]yscale|sepia|vintage|warmer|cooler|brighter|darker)) with (?:just |only )?(?:an? (?:bit|little|touch|tad|hint)(?: of)?|slightly|some) (?=(?:more|less|higher|lower|extra) )",
    ", slightly ",
    / with /u,
  ),
  rule("^(?:i|we)(?:'d| would)? (?:want|like|need) the (?:background|backdrop|bg) to be ", "make the background ", / to be /u),
  rule(`${BEGIN_TALK_EN}(?:remove|get rid of|clear|reduce|cut) (?:the |that |some )?haze${END_EN}`, "increase the contrast", /haze/u),
  rule(
    `${BEGIN_TALK_EN}(?:put|add|use|place|have|drop in|stick) (?:an? |some )?(?:(?:soft|plain|solid|simple|nice|clean) )*(?<c>${COLOUR})(?: one| colou?r)? (?:behind(?: (?:it|them|her|him|the (?:product|subject|person)))?|underneath)${END_EN}`,
    "make the background $<c>",
    /behind|underneath/u,
  ),
  rule(
    "\\s*,?\\s*\\b(?:with|and) (?:the |its |her |his )?(?:(?:soft|drop|natural|contact|original) )*(?<s>shadows?|reflections?) (?:kept|intact|preserved|retained|left(?: in)?|staying)(?=$|[,.;!])",
    ", keep the $<s>",
    /shadow|reflection/u,
  ),
  rule(
    "(?<=\\b(?:background|backdrop|bg|cut ?out|white|transparent)\\b[^.;]*?)\\s*,?\\s*\\b(?:without|with no|minus|but no|and no|lose|drop(?! shadow)) (?:the |its |any |an? )?(?:(?:soft|drop|natural|contact|original) )*shadows?(?=$|[,.;!])",
    ", no shadow",
    /shadow/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|place|set|show|lay) (?:it|this|them|the [a-z]+) (?:on|onto|over|against|in front of) an? (?:(?:soft|smooth|nice|subtle) )*gradient(?: background| backdrop| bg)? (?=(?:from|of|between|in) )`,
    "make the background a gradient ",
    /gradient/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:cut|take|shave|slice|chop|lop|trim|crop) (?<n>\\d+(?:\\.\\d+)? ?(?:px|pixels?|%|percent)) (?:off|from|of|away from|off of) (?:of )?(?<s>${SIDE})${END_EN}`,
    "crop $<n> off $<s>",
    /\d/u,
  ),
  rule(
    "^(?:only )?(?:if|when) [^,.;]{3,50}, (?:then )?(?:please )?(?=(?:tell me|let me know|list|read out|read me|say) what )",
    "",
    /^(?:only )?(?:if|when) /u,
  ),
  rule("\\ba (?:shade|notch|smidge|smidgen|fraction|hair|tiny bit|wee bit) (?=[a-z]+er\\b|more\\b|less\\b)", "a bit ", / a /u),
];

/** The same in Chinese. */
export const GROUND_ASKS_ZH: readonly Recasting[] = [
  // 背景用办公室, 把商品放到咖啡馆的背景里
  rule(`${BEGIN_ZH}(?:把|将)?背景图?(?:就|直接)?用(?!的|什么|哪|了|得)(?=[\\p{Script=Han}a-z]{2})`, "背景换成", /背景/u),
  rule(
    `${BEGIN_ZH}(?:把|将)(?:商品|产品|人物?|模特|主体|它|猫|狗)(?:放|摆|置|合成)(?:到|在|进|入|于)(?<x>${WORDS_ZH}{2,12}?)的?(?:背景|场景|环境)(?:里面?|中|上|下|前)?${END_ZH}`,
    "背景换成$<x>",
    /背景|场景|环境/u,
  ),
  rule(
    `${BEGIN_ZH}(?:整体|画面|图片?|照片)?(?:颜色|色彩)?(?:有点|还是|好像)?不够(?<a>鲜艳|亮|清晰|锐利|通透|暖)${END_ZH}`,
    "把画面调$<a>一点",
    /不够/u,
  ),
  rule(`(?<=一?[点些])(?:来|以|好)?(?:突出|凸显|衬托|强调|聚焦)(?:一下)?[^,。;]{1,6}${END_ZH}`, "", /[突凸衬强聚]/u),
  rule("(?:不要|不用|不需要|无需|别|不)(?:再)?保?留(?:地面|脚下|底部)?上?的?(?:阴影|投影|影子)", "不要阴影", /留.*影/u),
  rule(
    `渐变(?:色)?的?(?:背景|底)(?:上|里|中)?\\s*,\\s*(?:由|从)(?<a>${COLOUR})(?:渐变|过渡)?(?:到|至)(?<b>${COLOUR})${END_ZH}`,
    "$<a>到$<b>的渐变背景",
    /渐变.*,/u,
  ),
  rule("(?<=透明化|虚化|模糊化?|黑白化?|锐化)处理(?:一下)?(?=$|[,。;!])", "", /处理/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:换|改|变|p|放|弄)(?:成|到|进|在)(?:一?[个间片座])?(?<y>[\\p{Script=Han}a-z]{2,10}?)的?(?:场景|环境|实景|现场)(?:里|中|下)?${END_ZH}`,
    "背景换成$<y>",
    /场|境|景/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:换掉|替换掉|换下)(?<x>[^,。;\\uE100-\\uE1FF]{1,12}?)\\s*[,。]\\s*(?:改用|换成|换上|用|改成)(?<y>[^,。;\\uE100-\\uE1FF]{1,12}?)(?:吧|代替|替代)?${END_ZH}`,
    "把$<x>换成$<y>",
    /换/u,
  ),
  rule(
    `^(?:图片?|画面)?(?:里|中)?(?:只|仅)(?:保留|留下?|要|需要|截取?|剪|裁)(?:出|到|取)?(?<x>[^,。;\\uE100-\\uE1FF]{0,6}?(?:上半身|下半身|半身|头部|脸部?|面部|特写))(?:部分|区域)?(?:就好|就行|即可)?${END_ZH}`,
    "裁剪到$<x>",
    /身|头|脸|面|特写/u,
  ),
];
