import { parseHex, type Rgb } from "../../../imaging/raster/colour.ts";
import { deltaE2000 } from "../../../imaging/raster/delta-e.ts";
import type { Fill } from "../../../protocol/text-style.ts";
import { lineLength } from "../generate/measure-line.ts";
import type { TextSpec } from "../generate/poster-spec.ts";

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const middle = (colours: readonly Rgb[]): Rgb => [0, 1, 2].map((c) => mean(colours.map((x) => x[c]))) as unknown as Rgb;
const rgb = (hex: string): Rgb => parseHex(hex) ?? [0, 0, 0];

function coloursOf(fill: Fill): readonly Rgb[] {
  if (fill.kind === "solid") return [rgb(fill.colour)];
  return fill.kind === "linear" ? fill.stops.map((s) => rgb(s.colour)) : fill.colours.map(rgb);
}

const mixed = (a: Rgb, b: Rgb, t: number): Rgb =>
  [0, 1, 2].map((c) => a[c] + (b[c] - a[c]) * Math.max(0, Math.min(1, t))) as unknown as Rgb;

/** A described gradient's colour at a place off the middle of the baseline, pixels; the mean of any other fill's colours. */
function colourAt(fill: Fill, u: number, v: number): Rgb {
  if (fill.kind !== "linear" || !fill.span) return middle(coloursOf(fill));
  const [from, to] = fill.span;
  const t = (u * Math.cos(fill.angle) + v * Math.sin(fill.angle) - from) / (to - from || 1);
  const next = Math.max(
    1,
    fill.stops.findIndex((s, k) => k > 0 && (t <= s.offset || k === fill.stops.length - 1)),
  );
  const [a, b] = [fill.stops[next - 1], fill.stops[next]];
  return mixed(rgb(a.colour), rgb(b.colour), (t - a.offset) / (b.offset - a.offset || 1));
}

/** Where gradients are compared: shares of the line's length off its middle, and heights over the baseline in em. */
const ALONG = [-0.45, 0, 0.45];
const HEIGHTS = [0.68, 0.35, 0.04];

/** As the posters draw it: down from 0.78 em over the baseline to 0.08 em below, or along the whole line. */
function gradientError(fill: Fill, truth: Extract<TextSpec["fill"], { kind: "gradient" }>, at: { sizePx: number; length: number }): number {
  const errors = ALONG.flatMap((x) =>
    HEIGHTS.map((y) => {
      const t = truth.axis === "v" ? (0.78 - y) / 0.86 : 0.5 + x;
      return deltaE2000(colourAt(fill, x * at.length, -y * at.sizePx), mixed(truth.from, truth.to, t));
    }),
  );
  return mean(errors);
}

/**
 * Colour difference: of solids, of a gradient at nine places of the line, of the characters one by one; a wrong kind is compared
 * by its mean colour. `scale`: finished pixels per drawn one.
 */
export function fillError(
  fill: Fill,
  truthSpec: Pick<TextSpec, "fill" | "sizePx" | "trackingPx" | "font">,
  at: { wanted: string; scale: number },
): number {
  const { fill: truth, sizePx } = truthSpec;
  const { wanted, scale } = at;
  const got = coloursOf(fill);
  if (truth.kind === "solid") return deltaE2000(middle(got), truth.colour);
  if (truth.kind === "gradient") {
    const length = lineLength({ ...truthSpec, text: wanted });
    return gradientError(fill, truth, { sizePx: sizePx * scale, length: length * scale });
  }
  const colours = [...wanted].flatMap((c, i) => (c.trim() === "" ? [] : [truth.colours[i % truth.colours.length]]));
  return mean(colours.map((c, i) => deltaE2000(fill.kind === "perCharacter" ? got[i % got.length] : middle(got), c)));
}
