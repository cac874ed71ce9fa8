import { ok, type Result } from "../../../protocol/errors.ts";
import { ALL_OF_THEM, type Operation } from "../../../protocol/plan.ts";
import { growRect } from "../../raster/crop.ts";
import { likeNamed } from "../../raster/like-named.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { separate } from "../background/separate.ts";
import { whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, unsupported } from "../light-step.ts";
import { type ColourGroup, colourGroups, isGrey, samePigment } from "./colour-groups.ts";
import { largestParts, paintMask, standApart } from "./paint-mask.ts";
import { thingInRegion } from "./thing-in-region.ts";
import { unpaintedKin } from "./unpainted-kin.ts";

/** The paint to change: its share of each pixel, and how sure that is the thing meant. */
export interface FoundPaint {
  readonly mask: Plane;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

const HELP =
  "Draw a region or mask around it, name its present colour (“the red cup”), or put it before a plain background; a generative engine can find things by name.";

/** How much of the picture the paint takes where it may be, for the confidence: a sliver is a doubtful find. */
function judged(mask: Plane, within: Plane, base: { confidence: number; reasons: readonly string[] }): FoundPaint {
  let [own, all, soft] = [0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (within.data[i] <= 0) continue;
    all++;
    own += mask.data[i];
    if (mask.data[i] > 0.15 && mask.data[i] < 0.85) soft++;
  }
  const frayed = own === 0 ? 1 : soft / own;
  const doubts = [
    ...(own < 0.05 * all ? [{ factor: 0.5, says: "Only a small part of the area has the colour that was changed." }] : []),
    ...(frayed > 0.35 ? [{ factor: 0.6, says: "The edge of the recoloured part is unclear; look at it." }] : []),
  ];
  return {
    mask,
    confidence: base.confidence * doubts.reduce((f, d) => f * d.factor, 1),
    reasons: [...base.reasons, ...doubts.map((d) => d.says)],
  };
}

/** The groups of one paint: the one chosen and those that are it in other light. */
const familyOf = (chosen: ColourGroup, groups: readonly ColourGroup[]): readonly ColourGroup[] =>
  groups.filter((g) => g === chosen || samePigment(chosen.centre, g.centre));

function maskOf(
  image: RasterImage,
  lab: Float32Array,
  { groups, chosen, within }: { groups: readonly ColourGroup[]; chosen: ColourGroup; within: Plane },
): Plane {
  const paint = familyOf(chosen, groups);
  return paintMask(image, lab, { paint, others: groups.filter((g) => !paint.includes(g)), within });
}

const groupLikeNamed = ({ centre }: ColourGroup, hex: string): number =>
  likeNamed([centre[0] / 100, centre[1] / 100, centre[2] / 100], hex);

/** Words for more than one thing, or for none in particular: "the red flowers", 红色. */
const meansSeveral = (target: string): boolean =>
  /[a-z]{2}(?<!s)s$|\b(?:all|every|both|parts?)\b|们$|所有|全部|部分|[色红橙黄绿蓝紫黑白灰]$/iu.test(target.trim());

/** By the colour the person gave the thing: "the red cup". */
function byNamedColour(
  image: RasterImage,
  lab: Float32Array,
  { hex, within, several }: { hex: string; within: Plane; several: boolean },
): FoundPaint | undefined {
  const groups = colourGroups(lab, within.data, 14).filter((g) => g.share > 0.004);
  const scores = groups.map((g) => groupLikeNamed(g, hex));
  const most = Math.max(0, ...scores);
  if (most < 0.3) return undefined;
  const best = groups[scores.indexOf(most)];
  const paint = groups.filter((g, k) => g === best || (scores[k] > 0 && samePigment(best.centre, g.centre)));
  const mask = paintMask(image, lab, { paint, others: groups.filter((g) => !paint.includes(g)), within });
  const parts = largestParts(mask, 0.15);
  const total = mask.data.reduce((s, v) => s + v, 0);
  const kept = parts.data.reduce((s, v) => s + v, 0) / Math.max(1, total);
  const rivals = groups.some((g, k) => !paint.includes(g) && g.share > 0.05 && scores[k] > 0.6 * most);
  const scattered = !several && kept >= 0.6 && standApart(parts);
  const reasons = [
    ...(kept < 0.6 ? ["Several things have the named colour; the largest were changed."] : []),
    ...(scattered
      ? ["Several things that stand apart have the named colour, and all of them were changed; look whether one was meant."]
      : []),
    ...(rivals ? ["Other parts of the picture have nearly the named colour; look at where the new colour ends."] : []),
  ];
  return judged(parts, within, { confidence: 0.9 * (kept < 0.6 ? 0.7 : 1) * (scattered ? 0.6 : 1) * (rivals ? 0.6 : 1), reasons });
}

/** So much of the paint's hue left in the region and this far around it (share of its shorter side), beside what was painted, is worth a look. */
const KIN = 0.12;
const AROUND = 0.12;

interface Drawn {
  /** What stands out in the area. */
  readonly inside: Plane;
  readonly region: LightContext["region"];
}

/** By what was drawn: all of a mask, or what stands out in a box; of it the commonest paint. */
function byDrawing(image: RasterImage, lab: Float32Array, { inside, region }: Drawn): FoundPaint | undefined {
  const groups = colourGroups(lab, inside.data, 9);
  if (groups.length === 0) return undefined;
  const weight = (g: ColourGroup): number => familyOf(g, groups).reduce((s, m) => s + m.share, 0);
  const chosen = groups.reduce((best, g) => (weight(g) > weight(best) ? g : best));
  const mixed = weight(chosen) < 0.4;
  const grey = isGrey(chosen.centre);
  const reasons = [
    ...(mixed ? ["What was drawn has several colours; the commonest was changed."] : []),
    ...(grey ? ["A grey thing is hard to tell from its shadows and from grey around it; look at where the new colour ends."] : []),
  ];
  const mask = largestParts(maskOf(image, lab, { groups, chosen, within: inside }), 0.03);
  const around = region && growRect(region, Math.round(AROUND * Math.min(region.width, region.height)), image);
  const kin = around !== undefined && unpaintedKin(lab, { paint: chosen, mask, area: around }) > KIN;
  const more = kin
    ? ["Parts with nearly that colour were left as they are, in the area or beside it; look at where the new colour ends."]
    : [];
  const sure = 0.95 * (mixed ? 0.58 : 1) * (grey ? 0.6 : 1) * (kin ? 0.6 : 1);
  return judged(mask, inside, { confidence: sure, reasons: [...reasons, ...more] });
}

/** By standing alone before a plain ground: the main colour of the subject. */
function bySubject(image: RasterImage, lab: Float32Array): Result<FoundPaint> {
  const parts = separate(image);
  if (!parts.ok) return parts;
  const within = parts.value.alpha;
  const groups = colourGroups(lab, within.data);
  if (groups.length === 0) return unsupported("Nothing was found that stands out from the background.", HELP);
  const weight = (g: ColourGroup): number => familyOf(g, groups).reduce((s, m) => s + m.share, 0);
  const chosen = groups.reduce((best, g) => (weight(g) > weight(best) ? g : best));
  const share = weight(chosen);
  const reasons = share < 0.45 ? ["The subject has several colours; the commonest was changed."] : [];
  const mask = maskOf(image, lab, { groups, chosen, within });
  return ok(
    judged(mask, within, { confidence: parts.value.confidence * (share < 0.45 ? 0.6 : 1), reasons: [...parts.value.reasons, ...reasons] }),
  );
}

/** Where the thing may be: the mask as drawn, what stands out in the region, or anywhere. */
function extentOf(
  image: RasterImage,
  context: LightContext,
): { readonly within: Plane; readonly factor: number; readonly reasons: readonly string[] } {
  const within = whereAllowed(image, context);
  if (context.region === undefined || context.mask !== undefined) return { within, factor: 1, reasons: [] };
  const thing = thingInRegion(image, context.region);
  if (thing === undefined)
    return { within, factor: 0.5, reasons: ["What is meant in the region does not stand out from its surroundings by colour."] };
  let [inside, all] = [0, 0];
  for (let i = 0; i < within.data.length; i++) {
    all += within.data[i];
    within.data[i] *= thing.data[i];
    inside += within.data[i];
  }
  const thin = inside < 0.12 * all;
  return { within, factor: thin ? 0.6 : 1, reasons: thin ? ["Only little in the region stands out from its surroundings."] : [] };
}

/** Sureness below which the only subject is a guess: a thing named by its meaning is then rather not found than taken for something else. */
const DOUBTFUL = 0.25;

/** Finds what `object.recolour` means, surest way first: named colour, drawn area, the one subject before a plain ground. Code: `unsupported_operation`. */
export function findPaint(
  image: RasterImage,
  lab: Float32Array,
  { operation, context }: { readonly operation: Operation; readonly context: LightContext },
): Result<FoundPaint> {
  const { within, factor, reasons } = extentOf(image, context);
  const target = operation.target ?? "";
  const hex = context.ports.coloursIn(target.toLowerCase())[0];
  const several = operation.value === ALL_OF_THEM || context.region !== undefined || context.mask !== undefined || meansSeveral(target);
  const named = hex === undefined ? undefined : byNamedColour(image, lab, { hex, within, several });
  const drawn =
    named ??
    (context.region || context.mask
      ? byDrawing(image, lab, { inside: within, region: context.mask ? undefined : context.region })
      : undefined);
  if (drawn !== undefined) return ok({ ...drawn, confidence: drawn.confidence * factor, reasons: [...reasons, ...drawn.reasons] });
  const alone = bySubject(image, lab);
  if (alone.ok && alone.value.confidence >= DOUBTFUL) return alone;
  const thing = target === "" ? "the thing to recolour" : target;
  return unsupported(`The light engine cannot find “${thing}” in this picture: it does not stand alone before a plain background.`, HELP);
}
