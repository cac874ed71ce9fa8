import type { FontFace, FontLibrary } from "../../ports.ts";
import { blurPlane } from "../../raster/blur.ts";
import { breathe } from "../../raster/breathe.ts";
import type { Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import { glimpseRulerOf } from "../glimpse-ruler.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { bent, settledOnPlane } from "./bent.ts";
import { type Placed, scout, usableFaces } from "./candidates.ts";
import { finish } from "./finish.ts";
import { flattened, ontoPlane } from "./flattened.ts";
import { leaned, leanOf, uprighted } from "./lean.ts";
import { levelledFrame } from "./level.ts";
import { type FaceOrder, orderFaces, PLAIN_SAILING } from "./order-faces.ts";
import { overlap } from "./overlap.ts";
import type { FitTarget } from "./refine.ts";
import { cropToInk, type InkExtent, inkExtent, shrinkPlane } from "./shape.ts";
import { offWeight, strain } from "./strain.ts";

/** A face that was tried to the end, with its own best setting. */
export interface FitCandidate {
  readonly face: FontFace;
  readonly setting: Setting;
  /** Overlap of its rendering with the shape seen, 0–1. */
  readonly similarity: number;
}

export interface FitRequest {
  readonly text: string;
  /** Soft fill coverage of the line, region-sized. */
  readonly shape: Plane;
  readonly frame: LineFrame;
  readonly signal?: AbortSignal;
}

/** Heights in pixels the ink is looked at while scouting, nudging, refining and finishing. */
const SCOUT_HEIGHT = 20;
const NUDGE_HEIGHT = 34;
/** Blurs while scouting and nudging, pixels at that height: letters that lie a little off still meet. */
const SCOUT_BLUR = 0.8;
const NUDGE_BLUR = 1.3;
/** Smaller letters are nudged under as much less blur, down to this share of it: otherwise their strokes would run together and all faces be alike. */
const LEAST_BLURRED = 0.5;
/** Faces that pass the first look. */
const SCOUTED_FACES = 20;
const REFINE_HEIGHT = 44;
const FINISH_HEIGHT = 90;
const FINISHED_FACES = 2;
/** Where none fits well, faces hardly behind the best are finished too. */
const MOST_FINISHED = 4;
const CLOSE_BEHIND = 1.3;
/** Overlap below which a line on a plane may have strayed to another face, and how much better one must lie that was found on the letters seen straight on. */
const STRAYED = 0.92;
const CLEARLY = 0.01;
/** Nearest faces told. */
const OFFERED = 3;

const targetAt = (request: FitRequest, inkHeight: number, height: number, blur: number): FitTarget => {
  const scale = Math.min(1, height / inkHeight);
  const small = shrinkPlane(request.shape, scale);
  return { text: request.text, shape: blur > 0 ? blurPlane(small, blur) : small, scale, extraBlur: blur, draft: blur > 0 };
};

/**
 * Finds the face, weight, size, spacing, place and bend in which `text` looks like `shape`: analysis by synthesis, coarse to
 * fine. Best first, at most three; empty where the shape has no ink or no face has the characters. Deterministic.
 * ~0.5–1.5 s for a headline over 80 families.
 */
export async function fitLine(ruler: Ruler, fonts: FontLibrary, request: FitRequest): Promise<readonly FitCandidate[]> {
  const view = await viewOf(fonts, request);
  if (!view) return [];
  const found = await fitShape(ruler, fonts, view);
  return found.map((c) => ({ ...c, setting: { ...c.setting, x: c.setting.x + view.x, y: c.setting.y + view.y } }));
}

/** How well the text could lie there at a first look, for comparing spellings of one line: higher is better. ~0.1 s. */
export async function glanceLine(ruler: Ruler, fonts: FontLibrary, request: FitRequest): Promise<number> {
  const view = await viewOf(fonts, request);
  return view ? (scouted(ruler, view)[0]?.score ?? -1) : -1;
}

/** A shape cut to its ink; (`x`, `y`) is where the cut lies. */
interface Cut {
  readonly shape: Plane;
  readonly frame: LineFrame;
  readonly extent: InkExtent;
  readonly x: number;
  readonly y: number;
}

/** The request cut to its ink, with the faces that can set it. */
interface FitView extends FitRequest, Cut {
  readonly faces: readonly FontFace[];
  readonly inkHeight: number;
  /** How far the letters lean to the right, radians; 0 = upright or not told. */
  readonly lean: number;
  /** The same letters set upright, where they lean. */
  readonly upright: Cut | undefined;
}

function cutOf(shape: Plane, level: LineFrame): Cut | undefined {
  const extent = inkExtent(shape, level);
  if (!extent) return undefined;
  const cut = cropToInk(shape, 4 + 0.4 * (extent.v1 - extent.v0));
  return { shape: cut.plane, extent, frame: { ...level, cx: level.cx - cut.x, cy: level.cy - cut.y }, x: cut.x, y: cut.y };
}

async function viewOf(fonts: FontLibrary, request: FitRequest): Promise<FitView | undefined> {
  const level = levelledFrame(request.shape, request.frame);
  const cut = cutOf(request.shape, level);
  const faces = usableFaces(fonts, request.text);
  if (!cut || faces.length === 0) return undefined;
  const ids = faces.map((f) => f.id);
  await fonts.prepare(ids, request.text, "glimpse");
  await breathe(request.signal);
  const lean = leanOf(request.shape, level);
  const upright = lean === 0 ? undefined : cutOf(uprighted(request.shape, level, lean), level);
  return { ...request, ...cut, faces, inkHeight: cut.extent.v1 - cut.extent.v0, lean, upright };
}

/** First look at every face, by glimpses; where the letters lean, also at what they are when set upright. Best first, one per face and its italic. */
function scouted(ruler: Ruler, view: FitView): readonly Placed[] {
  const { text, faces, upright } = view;
  const glimpses = glimpseRulerOf(ruler.type);
  const seen = ({ shape, extent, frame }: Cut): readonly Placed[] => {
    const target = targetAt({ text, shape, frame }, extent.v1 - extent.v0, SCOUT_HEIGHT, SCOUT_BLUR);
    return scout(glimpses, faces, { text, extent, frame, shape: target.shape, scale: target.scale, blur: SCOUT_BLUR });
  };
  const asItIs = seen(view);
  if (!upright) return asItIs;
  const back = (setting: Setting): Setting => {
    const leaning = leaned(setting, upright.frame, view.lean);
    return { ...leaning, x: leaning.x + upright.x - view.x, y: leaning.y + upright.y - view.y };
  };
  const cutName = ({ face, setting }: Placed): string => `${face.id} ${setting.italic}`;
  const best = new Map(asItIs.map((p) => [cutName(p), p]));
  for (const p of seen(upright)) {
    if (p.score > (best.get(cutName(p))?.score ?? -1)) best.set(cutName(p), { ...p, setting: back(p.setting) });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** A family with an italic of its own is seldom slanted by force: the overlap that must make up for it. */
const slanted = ({ face, setting }: FitCandidate): number => (face.italic && !setting.italic && setting.slant > 0.06 ? 0.02 : 0);

/** The likely faces in order, moved to where they lie best. */
function ordered(ruler: Ruler, fonts: FontLibrary, request: FitView): Promise<FaceOrder> {
  const { inkHeight, text, signal } = request;
  const rough = targetAt(request, inkHeight, REFINE_HEIGHT, 0.8);
  const seen = targetAt(request, inkHeight, NUDGE_HEIGHT, NUDGE_BLUR * Math.max(LEAST_BLURRED, Math.min(1, inkHeight / NUDGE_HEIGHT)));
  const prepare = (ids: readonly string[]) => fonts.prepare(ids, text);
  return orderFaces(ruler, scouted(ruler, request).slice(0, SCOUTED_FACES), { seen, rough, signal, prepare, leaning: request.lean !== 0 });
}

/** The faces that lie best on the letters seen straight on, each on the plane that a first fit has shown. */
async function onTheirPlane(
  ruler: Ruler,
  fonts: FontLibrary,
  at: { view: FitView; first: Setting; sharp: FitTarget },
): Promise<readonly FitCandidate[]> {
  const { view, first, sharp } = at;
  const plane = first.perspective && { ...first, perspective: first.perspective };
  const flat = plane && flattened(view.shape, plane);
  const seen =
    flat && (await viewOf(fonts, { text: view.text, shape: flat.shape, frame: flat.frame, ...(view.signal && { signal: view.signal }) }));
  if (!plane || !flat || !seen) return [];
  const { trials } = await ordered(ruler, fonts, seen);
  return trials.slice(0, FINISHED_FACES).map(({ face, setting }) => {
    const back = ontoPlane({ ...setting, x: setting.x + seen.x, y: setting.y + seen.y, softness: first.softness }, flat, plane);
    const settled = settledOnPlane(ruler, back, sharp);
    return { face, setting: settled, similarity: overlap(ruler, settled, sharp) };
  });
}

async function fitShape(ruler: Ruler, fonts: FontLibrary, request: FitView): Promise<readonly FitCandidate[]> {
  const { inkHeight } = request;
  const { trials, certain } = await ordered(ruler, fonts, request);
  const sharp = targetAt(request, inkHeight, FINISH_HEIGHT, 0);
  const candidates: FitCandidate[] = [];
  const [first] = trials;
  if (!first) return [];
  const doubtful = first.error > PLAIN_SAILING / 2;
  const close = trials.slice(FINISHED_FACES, MOST_FINISHED).filter((t) => doubtful && t.error < CLOSE_BEHIND * first.error);
  for (const t of certain ? [first] : [...trials.slice(0, FINISHED_FACES), ...close]) {
    await breathe(request.signal);
    const setting = bent(ruler, finish(ruler, t, sharp).setting, sharp);
    candidates.push({ face: t.face, setting, similarity: overlap(ruler, setting, sharp) });
  }
  const merit = (c: FitCandidate) => c.similarity - strain(c.setting) - slanted(c) - offWeight(ruler, c.setting, sharp);
  candidates.sort((a, b) => merit(b) - merit(a));
  const [best] = candidates;
  const again = best.similarity < STRAYED ? await onTheirPlane(ruler, fonts, { view: request, first: best.setting, sharp }) : [];
  const better = again.filter((c) => merit(c) > merit(best) + CLEARLY).sort((a, b) => merit(b) - merit(a));
  const rest = trials
    .slice(candidates.length, OFFERED)
    .map((t) => ({ face: t.face, setting: t.setting, similarity: overlap(ruler, t.setting, sharp) }));
  const known = candidates.filter((c) => better.every((b) => b.face !== c.face));
  return [...better, ...known, ...rest].slice(0, OFFERED);
}
