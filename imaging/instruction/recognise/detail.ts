import type { Operation } from "../../../protocol/plan.ts";
import { hasLiteral, wordsOf } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";

/** What is drawn anew, so that words about how it should be belong to it. */
const DRAWN: ReadonlySet<Operation["kind"]> = new Set([
  "object.modify",
  "object.replace",
  "object.add",
  "style.transfer",
  "background.replace",
]);

/** How it is, where, how far: "down to the ankles", "with the sleeves rolled up", 长度到脚踝, 带一点点光泽. */
const DETAIL_EN =
  /^(?:with|in|on|down to|up to|reaching|about|like|similar to|made (?:of|from)|covered (?:in|with)|full of|filled with|facing|holding|wearing|looking|sitting|standing|lying|leaning|hanging|floating|pointing|showing|next to|beside|behind|around|under|above|as if|as though|roughly|just (?:above|below|like|enough)|slightly|half|more like|something like)\b(?!.*\b(?:change|remove|delete|replace|make|add|put|move|keep|leave|crop|text|title|headline|font|logo|instead|not|don't|no)\b)/;
const DETAIL_ZH =
  /^(?:长度?|大小|高度?)?(?:到|至|刚到|差不多到|大概到|带|有|配|像|类似|朝着?|面向|面朝|对着|穿着?|拿着?|坐着?|站着?|靠着?|旁边|上面|里面|手里|身上|头上|远处|周围|后面|前面|材质|款式|造型|姿势|品种|花色)(?!.*(?:删|去掉|改|换|移|加粗|放大|缩小|字|标题|文案|logo|不要|别)).{1,16}$/u;

/** 下面宽一点, "the bottom a bit wider": of a border. */
const UNEVEN =
  /^(?:最?[下上底顶左右][边面部侧]?)(?:的|要|再|留得?)*(?:宽|窄|厚|粗|细)(?:一?[点些]|一点点)$|^(?:and |but |with )?(?:the |a )?(?:bottom|top|left|right)(?: edge| side| part)? (?:is |should be )?(?:a (?:bit|little) |slightly |much )?(?:wider|thicker|narrower|thinner)$|^(?:a (?:bit|little) |slightly |much )?(?:wider|thicker|narrower|thinner) (?:at|on) the (?:bottom|top|left|right)$/u;

/** 线条粗一点, "van gogh": how a style is to be drawn, or whose it is. */
const OF_STYLE =
  /^(?:线条?|笔触|色块|轮廓|描边|颜色|色彩|阴影|光影|纹理|颗粒|对比|细节|肌理|笔刷).{1,8}$|^(?!(?:keep|remove|change|add|make|put|crop|delete|and|but|no|not|please|the)\b)[a-z]+(?: [a-z]+){0,2}$|^(?:bold|thick|thin|soft|visible|loose|rough|fine|heavy|bright|muted|pastel) [a-z]+(?: [a-z]+)?$/u;

/** Words behind an order that say more about what it draws: they go with it. Read last, so that no order among them is lost. */
export const readDetail: Recogniser = (clause, before) => {
  if (before?.kind === "border.add" && UNEVEN.test(clause.key)) {
    const value = [before.value, wordsOf(clause)].filter((words) => words !== undefined).join(", ");
    return { does: "instead", operations: [{ ...before, value }] };
  }
  if (before?.kind === "style.transfer" && OF_STYLE.test(clause.key) && typeof before.value === "string")
    return {
      does: "instead",
      operations: [{ ...before, value: `${before.value}${/\p{Script=Han}/u.test(clause.key) ? "，" : ", "}${wordsOf(clause)}` }],
    };
  if (before === undefined || !DRAWN.has(before.kind) || hasLiteral(clause) || /\d/.test(clause.key)) return undefined;
  if (!DETAIL_EN.test(clause.key) && !DETAIL_ZH.test(clause.key)) return undefined;
  const more = /\p{Script=Han}/u.test(clause.key) ? `，${wordsOf(clause)}` : `, ${wordsOf(clause)}`;
  if (before.kind === "object.add") return { does: "instead", operations: [{ ...before, target: (before.target ?? "") + more }] };
  return typeof before.value === "string" ? { does: "instead", operations: [{ ...before, value: before.value + more }] } : undefined;
};
