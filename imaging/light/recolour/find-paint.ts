import { ok, type Result } from "../../../protocol/errors.ts";
import { ALL_OF_THEM, type Operation } from "../../../protocol/plan.ts";
import { growRect } from "../../raster/crop.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { isGround } from "../background/ground-words.ts";
import { separate } from "../background/separate.ts";
import { whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, unsupported } from "../light-step.ts";
import { boxedThing } from "../subject/boxed-thing.ts";
import { type ColourGroup, colourGroups, isGrey, sameInOneThing, samePigment } from "./colour-groups.ts";
import { type FoundPaint, judged } from "./found-paint.ts";
import { withGloss } from "./gloss.ts";
import { byNamedColour } from "./named-colour.ts";
import { largestParts, paintMask } from "./paint-mask.ts";
import { unpaintedKin } from "./unpainted-kin.ts";

const HELP =
  "Draw a region or mask around it, name its present colour (“the red cup”), or put it before a plain background; a generative engine can find things by name.";

/** Shades of a thing's paint are this far apart in hue at most where nobody has named it, radians. */
const HUE = 0.3;
/** The paint of a thing is rather its strong colour than its windows, soles and screws: a colour of this strength counts twice, OKLab ×100. */
const STRONG = 10;

/** The commonest paint of a thing and its share of it. */
function mainPaint(groups: readonly ColourGroup[]): { readonly chosen: ColourGroup; readonly share: number } {
  const share = (of: ColourGroup): number => groups.reduce((s, g) => s + (g === of || samePigment(of.centre, g.centre) ? g.share : 0), 0);
  const weight = (g: ColourGroup): number => share(g) * (1 + (isGrey(g.centre) ? 0 : Math.hypot(g.centre[1], g.centre[2]) / STRONG));
  const chosen = groups.reduce((best, g) => (weight(g) > weight(best) ? g : best));
  return { chosen, share: share(chosen) };
}

function maskOf(
  image: RasterImage,
  lab: Float32Array,
  { groups, chosen, within }: { groups: readonly ColourGroup[]; chosen: ColourGroup; within: Plane },
): Plane {
  const paint = groups.filter((g) => g === chosen || sameInOneThing(chosen.centre, g.centre, HUE));
  const mask = paintMask(image, lab, { paint, others: groups.filter((g) => !paint.includes(g)), within });
  return withGloss(lab, { mask, within, paint: chosen });
}

/** Words for more than one thing, or for none in particular: "the red flowers", 红色. */
const meansSeveral = (target: string): boolean =>
  /[a-z]{2}(?<!s)s$|\b(?:all|every|both|parts?)\b|们$|所有|全部|部分|[色红橙黄绿蓝紫黑白灰]$/iu.test(target.trim());

/** Words for what has no outline of its own: it is found by its colour, however far it goes. */
const isStretch = (target: string): boolean =>
  /\b(?:sky|clouds?|sea|ocean|water|river|lake|grass|lawn|meadow|field|ground|floor|wall(?:paper)?|ceiling|road|street|pavement|table|desk|sand|beach|snow|forest|mountain|hill|carpet|curtain)$|(?:天空|云|海(?:面|水|洋)?|水面?|湖(?:面|水)?|河(?:流|水)?|草(?:地|坪|丛|原)|地(?:面|板|毯|砖)|墙(?:面|壁|纸)?|天花板|路(?:面)?|街(?:道)?|桌(?:面|子)?|沙(?:滩|漠|地)|雪地?|[森树]林|山(?:脉|坡)?|田野|窗帘)$/iu.test(
    target.trim(),
  ) || isGround(target);

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
  const { chosen, share } = mainPaint(groups);
  const mixed = share < 0.4;
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
  const { chosen, share } = mainPaint(groups);
  const reasons = share < 0.45 ? ["The subject has several colours; the commonest was changed."] : [];
  const mask = maskOf(image, lab, { groups, chosen, within });
  return ok(
    judged(mask, within, { confidence: parts.value.confidence * (share < 0.45 ? 0.6 : 1), reasons: [...parts.value.reasons, ...reasons] }),
  );
}

/** Where the thing may be: the mask as drawn, what stands out in the region, or anywhere. */
function extentOf(
  image: RasterImage,
  lab: Float32Array,
  context: LightContext,
): { readonly within: Plane; readonly factor: number; readonly reasons: readonly string[] } {
  const within = whereAllowed(image, context);
  if (context.region === undefined || context.mask !== undefined) return { within, factor: 1, reasons: [] };
  const thing = boxedThing(image, lab, context.region);
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
  const { within, factor, reasons } = extentOf(image, lab, context);
  const target = operation.target ?? "";
  const hex = context.ports.coloursIn(target.toLowerCase())[0];
  const drawnOn = context.region !== undefined || context.mask !== undefined;
  const several = operation.value === ALL_OF_THEM || drawnOn || meansSeveral(target);
  const free = !several && !isStretch(target);
  const named = hex === undefined ? undefined : byNamedColour(image, lab, { hex, within, several, free, alone: drawnOn });
  if (named?.ok === false) return named;
  const drawn =
    named?.value ?? (drawnOn ? byDrawing(image, lab, { inside: within, region: context.mask ? undefined : context.region }) : undefined);
  if (drawn !== undefined) return ok({ ...drawn, confidence: drawn.confidence * factor, reasons: [...reasons, ...drawn.reasons] });
  const alone = bySubject(image, lab);
  if (alone.ok && alone.value.confidence >= DOUBTFUL) return alone;
  const thing = target === "" ? "the thing to recolour" : target;
  return unsupported(`The light engine cannot find “${thing}” in this picture: it does not stand alone before a plain background.`, HELP);
}
