import type { StyleWish } from "../../../protocol/plan.ts";
import type { Phrase } from "../phrase/phrase.ts";
import { COLOUR, colourOf, coloursIn } from "../style/colour.ts";

/** The expression, the pose, the hair: what a thing is like and not a thing of its own. */
export const QUALITY_OF =
  /(?:表情|神态|姿势|动作|发型|发色|眼神|视线|妆容?|材质|质地|图案|花纹|款式|形状|造型|朝向|角度|肤色|口红|指甲油?)$|\b(?:expression|pose|posture|gesture|hair ?(?:style|cut)|makeup|material|pattern|texture|shape|gaze|lipstick|nail polish)$/;

/** A garment cut otherwise is still the same garment: 衬衫改成短袖. */
export const CUT = /[衫衣裙服恤装套]\s*(?:改|变|换)?(?:成|为)\s*[短长无]袖$/;

/** Of another stuff it is still the same thing. */
export const MADE_OF =
  /^(?:正?方|长方|圆|椭圆|心|星|三角|菱|[五六八]边|多边)形的?$|(?:材质|质地|面料|布料|材料|质感)的?$|^(?:真?皮|实?木头?|石头?|金属|玻璃|塑料|棉麻?|丝绸|陶瓷|大理石|不锈钢|磨砂|毛绒|丝绒|绒面?|亚麻|水泥)(?:质|制|料|面)?的$|^(?:真皮|实木|大理石|不锈钢|玻璃|金属|磨砂玻璃|亚麻|丝绒|灯芯绒|羊毛|羊绒|牛仔布?|帆布|藤编|竹编|草编)$|^(?:solid |real |polished |brushed |frosted |clear |dark |light |raw )?(?:glass|marble|wood|oak|walnut|metal|steel|stainless steel|leather|suede|velvet|linen|denim|wool|cotton|silk|satin|plastic|acrylic|concrete|stone|granite|ceramic|porcelain|brass|copper|bamboo|rattan|wicker|canvas|fur|chrome)$/;

/** 微笑的表情, 格子的: how it is, so the thing stays. */
export const LIKE_ITSELF =
  /^(?:半?透明|磨砂|哑光|亮面|发光|反光|镂空|毛茸茸|旧|新|干净|破旧)的$|(?:大小|尺寸|粗细|长短|高度)$|^[和跟与同像].+(?:一样|相同|一致)的?$|的(?:表情|姿势|神态|动作|眼神)$|^(?:格子|格纹|条纹|碎花|波点|印花|纯色|镂空|蕾丝|渐变色?)(?:的|款|图案)$/;

/** 更高的, 浅一点的: the same thing, only more so. */
export const OF_ITS_KIND = /^(?:更|再|稍微?)\p{Script=Han}{1,4}的$|^\p{Script=Han}{1,3}一?[点些]的$/u;

/** 染成, "dyed": the thing stays, whatever it is dyed. */
export const DYED = /(?:染|漆|刷|涂)(?:成|为|上)|^(?:paint|dye|tint|stain)\b/;

/** "dark red with thin stripes": a colour and more is how it is. */
export const COLOUR_AND_MORE = new RegExp(`^(?:an? )?${COLOUR},? (?:with|and) (?:an? )?[a-z]`, "u");

/** What a whole scene is in: 把季节改成冬天, "change the weather to rain". */
export const OF_THE_SCENE =
  /^(?:the )?(?:季节|天气|时间段?|时段|氛围|气氛|光线|(?:[a-z]+ )?scene|(?:day ?time|day|night(?: ?time)?|summer|winter|spring|autumn|sunny|rainy) (?:view|shot|scene|photo|picture|image)|.{0,4}场景|season|weather|time of day|atmosphere|mood)$/;

/** A scene the whole picture is to become: 变成夜景. */
export const SCENE =
  /^(?:一?[个片]?)(?:夜景|夜晚|晚上|白天|黄昏|傍晚|日落|清晨|早晨|雪景|雨天|雨景|下雪天?|晴天|阴天|[春夏秋冬][天季]|(?:night|day) ?time|(?:a )?(?:night|snow|winter|rainy|sunset) (?:scene|view)|night|winter|summer|autumn|spring|sunset|dusk|dawn)$/;

/** “should be bigger than the title”: a wish about size, never wording. */
export const COMPARED = /^(?:much |a (?:bit|little|lot) |slightly |even |way )?(?:bigger|larger|smaller|bolder|thicker|thinner)\b/;

/** "with an orange": with an article a thing, not its colour. */
export const FRUIT =
  /^an? (?:orange|peach|apricot|lemon|lime|olive|plum|rose|violet|lavender|orchid|coral|salmon|wine|ruby|pearl|pumpkin|coffee|chocolate|chestnut|walnut|eggplant|mango|avocado)$/;

/** "gum brown", 牛血红色: a colour whose first word is only its name. */
const KIND_OF_COLOUR =
  /^(?:an? )?[a-z]+ (?<c>red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|white|black)$|^\p{Script=Han}{1,4}(?<h>[红橙黄绿青蓝紫粉棕灰白黑金])色的?$|^(?!.*[发泛偏变])\p{Script=Han}{2,3}(?<k>[红橙黄绿蓝紫粉棕灰])$/u;

/** 改成彩虹屁色: said as a colour, but none that is known. */
export const NO_COLOUR = /^\p{Script=Han}{1,5}(?<![特景本角出绝起气颜])色$/u;

/** The old one, 原来的: which that was stands nowhere in the picture. */
export const EARLIER_ONE =
  /^(?:the |an? |our )?new (?:one|logo|text|version|wording|copy)$|^(?:the )?(?:old|previous|original|earlier|last|usual|right|correct|proper|other) (?:one|version|logo|text|colou?r)$|^(?:新|最新|原来|以前|之前|旧|老|上一?版|上次|正确)的?(?:那个|那种|版本|样子|一版)?$|^(?:我|我自己|我本人|myself|(?:我们?|咱们|我们自己|自己)的|ours)$/u;

/** Wording that only who asks can tell: today's date, an amount in another currency. */
export const NOT_SAID =
  /^(?:今天|明天|后天|昨天|下周|下个?月|当天|today|tomorrow|next (?:week|month|year))(?:的?日期|'s date)?$|^(?:美元|欧元|日元|英镑|港币|人民币|台币|韩元|(?:us |hk )?dollars|euros|pounds|yen|rmb|yuan|won)$/u;

/** 换成那个, "to this one": only a hand could show it. */
export const POINTED_AT =
  /^(?:[那这](?:一?[个只张种款件条]|些|样的?|边那个|边这个)?|它们?|(?:that|this|those|these)(?: (?:one|ones|thing|there|here))?|it|them|something(?: else)?|(?:an)?other (?:one|thing))$/u;

/** 字体换成更活泼的: how a typeface should feel is no typeface. */
export const NO_FONT =
  /^(?:更|再|比较|稍微|好看|别的|其[他它]|另一?[种个])|^(?:一?[种个])?(?:活泼|可爱|高级|好看|优雅|醒目|现代|复古|有设计感)一?[点些]?的$|^(?:an? |something )?(?:more |less |nicer|better|different|another|cooler)/u;

/** 电话的最后四位: a part of wording that is not quoted. */
export const SOME_DIGITS =
  /(?:最后|后|前|末尾?|中间)[两二三四五六\d](?:位|个数字?)|\b(?:last|first) (?:two|three|four|five|six|\d) (?:digits|numbers|letters|characters)\b/u;

/** 立体效果, "a neon effect": how quoted lettering is to look, no wording. */
export const SET_AS = /(?:效果|特效|字效|质感|光泽|光泽感)$|\b(?:effect|finish)$/u;

/** "the same font", without what it is to be the same as. */
export const ALIKE =
  /^(?:the |one )?same (?:font|typeface|size|colou?r|style|weight|look)s?$|^(?:一样|相同|统一|同样|同一[种个])的?(?:字体|字号|颜色|大小|样式|风格)?$/u;

/** The colour a phrase is a kind of; undefined for anything else. */
export function kindOfColour({ key }: Phrase): StyleWish | undefined {
  const { c, h = undefined, k = h } = KIND_OF_COLOUR.exec(key)?.groups ?? {};
  const colour = k === undefined ? colourOf(c ?? "") : (coloursIn(key)[0] ?? colourOf(k));
  return colour === undefined || coloursIn(key).length !== 1 ? undefined : { colour };
}
