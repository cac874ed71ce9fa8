import type { Operation } from "../../protocol/plan.ts";
import { fold } from "./phrase/fold.ts";
import { colourOf } from "./style/colour.ts";

/** What an operation is about, folded; `undefined` where it names nothing. */
const named = (op: Operation): string | undefined => {
  const words = op.text?.from ?? op.target ?? (op.kind === "background.remove" ? "背景" : undefined);
  return words === undefined ? undefined : fold(words);
};
const BACKGROUND = /背景|background|backdrop/;

const step = (op: Operation): { readonly property: string; readonly sign: string } | undefined => {
  const [, property, sign] = (op.kind === "tone.adjust" && /^(\w+) ([+-])/.exec(String(op.value))) || [];
  return property === undefined || sign === undefined ? undefined : { property, sign };
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
  /^(?:但是?|又|也|可是?|不过|且)*(?:要|得)?(?:(?:不要|别|不能|不)(?:改变|改动|改|变|动)(?:它的?|字的?)?颜色|(?:保持|保留)?(?:它的?|原来?的?)?颜色(?:保持)?(?:不变|不动|不改|原样|(?:不要|别|不能)(?:变|改|动)))$|^(?:but |and |while |yet )?(?:keep|keeping|leave|without chang\w*|don't change|do not change) (?:it |its |the )?(?:(?:exactly )?the same |original |current )?colou?r$/;
const SIZE_KEPT =
  /^(?:但是?|又|也|可是?|不过|且)*(?:要|得)?(?:(?:不要|别|不能|不)(?:改变|改动|改|变|动)(?:它的?|字的?)?(?:大小|尺寸|字号)|(?:保持|保留)?(?:它的?|原来?的?)?(?:大小|尺寸|字号)(?:保持)?(?:不变|不动|不改|原样|一样|(?:不要|别|不能)(?:变|改|动)))$|^(?:but |and |while |yet )?(?:keep|keeping|leave|without chang\w*|don't change|do not change) (?:it |its |the )?(?:(?:at |in )?(?:(?:exactly |just )?the (?:very |exact )?same (?:exact )?)|original |current )?size(?: as (?:now|before|it is))?(?: in .*)?$/;
/** “keep the beach behind her”, 保留原来的背景: the ground stays that was to go. */
const GROUND_KEPT =
  /(?:keep|leave|preserve|don't (?:touch|change|remove)) (?:the |this )?(?:[a-z]+ )?(?:(?:behind|in the background|background|backdrop)\b(?!.*shadow)|[a-z]+ (?:behind|in the background))|^(?:但|但是|并|且)*(?:保留|保持|别动|不要动|不要改|别改)(?:原来?的?|现有的?|现在的?)?背景(?:不变|不动)?$|^(?:原来?的?)?背景(?:不要|别|不用|不)(?:动|变|改|换)/;

/** Whether a wish to keep (its folded words) names just what an order takes away. */
export function keepsRemoved(op: Operation, wish: string): boolean {
  const factor = op.style?.sizeFactor ?? 1;
  if (factor > 1 && LARGER_REFUSED.test(wish)) return true;
  if (
    factor < 1 &&
    /(?:别|不要|不能)(?:再)?(?:变|太|缩|改|比(?:现在|原来|之前|目前|原先|它)的?(?:还|更|再)?)?小(?!心)|\b(?:not|don't make it|never) (?:any )?smaller\b/.test(
      wish,
    )
  )
    return true;
  const ofIt = wish.replace(named(op) ?? "\0", "").replace(/^(但是?|不过|可是?|而|又)?的/u, "$1");
  if (op.style?.colour !== undefined && op.text?.to === undefined && (COLOUR_KEPT.test(wish) || COLOUR_KEPT.test(ofIt))) return true;
  if ((op.style?.sizeFactor ?? op.style?.size) !== undefined && SIZE_KEPT.test(wish)) return true;
  if (/^background\.(?:recolour|replace|remove)$/.test(op.kind) && GROUND_KEPT.test(wish)) return true;
  if (!op.kind.endsWith(".remove")) return false;
  if (op.kind === "background.remove") return BACKGROUND.test(wish) && !/阴影|影子|shadow|透明|transparent/.test(wish);
  const what = named(op);
  return (
    what !== undefined &&
    what.length > 1 &&
    new RegExp(`(?:保留|留下|不要删|别删|不删|keep|leave|don't (?:remove|delete)) ?(?:the )?${escaped(what)}$`).test(wish)
  );
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
