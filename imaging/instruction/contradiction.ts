import type { Operation } from "../../protocol/plan.ts";
import { fold } from "./phrase/fold.ts";

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

/** Whether two orders of one instruction undo each other: brighter and darker, red and blue of the same thing. */
export function contradicts(before: Operation, op: Operation): boolean {
  const [a, b] = [step(before), step(op)];
  if (a !== undefined && b !== undefined) return a.property === b.property && a.sign !== b.sign && before.target === op.target;
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

/** Whether a wish to keep (its folded words) names just what an order takes away. */
export function keepsRemoved(op: Operation, wish: string): boolean {
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
