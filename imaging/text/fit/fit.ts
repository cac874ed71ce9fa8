import type { FontFace, FontLibrary } from "../../ports.ts";
import { blurPlane } from "../../raster/blur.ts";
import { breathe } from "../../raster/breathe.ts";
import type { Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import { type Ruler, type Setting, settingCoverage } from "../setting.ts";
import { inkOf, type Placed, scout, usableFaces, weightsAround } from "./candidates.ts";
import { fitGlyphs, glyphSimilarity, warpOf } from "./glyphs.ts";
import { levelledFrame } from "./level.ts";
import type { Freedom } from "./motion.ts";
import { type FitTarget, type Refined, refine } from "./refine.ts";
import { cropToInk, edgeSteepness, type InkExtent, inkExtent, shrinkPlane, softIou, squaredError } from "./shape.ts";

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

/** Heights in pixels the ink is looked at while scouting, refining and finishing. */
const SCOUT_HEIGHT = 34;
/** Blur while scouting, pixels at that height: letters that lie a little off still meet. */
const SCOUT_BLUR = 1.3;
const REFINE_HEIGHT = 44;
const FINISH_HEIGHT = 90;
const REFINED_FACES = 6;
const WEIGHED_FACES = 4;
const FINISHED_FACES = 2;
/** Where none fits well, faces hardly behind the best are finished too. */
const MOST_FINISHED = 4;
const CLOSE_BEHIND = 1.3;
/** Nearest faces told. */
const OFFERED = 3;

const targetAt = (request: FitRequest, inkHeight: number, height: number, blur: number): FitTarget => {
  const scale = Math.min(1, height / inkHeight);
  const small = shrinkPlane(request.shape, scale);
  return { text: request.text, shape: blur > 0 ? blurPlane(small, blur) : small, scale, extraBlur: blur, draft: blur > 0 };
};

interface Trial extends Refined {
  readonly face: FontFace;
}

function trial(
  ruler: Ruler,
  placed: { face: FontFace; setting: Setting },
  at: { target: FitTarget; freedoms: readonly Freedom[]; rounds: number },
): Trial {
  return { ...refine(ruler, placed.setting, at), face: placed.face };
}

/** Walks the weight axis downhill from the trial's own weight. */
function bestWeight(ruler: Ruler, start: Trial, at: { target: FitTarget; freedoms: readonly Freedom[]; step: number }): Trial {
  let best = start;
  const tried = new Set([start.setting.weight]);
  for (let round = 0; round < 5; round++) {
    const before = best;
    for (const weight of weightsAround(best.face, before.setting.weight, at.step)) {
      if (tried.has(weight)) continue;
      tried.add(weight);
      const other = trial(ruler, { face: best.face, setting: { ...before.setting, weight } }, { ...at, rounds: 2 });
      if (other.error < best.error) best = other;
    }
    if (best === before) break;
  }
  return best;
}

const SOFTNESSES = [0, 0.3, 0.45, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3];

/**
 * The blur that makes the rendering's edges as steep as the picture's. Steepness does not depend on where the edges lie, so a
 * line that does not quite fit is not taken for a blurred one.
 */
function matchSoftness(ruler: Ruler, start: Trial, target: FitTarget): Trial {
  const wanted = edgeSteepness(target.shape);
  const { width, height } = target.shape;
  const hard = settingCoverage(
    ruler,
    { ...start.setting, softness: 0 },
    { text: target.text, target: { width, height, scale: target.scale } },
  );
  const drawn = (softness: number): Plane => (softness > 0 ? blurPlane(hard, softness) : hard);
  const off = (k: number): number => edgeSteepness(drawn(SOFTNESSES[k])) - wanted;
  // Steepness falls with softness: the first that is no steeper than the picture, or the one before it.
  let [low, high] = [0, SOFTNESSES.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (off(middle) <= 0) high = middle;
    else low = middle + 1;
  }
  const nearest = low > 0 && Math.abs(off(low - 1)) <= Math.abs(off(low)) ? low - 1 : low;
  const softness = SOFTNESSES[nearest];
  const setting = { ...start.setting, softness: softness / target.scale };
  const ink = target.shape.data.reduce((a, b) => a + b, 0);
  return { ...start, setting, error: squaredError(target.shape, drawn(softness)) / Math.max(1, ink) };
}

const ROUGH: readonly Freedom[] = ["x", "y", "size", "tracking", "wordGap", "angle"];
const SHAPING: readonly Freedom[] = [...ROUGH, "condense"];
const FINE: readonly Freedom[] = [...SHAPING, "slant"];
const forLine = (freedoms: readonly Freedom[], text: string): readonly Freedom[] =>
  freedoms.filter((f) => (f === "tracking" ? [...text].length > 1 : f === "wordGap" ? text.trim().includes(" ") : true));

/** Freedoms whose value is small enough to be an accident of the measurement, with the value they would rest at. */
const RESTS: readonly { readonly freedom: Freedom; readonly rest: Partial<Setting>; readonly small: (s: Setting) => boolean }[] = [
  { freedom: "slant", rest: { slant: 0 }, small: (s) => Math.abs(s.slant) < 0.07 },
  { freedom: "condense", rest: { condense: 1 }, small: (s) => Math.abs(Math.log(s.condense)) < 0.06 },
  { freedom: "wordGap", rest: { wordGap: 0 }, small: (s) => Math.abs(s.wordGap) < 0.04 },
  { freedom: "tracking", rest: { tracking: 0 }, small: (s) => Math.abs(s.tracking) < 0.03 },
  { freedom: "angle", rest: { angle: 0 }, small: (s) => Math.abs(s.angle) < 0.015 },
];

/** Drops freedoms that bought nothing: an upright, untracked, uncondensed line is the likelier truth when it fits as well. */
function simplified(ruler: Ruler, found: Trial, target: FitTarget): Trial {
  const free = forLine(FINE, target.text);
  const without = (start: Trial, rests: typeof RESTS): Trial => {
    const setting = rests.reduce<Setting>((s, r) => ({ ...s, ...r.rest }), start.setting);
    const freedoms = free.filter((f) => !rests.some((r) => r.freedom === f));
    return trial(ruler, { face: start.face, setting }, { target, freedoms, rounds: 3 });
  };
  const small = RESTS.filter((r) => free.includes(r.freedom) && r.small(found.setting));
  const limit = (e: number) => e * 1.03 + 0.002;
  const plain = small.length > 0 ? without(found, small) : found;
  if (plain.error < limit(found.error)) return plain;
  let best = found;
  for (const rest of small) {
    const one = without(best, [rest]);
    if (one.error < limit(best.error)) best = one;
  }
  return best;
}

function finish(ruler: Ruler, start: Trial, target: FitTarget): Trial {
  const freedoms = forLine(FINE, target.text);
  let best = trial(ruler, start, { target, freedoms: forLine(ROUGH, target.text), rounds: 3 });
  best = trial(ruler, matchSoftness(ruler, best, target), { target, freedoms, rounds: 5 });
  if (best.face.variable) best = bestWeight(ruler, best, { target, freedoms: forLine(ROUGH, target.text), step: 50 });
  best = simplified(ruler, best, target);
  return matchSoftness(ruler, best, target);
}

/** Scouted faces that are moved a little before they are compared again, and how many of them are refined. */
const NUDGED_FACES = 20;

/** Scouted faces moved to where they lie best: an extent measured a little wrong must not decide between them. */
async function nudged(
  ruler: Ruler,
  placed: readonly Placed[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<readonly Trial[]> {
  const freedoms = forLine(ROUGH, at.target.text);
  const trials: Trial[] = [];
  for (const p of placed.slice(0, NUDGED_FACES)) {
    if (trials.length % 8 === 0) await breathe(at.signal);
    trials.push(trial(ruler, p, { target: at.target, freedoms, rounds: 3 }));
  }
  return trials.sort((a, b) => a.error - b.error);
}

async function refineFaces(
  ruler: Ruler,
  placed: readonly Trial[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<Trial[]> {
  const freedoms = forLine(ROUGH, at.target.text);
  const shaping = forLine(SHAPING, at.target.text);
  const byError = (a: Trial, b: Trial) => a.error - b.error;
  const first: Trial[] = [];
  for (const p of placed) {
    await breathe(at.signal);
    first.push(trial(ruler, p, { target: at.target, freedoms: shaping, rounds: 4 }));
  }
  first.sort(byError);
  const weighed: Trial[] = [];
  for (const t of first.slice(0, WEIGHED_FACES)) {
    await breathe(at.signal);
    weighed.push(bestWeight(ruler, t, { target: at.target, freedoms, step: 100 }));
  }
  return [...weighed.sort(byError), ...first.slice(WEIGHED_FACES)];
}

/** Squared error below which the order of faces is beyond doubt and characters need no look of their own. */
const PLAIN_SAILING = 0.1;
const GLYPH_FACES = 4;

/** Difference in the amount of ink, as overlap: a face much too thin or thick is not the one even where its strokes cross the right places. */
function offWeight(ruler: Ruler, setting: Setting, target: FitTarget): number {
  const { width, height } = target.shape;
  const drawn = settingCoverage(ruler, setting, { text: target.text, target: { width, height, scale: target.scale, draft: true } });
  return 0.15 * Math.abs(Math.log((1 + inkOf(drawn)) / (1 + inkOf(target.shape))));
}

/** How far a face has to be bent to fit, as overlap it must make up for: a squeezed face is seldom the one that was used. */
const strain = (s: Setting): number => 0.3 * Math.abs(Math.log(s.condense)) + 0.15 * Math.max(0, -s.tracking - 0.02);

/**
 * Orders faces by how alike their characters are when each may stand a little off: a line in perspective, on an arc or with
 * kerning of its own otherwise goes to whatever face happens to straddle it.
 */
async function orderByGlyphs(
  ruler: Ruler,
  trials: readonly Trial[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<readonly Trial[]> {
  if (trials.length < 2 || trials[0].error < PLAIN_SAILING) return trials;
  const scored: { readonly trial: Trial; readonly score: number }[] = [];
  for (const t of trials.slice(0, GLYPH_FACES)) {
    await breathe(at.signal);
    const whole = overlap(ruler, t.setting, at.target);
    scored.push({
      trial: t,
      score:
        whole +
        glyphSimilarity(fitGlyphs(ruler, t.setting, { target: at.target, most: 7 })) -
        2 * (strain(t.setting) + offWeight(ruler, t.setting, at.target)),
    });
  }
  scored.sort((a, b) => b.score - a.score);
  return [...scored.map((x) => x.trial), ...trials.slice(GLYPH_FACES)];
}

/** Gain in overlap for which a line is believed to lie on a plane seen at an angle, and to bend. */
const PLANE_GAIN = 0.012;
const BEND_GAIN = 0.05;
/** Blurs while looking for a plane, shape pixels: coarse, then fine. */
const LOOSE_BLURS = [4, 0.8];

/** The setting with the plane and the bend its characters show, where that explains the picture clearly better. */
function bent(ruler: Ruler, found: Setting, target: FitTarget): Setting {
  const straight = overlap(ruler, found, target);
  if (straight > 0.955 || straight < 0.2 || found.vertical || [...target.text].length < 2) return found;
  // A straight fit to a line that runs away hides some of it in the word gaps.
  const freedoms = [...forLine(FINE, target.text), "foreshorten", "fan"] as const;
  const seen = LOOSE_BLURS.reduce(
    (setting, blur) => {
      const loose = { ...target, shape: blurPlane(target.shape, blur), extraBlur: blur, draft: true };
      return refine(ruler, setting, { target: loose, freedoms, rounds: 8 }).setting;
    },
    { ...found, wordGap: 0 },
  );
  const plane = overlap(ruler, seen, target);
  const flat = plane > straight + PLANE_GAIN ? seen : found;
  const best = Math.max(plane, straight);
  if (best > 0.9 || straight < 0.3) return flat;
  const half = (ruler.metrics(found, target.text).advance * found.sizePx * found.condense) / 2;
  const warp = warpOf(fitGlyphs(ruler, found, { target: { ...target, extraBlur: 0.6 }, most: 14 }), Math.max(1, half));
  if (!warp) return flat;
  const warped = { ...found, warp };
  return overlap(ruler, warped, target) > best + BEND_GAIN ? warped : flat;
}

function overlap(ruler: Ruler, setting: Setting, target: FitTarget): number {
  const { width, height } = target.shape;
  const blurred = { ...setting, softness: Math.hypot(setting.softness, (target.extraBlur ?? 0) / target.scale) };
  return softIou(
    target.shape,
    settingCoverage(ruler, blurred, { text: target.text, target: { width, height, scale: target.scale, draft: target.draft ?? false } }),
  );
}

/**
 * Finds the face, weight, size, spacing, place and bend in which `text` looks like `shape`: analysis by synthesis, coarse to
 * fine. Best first, at most three; empty where the shape has no ink or no face has the characters. Deterministic.
 * ~0.5–1.5 s for a headline over 80 families.
 */
export async function fitLine(ruler: Ruler, fonts: FontLibrary, request: FitRequest): Promise<readonly FitCandidate[]> {
  const view = await viewOf(fonts, request);
  if (!view) return [];
  const found = await fitShape(ruler, view);
  return found.map((c) => ({ ...c, setting: { ...c.setting, x: c.setting.x + view.x, y: c.setting.y + view.y } }));
}

/** How well the text could lie there at a first look, for comparing spellings of one line: higher is better. ~0.1 s. */
export async function glanceLine(ruler: Ruler, fonts: FontLibrary, request: FitRequest): Promise<number> {
  const view = await viewOf(fonts, request);
  return view ? (scouted(ruler, view)[0]?.score ?? -1) : -1;
}

/** The request cut to its ink, with the faces that can set it; (`x`, `y`) is where the cut lies. */
interface FitView extends FitRequest {
  readonly faces: readonly FontFace[];
  readonly inkHeight: number;
  readonly extent: InkExtent;
  readonly x: number;
  readonly y: number;
}

async function viewOf(fonts: FontLibrary, request: FitRequest): Promise<FitView | undefined> {
  const level = levelledFrame(request.shape, request.frame);
  const extent = inkExtent(request.shape, level);
  const faces = usableFaces(fonts, request.text);
  if (!extent || faces.length === 0) return undefined;
  await fonts.prepare(
    faces.map((f) => f.id),
    request.text,
  );
  await breathe(request.signal);
  const inkHeight = extent.v1 - extent.v0;
  const cut = cropToInk(request.shape, 4 + 0.4 * inkHeight);
  const frame = { ...level, cx: level.cx - cut.x, cy: level.cy - cut.y };
  return { ...request, frame, shape: cut.plane, faces, extent, inkHeight, x: cut.x, y: cut.y };
}

const scoutTarget = (view: FitView): FitTarget => targetAt(view, view.inkHeight, SCOUT_HEIGHT, SCOUT_BLUR);

function scouted(ruler: Ruler, view: FitView): readonly Placed[] {
  const seen = scoutTarget(view);
  const { text, extent, frame, faces } = view;
  return scout(ruler, faces, { text, extent, frame, shape: seen.shape, scale: seen.scale, blur: SCOUT_BLUR });
}

async function fitShape(ruler: Ruler, request: FitView): Promise<readonly FitCandidate[]> {
  const { inkHeight } = request;
  const rough = targetAt(request, inkHeight, REFINE_HEIGHT, 0.8);
  const { signal } = request;
  const likely = await nudged(ruler, scouted(ruler, request), { target: scoutTarget(request), signal });
  const refined = await refineFaces(ruler, likely.slice(0, REFINED_FACES), { target: rough, signal });
  const ordered = await orderByGlyphs(ruler, refined, { target: rough, signal: request.signal });
  const sharp = targetAt(request, inkHeight, FINISH_HEIGHT, 0);
  const candidates: FitCandidate[] = [];
  const [first] = ordered;
  if (!first) return [];
  const doubtful = first.error > PLAIN_SAILING / 2;
  const close = ordered.slice(FINISHED_FACES, MOST_FINISHED).filter((t) => doubtful && t.error < CLOSE_BEHIND * first.error);
  for (const t of [...ordered.slice(0, FINISHED_FACES), ...close]) {
    await breathe(request.signal);
    const setting = bent(ruler, finish(ruler, t, sharp).setting, sharp);
    candidates.push({ face: t.face, setting, similarity: overlap(ruler, setting, sharp) });
  }
  const merit = (c: FitCandidate) => c.similarity - strain(c.setting) - offWeight(ruler, c.setting, sharp);
  candidates.sort((a, b) => merit(b) - merit(a));
  const rest = ordered
    .slice(candidates.length, OFFERED)
    .map((t) => ({ face: t.face, setting: t.setting, similarity: overlap(ruler, t.setting, sharp) }));
  return [...candidates, ...rest].slice(0, OFFERED);
}
