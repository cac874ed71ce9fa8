import type { Operation } from "../../../protocol/plan.ts";
import { hasLiteral } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";
import { COLOUR } from "../style/colour.ts";

/** After these a place has to be closed, or the picture to go on. */
const LEAVES_A_PLACE = /\.remove$|^(?:canvas|background|object|image)\.|^crop$/;

/** Continuing, filling, blending in, matching: whichever word is used, it is what every engine does. */
const CLOSES_ZH =
  /自然|无缝|(?:用|是|保持)原来?的?背景|无痕|痕迹|天衣无缝|补(?=[全齐好满平完回得画背草墙天]|上(?!一?[个只棵辆把盆瓶位条张朵束])|出来|一下|$)|填(?=[充补满上好平]|$)|延(?:续|伸|展)|衔接|接(?:着|得上|上|好|续|起来|过去)|[顺沿]着|过渡|融(?:合|入|进|为|在一起)|匹配|协调|一致|统一|还原|复原|恢复|吻合|贴合|(?:边缘|边|轮廓|发丝|毛发).*(?:干净|细致|精细|清楚|利落|平滑|柔和)|继续|看不出|穿帮|露馅|破绽|连续|连贯|^(?:别|不要|不能)(?:有点|太)?(?:糊|断|断开|突兀|生硬|穿帮)了?$|(?:质感|纹理|花纹|光泽|肌理|材质)(?:都|也|要)?(?:别|不要|不能)(?:丢|变|乱|断)/u;
const CLOSES_EN =
  /\b(?:natural(?:ly)?|seamless(?:ly)?|blend(?:s|ed|ing)?|match(?:es|ing)?|continu(?:e|es|ing)|carr(?:y|ies|ying)\b.{0,24} (?:on|over|through)|flow(?:s|ing)?|go(?:es)? on|run(?:s|ning)? on|keeps? going|extend(?:s|ed|ing)?|fill(?:s|ed|ing)?|patch(?:ed|ing)?(?: up)?|heal(?:ed|ing)?|mend(?:ed|ing)?|inpaint(?:ed|ing)?|rebuild(?:ing)?|reconstruct(?:ed|ing)?|complet(?:e|ed|ing)|untouched|no (?:trace|marks?|seams?|gaps?)|as if|like (?:it|they) (?:was|were|wasn't|never)|line(?:s|d)? up|continuous|unbroken|intact|invisible|clean (?:edges?|cut-?out|up the edges?))\b|\brestor(?:e|ed|ing) (?:what|the (?:\w+ )?(?:background|wall|texture|surface|area|floor|ground|sky|fabric|skin of the fruit|grain|pattern))/u;

/** Of another order, or of what has a look of its own: the clause is left to those who read it. */
const ORDERS_ZH =
  /改|[换删裁]|替|去掉|移(?!除后|开后)|挪|放大|缩小|加(?!工)|写|[虚模]|变(?!化)|旋转|翻转|[调提压]?[亮暗](?=一?[点些])|磨皮|美白|瘦|皮肤|肤色?|[脸妆牙眼]|表情|头发$|字|标题|文案|价格|偏[暖冷亮暗红黄蓝绿]|[暖冷](?:色|调)|鲜艳|饱和|对比|划痕|老照片|画布|不够|分别|吗$|如果|要是/u;
const ORDERS_EN =
  /\b(?:change|replace|swap|remove|delete|erase|add|insert|put|move|crop|cut|rotate|flip|brighten|darken|sharpen|blur|bold|bigger|larger|smaller|bright(?:er)?|dark(?:er)?|warm(?:er)?|cool(?:er)?|skin|face|hair|teeth|eyes?|lips?|smile|makeup|text|font|wording|headline|title|logo|button|price|canvas|frame|scratch(?:es)?|if|border|shadows?)\b|\bfill\b.*\bwith (?:an?|some|another)\b(?! (?:similar|matching|bit of))|\b(?:fill(?:ed)?|covered) with (?!more|matching|similar|natural|background|surround|the (?:same|surround|background|original|existing))|\bfill(?:ing)? (?:the|his|her|our|its) (?!gaps?|holes?|spaces?|areas?|spots?|place|rest|void|empty|new|extra|missing|blank|sides?|edges?|background|left|right|top|bottom)[a-z]+ with/u;
/** A name of a colour may be that of a thing: the sand, the snow. */
const OF_COLOUR = new RegExp(
  `\\b(?:with|in|to|into|be|plain|solid|pure) (?:an? )?(?:plain |solid |pure )?${COLOUR}(?! [a-z])|(?=\\p{Script=Han})${COLOUR}(?=色|$|[的来填补铺])`,
  "u",
);
/** To one side and further out: that is room to be gained, except where it has been ordered already. */
const OUTWARDS =
  /[向往朝][上下左右外四两]|(?:扩展|扩大|延长|外扩)|\b(?:to|on|at) the (?:left|right|top|bottom|sides?)\b|\b(?:up|down|out)wards?\b/u;
/** 比例改成16:9，两侧自然延伸: a shape that is to be filled is reached by growing, not by cutting. */
const GROWS = /延[伸展]|[补填扩]|\b(?:extend|fill|expand|generat|complet|continu)/u;
const gainsRoom = ({ kind }: Operation): boolean => kind === "canvas.extend" || kind === "crop";

/**
 * "and let the snow continue naturally", 用原背景补全, 木纹自然延续, "blend it in": a clause behind an order that only says how the place is
 * to be closed or to go on orders nothing. It holds a word of closing, and nothing of another order: no colour, quote, measure or verb.
 */
export const readClosing: Recogniser = (clause, before) => {
  if (before === undefined || !LEAVES_A_PLACE.test(before.kind)) return undefined;
  const { key } = clause;
  if (before.kind === "crop" && GROWS.test(key)) return undefined;
  if (key.length > 90 || !(CLOSES_ZH.test(key) || CLOSES_EN.test(key))) return undefined;
  if (hasLiteral(clause) || /\d|#/.test(key) || ORDERS_ZH.test(key) || ORDERS_EN.test(key) || OF_COLOUR.test(key)) return undefined;
  return OUTWARDS.test(key) && !gainsRoom(before) ? undefined : { does: "keep" };
};
