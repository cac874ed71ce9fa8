import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { labelComponents } from "../../raster/components.ts";
import { likeNamed } from "../../raster/like-named.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { namedThing } from "../subject/named-thing.ts";
import { type ColourGroup, colourGroups, sameInOneThing, samePigment } from "./colour-groups.ts";
import { type FoundPaint, judged } from "./found-paint.ts";
import { withGloss } from "./gloss.ts";
import { largestParts, paintMask, standApart } from "./paint-mask.ts";

/** What has a named colour, and what is doubtful about that being one thing. */
interface Spread {
  readonly mask: Plane;
  /** The same without crumbs, and the share of it that is. */
  readonly parts: Plane;
  readonly kept: number;
  /** Other colours come near the name. */
  readonly rivals: boolean;
  /** Large parts lie clear of each other. */
  readonly scattered: boolean;
  /** Share of the picture's frame it takes. */
  readonly framed: number;
}

/** A share of crumbs from which there are several things, and a share of the frame from which the paint is rather ground. */
const [CRUMBS, GROUNDED] = [0.6, 0.1];

/** Shades of one thing that all answer to one name are this far apart in hue at most, radians. */
const HUE = 0.45;

/** How sure a thing is that was told from others of its colour by standing out. */
const SINGLED = 0.8;
/** What is left of the colour elsewhere is another thing where it is this large beside the one changed. */
const ANOTHER = 0.15;

const total = (plane: Plane): number => plane.data.reduce((s, v) => s + v, 0);

function frameShare({ width, height, data }: Plane): number {
  let sum = 0;
  for (let x = 0; x < width; x++) sum += data[x] + data[(height - 1) * width + x];
  for (let y = 0; y < height; y++) sum += data[y * width] + data[(y + 1) * width - 1];
  return sum / (2 * (width + height));
}

interface Named {
  /** The colour's name as `#rrggbb`. */
  readonly hex: string;
  /** Where the paint may be. */
  readonly within: Plane;
  /** More than one thing may be meant. */
  readonly several: boolean;
  /** There is one thing only where it may be, so that more shades of the colour are its paint. */
  readonly alone: boolean;
}

/** Everything of the named colour. */
function spreadOf(image: RasterImage, lab: Float32Array, { hex, within, alone }: Omit<Named, "several">): Spread | undefined {
  const groups = colourGroups(lab, within.data, alone ? 9 : 14).filter((g) => g.share > 0.004);
  const scores = groups.map(({ centre: [l, a, b] }) => likeNamed([l / 100, a / 100, b / 100], hex));
  const most = Math.max(0, ...scores);
  if (most < 0.3) return undefined;
  const best = groups[scores.indexOf(most)];
  const same = ({ centre }: ColourGroup): boolean => (alone ? sameInOneThing(best.centre, centre, HUE) : samePigment(best.centre, centre));
  const paint = groups.filter((g, k) => g === best || (scores[k] > 0 && same(g)));
  const others = groups.filter((g) => !paint.includes(g));
  const found = paintMask(image, lab, { paint, others, within });
  const mask = alone ? withGloss(lab, { mask: found, within, paint: best }) : found;
  const parts = largestParts(mask, alone ? 0.03 : 0.15);
  const rival = (g: ColourGroup, k: number): boolean => !paint.includes(g) && g.share > 0.05 && scores[k] > 0.6 * most;
  const kept = total(parts) / Math.max(1, total(mask));
  return {
    mask,
    parts,
    kept,
    rivals: groups.some(rival),
    scattered: kept >= CRUMBS && standApart(parts),
    framed: frameShare(mask),
  };
}

/** All that has the colour, as it is: what may be wrong with that is said. */
function all(spread: Spread, { within, several, free }: Named & { readonly free: boolean }): FoundPaint {
  const { kept, rivals, parts } = spread;
  const scattered = !several && spread.scattered;
  const grounded = free && spread.framed > GROUNDED;
  const reasons = [
    ...(kept < CRUMBS ? ["Several things have the named colour; the largest were changed."] : []),
    ...(scattered
      ? ["Several things that stand apart have the named colour, and all of them were changed; look whether one was meant."]
      : []),
    ...(grounded ? ["The colour changed runs on along the picture's edge; look whether ground was changed with the thing."] : []),
    ...(rivals ? ["Other parts of the picture have nearly the named colour; look at where the new colour ends."] : []),
  ];
  return judged(parts, within, {
    confidence: 0.9 * (kept < CRUMBS ? 0.7 : 1) * (scattered ? 0.6 : 1) * (rivals ? 0.6 : 1) * (grounded ? 0.6 : 1),
    reasons,
  });
}

/** Whether something else of the colour, clear of the thing and whole in the picture, is as likely meant. */
function anotherBeside(mask: Plane, thing: Plane): boolean {
  const { width, height } = mask;
  const { components } = labelComponents(maskWhere(mask, (i) => mask.data[i] > 0.5 && thing.data[i] <= 0));
  const changed = mask.data.reduce((n, v, i) => n + (v > 0.5 && thing.data[i] > 0 ? 1 : 0), 0);
  return components.some((c) => c.area > ANOTHER * changed && c.x > 0 && c.y > 0 && c.x + c.width < width && c.y + c.height < height);
}

/** The one thing of the colour that stands out. */
function singled(image: RasterImage, lab: Float32Array, { hex, spread }: { hex: string; spread: Spread }): FoundPaint | undefined {
  const thing = namedThing(image, lab, spread.mask);
  const own = thing && spreadOf(image, lab, { hex, within: thing, alone: true });
  if (thing === undefined || own === undefined) return undefined;
  const another = anotherBeside(spread.mask, thing);
  const told = !another && (isDoubtful(spread) || spread.framed > GROUNDED);
  const reasons = [
    ...(another ? ["More than one thing has the named colour; the one that stands out most was changed, look whether it was meant."] : []),
    ...(told ? ["The thing was told from others of nearly its colour by how it stands out; look at where the new colour ends."] : []),
  ];
  return judged(own.parts, thing, { confidence: SINGLED * (another ? 0.7 : told ? 0.8 : 1), reasons });
}

const isDoubtful = ({ kept, rivals, scattered }: Spread): boolean => kept < CRUMBS || rivals || scattered;

const unclear = () =>
  err(
    emendError("instruction_unclear", "Much of the picture has nearly the named colour, and no single thing of that colour stands out.", {
      stage: "find",
      help: "Draw a box around the thing that is meant.",
    }),
  );

/**
 * Finds what has the colour a person gave the thing: "the red cup". `free`: nothing was drawn and one thing is meant, so that it may be told from
 * others of its colour by how it stands out. `undefined` where nothing has the colour. Code: `instruction_unclear` where too much has it.
 */
export function byNamedColour(
  image: RasterImage,
  lab: Float32Array,
  named: Named & { readonly free: boolean },
): Result<FoundPaint> | undefined {
  const spread = spreadOf(image, lab, named);
  if (spread === undefined) return undefined;
  if (named.free) {
    const one = singled(image, lab, { hex: named.hex, spread });
    if (one !== undefined) return ok(one);
    if (isDoubtful(spread) && spread.framed > GROUNDED) return unclear();
  }
  return ok(all(spread, named));
}
