import type { Point } from "../../../protocol/geometry.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import type { Source } from "../layer/layer-state.ts";
import { plainReading } from "../same-reading.ts";

/** Other texts the wording of row `index` would also be found in. */
export function rivalsOf({ texts }: Source, index: number): readonly FoundText[] {
  const own = plainReading(texts[index]?.string ?? "");
  return texts.filter((text, i) => i !== index && plainReading(text.string).includes(own));
}

/** The middle of row `index`, image pixels: which of several alike is meant. */
export function pointOf({ texts }: Source, index: number): Point<"image"> {
  const quad = texts[index]?.quad ?? [];
  const middle = (of: (p: { readonly x: number; readonly y: number }) => number): number =>
    Math.round((10 * quad.reduce((sum, p) => sum + of(p), 0)) / Math.max(1, quad.length)) / 10;
  return { x: middle((p) => p.x), y: middle((p) => p.y) };
}
