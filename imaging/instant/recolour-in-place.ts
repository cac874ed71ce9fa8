import { markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, type RasterImage } from "../raster/raster.ts";
import { type Paint, paintAt } from "../text/fit/paint.ts";
import { inkExtent } from "../text/fit/shape.ts";
import { cellOf } from "../text/frame.ts";
import { type Repainted, repainted } from "../text/typeset/repainted.ts";
import { CUT_SURE } from "./erase-line.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine } from "./replace-line.ts";
import { type LetterWish, repaint } from "./wish.ts";

/** From this likeness on letters drawn again are as good as those that were seen, and cleaner. */
const DRAWN_AS_WELL = 0.97;
/** What lies so far from the old colour is hardly letters. */
const MOST_UNEXPLAINED = 0.45;

const COLOURING: ReadonlySet<string> = new Set(["colour", "gradient", "gradientAngle", "shade"]);

/** Whether a wish asks for another colour and nothing else. */
export const onlyColours = (wish: LetterWish | undefined): boolean => {
  const asked = Object.entries(wish ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  return asked.length > 0 && asked.every((key) => COLOURING.has(key));
};

type Seen = Pick<Reconstruction, "region" | "frame" | "matte" | "paint" | "text" | "seenAlike" | "shadow">;

/** The fill's colour now: as it was seen, or the gradient that was found. */
function colourOf({ matte, paint, frame }: Seen): (i: number) => ReturnType<typeof paintAt> {
  if (paint.kind === "linear") return (i) => paintAt(paint, frame.u[i], frame.v[i]);
  return matte.perCharacter ? (i) => matte.colours.cells[cellOf(matte.edges, frame.u[i])] : () => matte.colours.overall;
}

/** The letters' own pixels in the colour that is wished. */
function repaintedLetters(seen: Seen, wish: LetterWish): Repainted | undefined {
  const { matte, frame, region, text } = seen;
  const extent = inkExtent(matte.fill, frame, 0);
  if (extent === undefined) return undefined;
  const { u0, u1, v0, v1 } = extent;
  const ends = { u: [u0, u1], v: [v0, v1] } as const;
  const paint: Paint = repaint(seen.paint, { wish, before: text, after: text, edges: matte.edges, ends, span: [u0, u1] });
  const { fill, fillMask, around } = matte;
  const after = (i: number) => paintAt(paint, frame.u[i], frame.v[i]);
  return repainted({ source: region.pixels, fill, fillMask, around, before: colourOf(seen), after });
}

/** Less than this of the letters' contrast unexplained is light and grain; from here on a person should look. */
const DOUBTFUL = 0.3;

/** A line laid over the picture, as far as its pixels go. */
type Laid = Pick<ReplacedLine, "image" | "mask" | "painted" | "letters">;

/** A line in another colour whose letters kept their form. */
export interface Recoloured {
  readonly laid: Laid;
  /** 0–1. */
  readonly sure: number;
  readonly reasons: readonly string[];
}

/**
 * The line in another colour by its own pixels, where only that is asked and its type is not known so well that it had better be drawn; `undefined` else, and
 * where its letters are clear or the colour that was found is not theirs.
 */
export function recolouredInPlace(
  image: RasterImage,
  at: { readonly reconstruction: Seen; readonly text: string; readonly wish: LetterWish | undefined },
): Recoloured | undefined {
  const { reconstruction: seen, text, wish } = at;
  const isClear = (seen.paint.opacity ?? 1) < 1;
  if (wish === undefined || !onlyColours(wish) || text !== seen.text || isClear || seen.seenAlike >= DRAWN_AS_WELL) return undefined;
  const letters = repaintedLetters(seen, wish);
  if (letters === undefined || letters.unexplained > MOST_UNEXPLAINED) return undefined;
  const { rect } = seen.region;
  const mask = createMask(image.width, image.height);
  markMask(mask, letters.mask, rect);
  const doubtful = letters.unexplained >= DOUBTFUL;
  return {
    laid: {
      image: pasteFloat(image, letters.pixels, { x: rect.x, y: rect.y, only: letters.mask }),
      mask,
      painted: mask,
      letters: mask,
    },
    sure: doubtful ? CUT_SURE : 1 - letters.unexplained,
    reasons: doubtful ? [`Light and wear on “${text}” were kept as they are; look whether traces of its old colour show.`] : [],
  };
}
