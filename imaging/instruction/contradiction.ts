import type { Operation } from "../../protocol/plan.ts";
import { fold } from "./phrase/fold.ts";
import { COLOUR, colourOf } from "./style/colour.ts";

/** What an operation is about, folded; `undefined` where it names nothing. */
const named = (op: Operation): string | undefined => {
  const words = op.text?.from ?? op.target ?? (op.kind === "background.remove" ? "背景" : undefined);
  return words === undefined ? undefined : fold(words);
};
const BACKGROUND = /背景|background|backdrop/;

const step = (op: Operation): { readonly property: string; readonly sign: string } | undefined => {
  const [, property, sign] = (op.kind === "tone.adjust" && /^(\w+) ([+-])/.exec(String(op.value))) || [];
  if (property === undefined || sign === undefined) return undefined;
  // Blurred is the other end of sharp.
  return property === "blur" ? { property: "sharpness", sign: sign === "+" ? "-" : "+" } : { property, sign };
};

const paints = (op: Operation): boolean =>
  (op.kind === "text.restyle" || op.kind.endsWith(".recolour")) && op.style?.colour !== undefined && op.text?.to === undefined;

const RESTYLES: ReadonlySet<string> = new Set(["text.restyle", "object.recolour", "object.modify"]);
const goes = ({ kind }: Operation): boolean => kind === "text.remove" || kind === "object.remove";
const sameThing = (a: Operation, b: Operation): boolean =>
  named(a) !== undefined && named(a) === named(b) && a.where === b.where && a.nth === b.nth;

/** Whether two orders of one instruction undo each other: brighter and darker, red and blue of the same thing. */
export function contradicts(before: Operation, op: Operation): boolean {
  const [a, b] = [step(before), step(op)];
  if (a !== undefined && b !== undefined) return a.property === b.property && a.sign !== b.sign && before.target === op.target;
  // 标题改红色，不要红色
  if (before.style?.colour !== undefined && op.kind === "object.remove" && colourOf(fold(op.target ?? "")) === before.style.colour)
    return true;
  if (sameThing(before, op)) {
    const grows = (one: Operation): number => Math.sign((one.style?.sizeFactor ?? 1) - 1);
    if (grows(before) * grows(op) < 0) return true;
    if (
      Math.abs((before.style?.weight ?? 0) - (op.style?.weight ?? before.style?.weight ?? 0)) >= 300 &&
      before.style?.weight !== undefined
    )
      return true;
    if (goes(before) && RESTYLES.has(op.kind)) return true;
  }
  return (
    paints(before) &&
    paints(op) &&
    before.kind === op.kind &&
    before.style?.colour !== op.style?.colour &&
    named(before) === named(op) &&
    (named(op) !== undefined || op.kind === "background.recolour") &&
    before.where === op.where &&
    before.nth === op.nth
  );
}

/** 不要变大, 不要占太多空间: said of what is to grow. */
const LARGER_REFUSED =
  /(?:别|不要|不能|不想|不)(?:再|让它)?(?:(?:变|放|加|增)大|(?:比|超过)(?:现在|原来|之前|目前|原先|它)的?(?:还|更|再)?大$)|(?:别|不要|不能)(?:占|用)(?:太多|更多|多)?(?:的)?(?:空间|地方|位置)|\b(?:not|don't make it|never) (?:any )?(?:bigger|larger)\b|(?:without|not|don't) tak(?:e|ing) up (?:too much |more |any more )?(?:space|room)/;
/** 但不要改变颜色, "keep exactly the same size": of the very property that is to change. */
const COLOUR_KEPT =
  /^(?:但是?|又|也|可是?|不过|且)*(?:要|得)?(?:(?:不要|别|不能|不)(?:改变|改动|改|变|动)(?:它的?|字的?|的|任何|所有|原来的?)*颜色|(?:保持|保留)(?:它的?)?原(?:来|有|本|先)?的?颜色|(?:保持|保留)?(?:它的?|原来?的?)?颜色(?:保持)?(?:不变|不动|不改|原样|(?:不要|别|不能)(?:变|改|动)))$|^(?:but |and |while |yet )?(?:keep|keeping|leave|without chang\w*|don't change|do not change) (?:it |its |the )?(?:(?:exactly )?the same |original |current )?colou?r$/;
const SIZE_KEPT =
  /^(?:但是?|又|也|可是?|不过|且)*(?:要|得)?(?:(?:不要|别|不能|不)(?:改变|改动|改|变|动)(?:它的?|字的?)?(?:大小|尺寸|字号)|(?:保持|保留)?(?:它的?|原来?的?)?(?:大小|尺寸|字号)(?:保持)?(?:不变|不动|不改|原样|一样|(?:不要|别|不能)(?:变|改|动)))$|^(?:but |and |while |yet )?(?:keep|keeping|leave|without chang\w*|don't change|do not change) (?:it |its |the )?(?:(?:at |in )?(?:(?:exactly |just )?the (?:very |exact )?same (?:exact )?)|original |current )?size(?: as (?:now|before|it is))?(?: in .*)?$/;
/** “keep the beach behind her”, 保留原来的背景: the ground stays that was to go. */
const GROUND_KEPT =
  /(?:keep|leave|preserve|don't (?:touch|change|remove)) (?:the |this )?(?:[a-z]+ )?(?:(?:behind|in the background|background|backdrop)\b(?!.*shadow)|[a-z]+ (?:behind|in the background))|^(?:但|但是|并|且)*(?:保留|保持|别动|不要动|不要改|别改)(?:原来?的?|现有的?|现在的?)?背景(?:不变|不动)?$|^(?:原来?的?)?背景(?:不要|别|不用|不)(?:动|变|改|换)/;

const IT_EN = "(?:it|them|this|that|(?:its|the|all the|overall) (?:colou?rs?|tones?|look|mood|image|picture|photo|whole thing))";
const STAYS_EN = `^(?:(?:but|and|while|yet|still|also) )*(?:(?:keep|leave|hold|maintain|let|have)(?:ing)? ${IT_EN}|${IT_EN} (?:should |must |has to |needs to )?(?:stays?|remains?|keeps?)) (?:(?:be|stay|remain|as|in|a|an|nice and|quite|rather|still|fairly|slightly|a bit) )*`;
const STAYS_ZH =
  "^(?:但是?|而且?|又|也|可是?|不过|且|并|同时)*(?:它|画面|图片?|整体|照片|字体?|文字)?(?:的?(?:颜色|色调|色彩|光线))?(?:也|要|得|还|依然|仍然?|依旧|继续|一直)*(?:保持|还是|仍是|依旧是|维持|留着?)(?:为|成|着|原来的)*";
/** “keep it grey”, 还是灰色的: how what was just ordered otherwise is to stay. */
const COLOUR_STAYS = new RegExp(`(?:${STAYS_EN}|${STAYS_ZH})(?<state>${COLOUR})(?:的|不变|原样)*$`, "u");
const TONE_STAYS = new RegExp(
  `(?:${STAYS_EN}|${STAYS_ZH})(?<state>[a-z]+|\\p{Script=Han}{1,3}?)(?: (?:tones?|colou?rs?|look|feel|mood))?(?:色?调|的|不变)*$`,
  "u",
);
/** What a picture is like with more and with less of a property. */
const STATES: Readonly<Record<string, readonly [more: RegExp, less: RegExp]>> = {
  warmth: [/^warm|暖/, /^(?:cool|cold|icy)|冷|凉/],
  brightness: [/^(?:bright|light|airy)|亮(?!度)/, /^(?:dark|dim|moody)|暗|黑/],
  contrast: [/^(?:punchy|contrasty)/, /^(?:flat|soft)|柔/],
  saturation: [/^(?:vivid|vibrant|colou?rful|saturated)|艳/, /^(?:muted|pale|desaturated|subdued)|素|淡/],
  sharpness: [/^(?:sharp|crisp|clear)|清|锐/, /^(?:soft|blurr)|糊|柔/],
};
const SHAPE = /\d+(?:\.\d+)?\s*[:比]\s*\d+(?:\.\d+)?/;

/** Whether a wish to keep names the opposite of what an order makes: “make it warmer but keep it cool”, 裁成1:1，比例保持16:9. */
function keepsOpposite(op: Operation, wish: string): boolean {
  const said = wish.replace(new RegExp(`(?:the |this |that )?${escaped(named(op) ?? "\0")}`, "u"), (hit) =>
    /[a-z]$/.test(hit) ? "it" : "",
  );
  const colour = op.style?.colour !== undefined && op.text?.to === undefined ? COLOUR_STAYS.exec(said)?.groups?.state : undefined;
  if (colour !== undefined) return colourOf(colour) !== op.style?.colour;
  const { property = "", sign } = step(op) ?? {};
  const state = TONE_STAYS.exec(said)?.groups?.state;
  if (op.value === "grayscale" && !/^(?:除|except)/.test(op.target ?? "") && /^(?:full|colou?r(?:ful|ed)?|彩色?)$/.test(state ?? ""))
    return true;
  if (state !== undefined && STATES[property]?.[sign === "+" ? 1 : 0].test(state)) return true;
  const shape =
    op.kind === "crop" || op.kind === "canvas.extend" ? SHAPE.exec(wish)?.[0].replace("比", ":").replaceAll(" ", "") : undefined;
  return shape !== undefined && typeof op.value === "string" && SHAPE.test(op.value) && shape !== op.value;
}

/** “actually keep it”, 还是留着吧: what was just to go. */
const KEPT_AFTER_ALL =
  /^(?:(?:but|and|actually|no|wait|hmm|oh|instead|maybe|rather|on second thoughts?)[, ]+)*(?:just )?(?:keep|leave) (?:it|them|that|this|him|her)(?: (?:in|there|after all|where (?:it|they) (?:is|are)))?$|^(?:但|算了|不|不对|等等|还是|要不|,)*(?:留着|保留|留下|别删|不删|不要删|别去掉)(?:它|吧|了|好了|算了)*$/u;

/** “keep 'A1' as it is”, 标题保持不变: all of what was just ordered otherwise. */
const ALTERS: ReadonlySet<string> = new Set(["text.replace", "text.restyle", "object.recolour", "object.replace"]);
function keepsAsItIs(op: Operation, wish: string): boolean {
  const what = ALTERS.has(op.kind) && op.where === undefined ? named(op) : undefined;
  if (what === undefined || !wish.includes(what)) return false;
  const rest = wish.replace(what, "\uE000");
  return /^(?:(?:and|then|but|also) )*(?:please )?(?:keep|leave) (?:the )?(?:text |word )?\uE000 (?:exactly )?(?:as (?:it )?(?:is|was)|unchanged|untouched|alone|the same)(?: (?:is|was|now|before))*$|^(?:但是?|然后|再|又)*\uE000(?:这[几两三四个字]+)?(?:要|还是|也|得)*(?:(?:保持|维持)(?:不变|不动|原样)|不变|不动|不要[动改变]|别[动改变])$/u.test(
    rest,
  );
}

/** “but don't add any logo”, 别加logo: what was just to be added. */
function refusesAdded(op: Operation, wish: string): boolean {
  if (!op.kind.endsWith(".add")) return false;
  const what = op.kind === "border.add" ? "(?:边框|border|frame)" : op.target === undefined ? undefined : escaped(fold(op.target));
  return (
    what !== undefined &&
    new RegExp(
      `^(?:but |and |please )*(?:don't|do not|never|without) add(?:ing)? (?:any |an? |the |that )?${what}s?$|^(?:但是?|又|也)?(?:不要|别|不用)(?:再)?(?:添加|加上?|放上?)(?:任何|一?个)?的?${what}$`,
      "u",
    ).test(wish)
  );
}

/** “keep the bench but remove the bench”: a thing that goes (`op`) after a wish to keep just that. */
export const removesKept = (op: Operation, wish: string): boolean =>
  /^(?:text|object)\.remove$/.test(op.kind) && op.where === undefined && keepsRemoved(op, wish);

/** Whether a wish to keep (its folded words) names just what an order takes away. */
export function keepsRemoved(op: Operation, wish: string): boolean {
  if (keepsOpposite(op, wish) || keepsAsItIs(op, wish) || refusesAdded(op, wish)) return true;
  const factor = op.style?.sizeFactor ?? 1;
  if (factor > 1 && LARGER_REFUSED.test(wish)) return true;
  if (
    factor < 1 &&
    /(?:别|不要|不能)(?:再)?(?:变|太|缩|改|比(?:现在|原来|之前|目前|原先|它)的?(?:还|更|再)?)?小(?!心)|\b(?:not|don't make it|never) (?:any )?smaller\b/.test(
      wish,
    )
  )
    return true;
  const ofIt = wish.replace(new RegExp(`${escaped(named(op) ?? "\0")}的?`, "u"), "").replace(/^(但是?|不过|可是?|而|又)?的/u, "$1");
  if (op.style?.colour !== undefined && op.text?.to === undefined && (COLOUR_KEPT.test(wish) || COLOUR_KEPT.test(ofIt))) return true;
  if ((op.style?.sizeFactor ?? op.style?.size) !== undefined && SIZE_KEPT.test(wish)) return true;
  if (/^background\.(?:recolour|replace|remove)$/.test(op.kind) && GROUND_KEPT.test(wish)) return true;
  if (!op.kind.endsWith(".remove")) return false;
  if (op.kind === "background.remove") return BACKGROUND.test(wish) && !/阴影|影子|shadow|透明|transparent/.test(wish);
  if (KEPT_AFTER_ALL.test(wish)) return true;
  const what = named(op);
  if (what === undefined) return false;
  const wished = wish.replaceAll("的", "");
  const stays = "(?:要|得|还是|必须|一定)*(?:留着|保留|留下|别动|不动|不要动|别删|不要删|不删)$";
  if (new RegExp(`^(?:但是?|不过|可是?)?${escaped(what.replaceAll("的", ""))}${stays}`, "u").test(wished)) return true;
  return (
    what.length > 1 &&
    new RegExp(
      `(?:保留|留下|不要删|别删|不删|keep|leave|don't (?:remove|delete)) ?(?:the )?${escaped(what)}(?: (?:(?:exactly |just )?(?:where|as) (?:it|they) (?:is|are|was|were)|in (?:its )?place|alone|untouched|there))?$`,
    ).test(wish)
  );
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
