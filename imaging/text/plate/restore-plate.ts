import { boundsOfMask, growRect } from "../../raster/crop.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import type { LineRegion, Plate } from "../types.ts";
import { withBlocking } from "./blocking.ts";
import type { Coordinate } from "./coordinate.ts";
import { edgeFill } from "./edge-fill.ts";
import { knownError, missesShading } from "./explained.ts";
import { fillAlong } from "./fill-along.ts";
import { findCoordinate } from "./find-coordinate.ts";
import { findLattice } from "./find-lattice.ts";
import { type Fill, fittedToRim } from "./fit-to-rim.ts";
import { flatColour } from "./flat.ts";
import { GRAINY, grained, mottleOf } from "./grained.ts";
import { type Ground, groundOf } from "./ground.ts";
import { latticeFill } from "./lattice-fill.ts";
import { patchFill } from "./patch-fill.ts";
import { finishPatches } from "./patch-finish.ts";
import { fitPolynomial } from "./polynomial.ts";
import { type Probes, punchProbes } from "./probes.ts";
import { quietRim } from "./quiet-rim.ts";
import { laidOn, withoutRoundEdges } from "./round-edges.ts";
import { seamShare } from "./seam.ts";
import { smoothFill } from "./smooth-fill.ts";
import { lackingContrast, lackingDetail, mottleRatio, noiseLevel, textureRatio } from "./texture.ts";

export interface PlateOptions {
  /** Same seed, same plate. */
  readonly seed: number;
  /** Stops between passes by throwing its reason. */
  readonly signal?: AbortSignal;
}

/** Surroundings taken along: the text's shorter side, within these bounds, pixels. */
const MARGIN = { least: 32, most: 112 };
/** Below this hold-out error, 0–255 RMS, the smooth background is as good as seen. */
const UNSEEN = 1.2;
/** From this σ on, 0–255, it is texture rather than noise, and a quiet rim says nothing. */
const NOISY = 4;
/** Patches must be better by this factor where a fill is nearly right: their seams show, its softness does not. */
const SEAM_PENALTY = 1.15;
/**
 * On a ground too busy to foresee, errors say little: from this error on, 0–255 RMS, a fill that keeps less than `mottle` of the
 * neighbours' pattern gives way to patches that err up to `allowance` times as much.
 */
const BUSY = { error: 14, mottle: 0.85, allowance: 1.5 };

/**
 * Lines drawn across a wide hole from edge to edge of a busy ground are streaks, which small probes do not show: where there is `texture` times as much
 * fine detail as around the hole, patches may err up to `allowance` times as much.
 */
const STREAKY = { texture: 1.6, allowance: 2 } as const;

/** A designed profile must foresee known pixels this much better than what follows the neighbours. */
const DESIGNED = 0.9;
/** Behind a quiet rim it is taken where it misses the known pixels by no more than this times what the smooth surface does, and by no more than rounding and compression explain. */
const SIMPLER = 1.05;
const EXPLAINED = 1.2;
/** The same after heavy compression; then it must also foresee known pixels about as well as what follows the neighbours. */
const COMPRESSED = 2.2;
const ALIKE = 1.1;
/** A profile that leaves so little of what the smooth surface misses is how the ground was made: it may err this much more on the probes, which are small beside the hole. */
const MADE_SO = { left: 0.12, allowance: 1.4 } as const;
/** A pattern's repetition that errs so much less than the other fills is what lies there: patches could only miss a step. */
const REPEATED = 0.7;
/** From this half thickness on, pixels, whole dots of a pattern can lie in the hole without touching its rim. */
const HIDING = 10;

interface Context {
  readonly seed: number;
  /** Noise of the background, σ 0–255. */
  readonly noise: number;
  /** The same of its mottle, 0 where it has none. */
  readonly mottle: number;
  /** What the ground changes along, searched when first asked for. */
  readonly coordinate: () => Coordinate;
  readonly pause: () => Promise<void>;
}

/** RMS difference to the truth over the probes. */
function probeError({ ground, judged }: Probes, filled: Float32Array): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < filled.length; i++) {
    if (!judged[(i / 3) | 0]) continue;
    sum += (filled[i] - ground.pixels[i]) ** 2;
    n++;
  }
  return Math.sqrt(sum / Math.max(1, n));
}

/** The same as told of the hole itself: what is judged right beside it counts most, busy places further off hardly. */
function errorBehind({ ground, nearness }: Probes, filled: Float32Array): number {
  let [sum, mass] = [0, 0];
  for (let i = 0; i < nearness.length; i++) {
    if (nearness[i] === 0) continue;
    for (let c = i * 3; c < i * 3 + 3; c++) sum += nearness[i] * (filled[c] - ground.pixels[c]) ** 2;
    mass += 3 * nearness[i];
  }
  return mass === 0 ? 0 : Math.sqrt(sum / mass);
}

async function patches(ground: Ground, initial: Float32Array, context: Context): Promise<Float32Array | undefined> {
  const votes = await patchFill(ground, initial, context);
  return votes && finishPatches(ground, votes);
}

/** Error on known pixels as the eye counts it: detail that is lacking is wrong too, though a blur keeps the RMS low. */
function seenError(probes: Probes, filled: Float32Array): number {
  return Math.hypot(probeError(probes, filled), 2 * lackingDetail(probes, filled), lackingContrast(probes, filled));
}

interface Candidate {
  readonly method: Plate["method"];
  /** The fill before grain: also the first guess for patches. */
  readonly fill: (ground: Ground) => Float32Array;
}

const candidates = (noise: number): readonly Candidate[] => [
  { method: noise < GRAINY ? "smooth" : "smooth+grain", fill: (ground) => smoothFill(ground, noise) },
  { method: "edges", fill: edgeFill },
];

interface Trial {
  readonly candidate: Candidate;
  readonly filled: Float32Array;
  readonly error: number;
  readonly seen: number;
  /** What is reported of it. */
  readonly behind: number;
}

function attempt(candidate: Candidate, probes: Probes, context: Context): Trial {
  const filled = candidate.fill(probes.ground);
  const seen = seenError(probes, grained(probes.ground, { method: candidate.method, pixels: filled }, context));
  return { candidate, filled, error: probeError(probes, filled), seen, behind: errorBehind(probes, filled) };
}

const finished = (ground: Ground, { candidate }: Pick<Trial, "candidate">, context: Context): Pick<Fill, "method" | "pixels"> => ({
  method: candidate.method,
  pixels: grained(ground, { method: candidate.method, pixels: candidate.fill(ground) }, context),
});

/** The profile of a designed ground, where it explains all around the hole as well as a smooth surface does and as well as noise allows. */
function designed(ground: Ground, context: Context, explained = EXPLAINED): Fill | undefined {
  const filled = fillAlong(ground, context.coordinate());
  const error = knownError(ground, filled);
  const surface = knownError(ground, fitPolynomial(ground, ground.learn));
  if (error > surface * SIMPLER || error > Math.max(explained, 1.5 * context.noise)) return undefined;
  if (context.noise >= GRAINY && missesShading(ground, filled, context.noise)) return undefined;
  const pixels = withBlocking(ground, filled);
  return { method: "profile", pixels: grained(ground, { method: "profile", pixels }, context), holdOutError: error };
}

/** Whether the profile explains nearly all that the smooth surface leaves. */
function isMadeSo(ground: Ground, context: Context): boolean {
  const left = knownError(ground, fillAlong(ground, context.coordinate()));
  return left < MADE_SO.left * knownError(ground, fitPolynomial(ground, ground.learn));
}

/** The smooth fill, unless the ground is a designed one. */
function quietFill(ground: Ground, error: number, context: Context): Fill {
  const [smooth] = candidates(context.noise);
  return designed(ground, context) ?? { ...finished(ground, { candidate: smooth }, context), holdOutError: error };
}

/** The fill where nothing touches the hole. */
function quietlyFilled(ground: Ground, context: Context): Fill | undefined {
  const rimError = context.noise < NOISY ? quietRim(ground, context.noise) : undefined;
  return rimError === undefined ? undefined : (hiddenPattern(ground, context) ?? quietFill(ground, rimError, context));
}

/** Tries the fills on known pixels, cheapest first, and takes the one that is nearest to the truth at comparable texture. */
async function chosenFill(ground: Ground, context: Context): Promise<Fill> {
  const [smooth, edges] = candidates(context.noise);
  const probes = punchProbes(ground);
  if (probes === undefined) return { ...finished(ground, { candidate: edges }, context), holdOutError: context.noise };
  let best = attempt(smooth, probes, context);
  if (best.error <= UNSEEN) return quietFill(ground, best.behind, context);
  await context.pause();
  const edged = attempt(edges, probes, context);
  if (edged.seen < best.seen) best = edged;
  const profiled = attempt(
    { method: "profile", fill: (part) => withBlocking(part, fillAlong(part, context.coordinate())) },
    probes,
    context,
  );
  const simple = profiled.seen <= best.seen * ALIKE ? designed(ground, context, COMPRESSED) : undefined;
  if (simple !== undefined) return { ...simple, holdOutError: profiled.behind };
  if (profiled.seen < best.seen * (isMadeSo(ground, context) ? MADE_SO.allowance : DESIGNED)) best = profiled;
  const patterned = latticed(ground, probes, context);
  if (patterned !== undefined && patterned.seen < best.seen * REPEATED)
    return { ...finished(ground, patterned, context), holdOutError: patterned.behind };
  if (patterned !== undefined && patterned.seen < best.seen * DESIGNED) best = patterned;
  if (best.error <= Math.max(UNSEEN, context.noise))
    return designed(ground, context) ?? { ...finished(ground, best, context), holdOutError: best.behind };
  await context.pause();
  const patched = await patches(probes.ground, best.filled, context);
  const plain = finished(ground, best, context);
  const looks = { mottle: () => mottleRatio(ground, plain.pixels), texture: () => textureRatio(ground, plain.pixels) };
  if (patched === undefined || !patchesWin(seenError(probes, patched), best, looks)) {
    return { ...plain, holdOutError: best.behind };
  }
  const pixels = await patches(ground, best.candidate.fill(ground), context);
  if (pixels === undefined) return { ...plain, holdOutError: best.behind };
  // Where patches are no nearer to the truth, what the other fill cut off is cut off still.
  const seam = nearer(seenError(probes, patched), best) ? 0 : seamShare(ground, plain.pixels);
  return { method: "patch", pixels, holdOutError: errorBehind(probes, patched), seam };
}

/** The pattern's own repetition as a fill, where the ground has one. */
function latticed(ground: Ground, probes: Probes, context: Context): Trial | undefined {
  const lattice = findLattice(ground);
  if (lattice === undefined || latticeFill(ground, lattice) === undefined) return undefined;
  return attempt({ method: "lattice", fill: (part) => latticeFill(part, lattice) ?? part.pixels }, probes, context);
}

/** What a wide hole with a quiet rim hides where separate things stand around it in a pattern. */
function hiddenPattern(ground: Ground, context: Context): Fill | undefined {
  const probes = ground.reach < HIDING ? undefined : punchProbes(ground);
  const patterned = probes && latticed(ground, probes, context);
  if (probes === undefined || patterned === undefined) return undefined;
  const [smooth] = candidates(context.noise);
  if (patterned.seen > attempt(smooth, probes, context).seen * REPEATED) return undefined;
  return { ...finished(ground, patterned, context), holdOutError: patterned.behind };
}

const nearer = (patchSeen: number, best: Trial): boolean => patchSeen * SEAM_PENALTY < best.seen;

function patchesWin(patchSeen: number, best: Trial, { mottle, texture }: Record<"mottle" | "texture", () => number>): boolean {
  if (nearer(patchSeen, best)) return true;
  if (best.candidate.method === "edges" && patchSeen < best.seen * STREAKY.allowance && texture() > STREAKY.texture) return true;
  return best.error > BUSY.error && patchSeen < best.seen * BUSY.allowance && mottle() < BUSY.mottle;
}

function contextOf(ground: Ground, options: Pick<Context, "seed" | "pause">): Context {
  let found: Coordinate | undefined;
  const coordinate = (): Coordinate => {
    found ??= findCoordinate(ground);
    return found;
  };
  return { ...options, noise: noiseLevel(ground), mottle: mottleOf(ground), coordinate };
}

/** The hole of a ground of more than one colour: what nothing enters is filled at once, round edges are taken off before and laid on again. */
async function filledGround(ground: Ground, options: Pick<Context, "seed" | "pause">): Promise<Fill> {
  const context = contextOf(ground, options);
  const quiet = quietlyFilled(ground, context);
  if (quiet !== undefined) return quiet;
  const along = (part: Ground): Float32Array => fillAlong(part, context.coordinate());
  const fills = [...candidates(context.noise).map(({ fill }) => fill), along];
  const level = withoutRoundEdges(ground, { noise: context.noise, fills, error: probeError });
  if (level === undefined) return chosenFill(ground, context);
  const under = contextOf(level.ground, options);
  const fill = quietlyFilled(level.ground, under) ?? (await chosenFill(level.ground, under));
  return { ...fill, pixels: laidOn(fill.pixels, level) };
}

async function restored(ground: Ground, options: Pick<Context, "seed" | "pause">): Promise<Fill> {
  const colour = flatColour(ground);
  if (colour === undefined) return filledGround(ground, options);
  return { method: "flat", pixels: ground.pixels.map((_, i) => colour[i % 3]), holdOutError: 0 };
}

/** The hole in pieces of what lies around it. */
async function pieced(ground: Ground, options: Pick<Context, "seed" | "pause">): Promise<Float32Array | undefined> {
  const votes = await patchFill(ground, edgeFill(ground), options);
  return votes && finishPatches(ground, votes);
}

/** The ground's hole written into a copy of the region, within 0–255. */
function pasted(region: LineRegion, ground: Ground, filled: Float32Array): FloatImage {
  const { width, height } = region.pixels;
  const data = Float32Array.from(region.pixels.data);
  for (let i = 0; i < ground.hole.length; i++) {
    if (!ground.hole[i]) continue;
    const to = (Math.floor(i / ground.width) + ground.y) * width + (i % ground.width) + ground.x;
    for (let c = 0; c < 3; c++) data[to * 3 + c] = Math.min(255, Math.max(0, filled[i * 3 + c]));
  }
  return { width, height, data };
}

/** Lets other work run, then stops if asked to. */
const pauseWith = (signal: AbortSignal | undefined) => async (): Promise<void> => {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
};

/**
 * The region without what the mask covers: `mask` has the region's size, 255 = replace. Outside it the plate equals the
 * source bit for bit; `region.foreign` is neither learnt from nor changed. Flat and smooth grounds cost about 0.1 s for
 * 624×240, patches up to two seconds. Throws the signal's reason when stopped.
 */
export async function restorePlate(region: LineRegion, mask: Mask, { seed, signal }: PlateOptions): Promise<Plate> {
  signal?.throwIfAborted();
  const bounds = boundsOfMask(mask);
  const size = bounds === undefined ? 0 : Math.min(bounds.width, bounds.height);
  const margin = Math.min(MARGIN.most, Math.max(MARGIN.least, size));
  const ground = bounds && groundOf(region, mask, growRect(bounds, margin, region.pixels));
  if (ground === undefined) return { pixels: region.pixels, method: "flat", holdOutError: 0, seam: 0, textureRatio: 1 };
  const options = { seed, pause: pauseWith(signal) };
  const { seam, ...fill } = await fittedToRim(ground, await restored(ground, options), () => pieced(ground, options));
  return {
    pixels: pasted(region, ground, fill.pixels),
    method: fill.method,
    holdOutError: fill.holdOutError,
    seam,
    textureRatio: textureRatio(ground, fill.pixels),
  };
}
