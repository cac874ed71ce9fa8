import type { OperationKind } from "../../protocol/plan.ts";

/** Shares of the shown part that a wish may change: less means it was not done, more that something else was done too. */
interface Expected {
  readonly least: number;
  readonly most: number;
}

const ANY: Expected = { least: 0, most: 1 };
/** A picture of nothing but one headline still has a third that is not letters. */
const WORDS: Expected = { least: 0, most: 0.4 };
const THING: Expected = { least: 0, most: 0.65 };
/** A background is a good part of every picture that has one. */
const GROUND: Expected = { least: 0.08, most: 1 };

const EXPECTED: Partial<Record<OperationKind, Expected>> = {
  "text.replace": WORDS,
  "text.add": WORDS,
  "text.remove": WORDS,
  "text.restyle": WORDS,
  "object.remove": THING,
  "object.replace": THING,
  "object.modify": THING,
  "object.add": THING,
  "object.recolour": THING,
  "object.move": THING,
  "image.add": THING,
  "background.replace": GROUND,
  "background.recolour": GROUND,
};

/** Whether `changed` (share of what the engine was shown, 0–1) fits what was asked: all operations together allow their sum. */
export function judgeChangeSize(kinds: readonly OperationKind[], changed: number): "fits" | "too-little" | "too-much" {
  const all = kinds.map((kind) => EXPECTED[kind] ?? ANY);
  const most = all.reduce((sum, e) => sum + e.most, 0);
  const least = all.reduce((sum, e) => Math.max(sum, e.least), 0);
  return changed > most ? "too-much" : changed < least ? "too-little" : "fits";
}
