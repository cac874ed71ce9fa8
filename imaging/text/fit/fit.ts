import type { FontFace, FontLibrary } from "../../ports.ts";
import { blurPlane } from "../../raster/blur.ts";
import { breathe } from "../../raster/breathe.ts";
import type { Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import { glimpseRulerOf } from "../glimpse-ruler.ts";
import type { Ruler, Setting } from "../setting.ts";
import { bent } from "./bent.ts";
import { type Placed, scout, usableFaces } from "./candidates.ts";
import { finish } from "./finish.ts";
import { levelledFrame } from "./level.ts";
import { orderFaces, PLAIN_SAILING } from "./order-faces.ts";
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
/** Faces that pass the first look. */
const SCOUTED_FACES = 20;
const REFINE_HEIGHT = 44;
const FINISH_HEIGHT = 90;
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
  const ids = faces.map((f) => f.id);
  await fonts.prepare(ids, request.text, "glimpse");
  await breathe(request.signal);
  const inkHeight = extent.v1 - extent.v0;
  const cut = cropToInk(request.shape, 4 + 0.4 * inkHeight);
  const frame = { ...level, cx: level.cx - cut.x, cy: level.cy - cut.y };
  return { ...request, frame, shape: cut.plane, faces, extent, inkHeight, x: cut.x, y: cut.y };
}

/** First look at every face, by glimpses. */
function scouted(ruler: Ruler, view: FitView): readonly Placed[] {
  const seen = targetAt(view, view.inkHeight, SCOUT_HEIGHT, SCOUT_BLUR);
  const { text, extent, frame, faces } = view;
  return scout(glimpseRulerOf(ruler.type), faces, { text, extent, frame, shape: seen.shape, scale: seen.scale, blur: SCOUT_BLUR });
}

async function fitShape(ruler: Ruler, fonts: FontLibrary, request: FitView): Promise<readonly FitCandidate[]> {
  const { inkHeight } = request;
  const rough = targetAt(request, inkHeight, REFINE_HEIGHT, 0.8);
  const likely = scouted(ruler, request).slice(0, SCOUTED_FACES);
  const prepare = (ids: readonly string[]) => fonts.prepare(ids, request.text);
  const at = { seen: targetAt(request, inkHeight, NUDGE_HEIGHT, NUDGE_BLUR), rough, signal: request.signal, prepare };
  const { trials: ordered, certain } = await orderFaces(ruler, likely, at);
  const sharp = targetAt(request, inkHeight, FINISH_HEIGHT, 0);
  const candidates: FitCandidate[] = [];
  const [first] = ordered;
  if (!first) return [];
  const doubtful = first.error > PLAIN_SAILING / 2;
  const close = ordered.slice(FINISHED_FACES, MOST_FINISHED).filter((t) => doubtful && t.error < CLOSE_BEHIND * first.error);
  for (const t of certain ? [first] : [...ordered.slice(0, FINISHED_FACES), ...close]) {
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
