import type { Point } from "../../../protocol/geometry.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { sampleAt } from "../../raster/resample.ts";
import { opaque } from "./opaque.ts";
import type { ReadOptions } from "./read-line.ts";
import { type Reading, recogniseStrips } from "./recognise-strips.ts";
import { LINE_HEIGHT, stripWidth } from "./recogniser-input.ts";

/** A level line whose place is known exactly: on its own flat plane, in units of which `size` make an em. */
export interface KnownLine {
  /** Ends along the baseline. */
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Where a point of the plane is seen: `u` along the baseline, `v` down from it. */
  readonly seenAt: (u: number, v: number) => Point<"image">;
}

/** How much is cut around a line, em. What is read must not hang on where a cut is made, so it is made in three ways. */
const CUTS = [
  { beside: 0.12, above: 0.95, below: 0.3 },
  { beside: 0.3, above: 1.1, below: 0.4 },
  { beside: 0.06, above: 0.85, below: 0.2 },
] as const;

function stripOf(image: RasterImage, line: KnownLine, { beside, above, below }: (typeof CUTS)[number]): FloatImage {
  const { from, to, size, seenAt } = line;
  const box = { width: to - from + 2 * beside * size, height: (above + below) * size };
  const width = stripWidth(box);
  const [first, last] = [seenAt(from, 0), seenAt(to, 0)];
  const shrink = (Math.hypot(last.x - first.x, last.y - first.y) / Math.max(1e-6, to - from)) * (box.height / LINE_HEIGHT);
  const [left, top] = [from - beside * size, -above * size];
  const supersample = Math.max(1, Math.min(4, Math.round(shrink)));
  return sampleAt(image, { width, height: LINE_HEIGHT, supersample }, (x, y) =>
    seenAt(left + (x / width) * box.width, top + (y / LINE_HEIGHT) * box.height),
  );
}

/** What most cuts read; where each reads otherwise, the surest. */
function agreed(readings: readonly Reading[]): string {
  const votes = (string: string): number => readings.filter((r) => r.string === string).length;
  return readings.reduce((best, r) => {
    const more = votes(r.string) - votes(best.string);
    return more > 0 || (more === 0 && r.confidence > best.confidence) ? r : best;
  }).string;
}

/**
 * Reads a line that was just set: levelled, upright and seen straight on, as its place tells, in three cuts of which most must agree. Nothing of what is wanted
 * goes into it. Three recognitions.
 */
export async function readKnown(image: RasterImage, line: KnownLine, { ocr, signal }: ReadOptions): Promise<string> {
  const picture = opaque(image);
  return agreed(
    await recogniseStrips(
      CUTS.map((cut) => stripOf(picture, line, cut)),
      ocr,
      signal,
    ),
  );
}
