import type { FontLibrary } from "../ports.ts";
import { isSeen } from "../quality/leftover.ts";
import { maskWhere } from "../raster/mask-where.ts";
import { createMask, type FloatImage, type Mask, type Plane, type RasterImage } from "../raster/raster.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import { liftVeil } from "../text/fit/lift-veil.ts";
import type { Outline } from "../text/fit/outline.ts";
import type { Paint } from "../text/fit/paint.ts";
import { rimPower } from "../text/fit/rim-power.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { cellOf, type LineFrame, lineFrame } from "../text/frame.ts";
import { letterLikeness } from "../text/letter-likeness.ts";
import type { LineMatte } from "../text/matte/matte.ts";
import { penPositions } from "../text/pens.ts";
import { restorePlate } from "../text/plate/restore-plate.ts";
import { cutRegion } from "../text/region.ts";
import type { Ruler } from "../text/ruler.ts";
import { type Setting, seenAlong } from "../text/setting.ts";
import { stoodOn, strangersOn } from "../text/stood-on.ts";
import type { LineRegion, Plate, TextLine } from "../text/types.ts";
import { paintLayers } from "../text/typeset/layers.ts";
import { type CleanPlate, cleanPlate } from "./clean-plate.ts";
import { type Drawn, drawLine, lineLayers, underFill, withShadow } from "./draw-line.ts";
import { exactOutline, isUneven, LIES_WELL, type Look, lookOf, paintOf, type SeenLine, thinOutlineOf } from "./look-of.ts";
import { type MetGround, metGround } from "./met-ground.ts";
import { plateByParts } from "./plate-by-parts.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { LIES_SO, textMask, tightMask, united, withFringe } from "./text-mask.ts";
import { understood } from "./understand-line.ts";

/** What a run of the light engine works with. */
export interface InstantContext {
  readonly fonts: FontLibrary;
  readonly ruler: Ruler;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly clock: Stopwatch;
}

/** A line taken apart into the layers it was made of. */
export interface Reconstruction {
  readonly line: TextLine;
  /** The string as the fit found it written (an OCR slip of width or spacing put right). */
  readonly text: string;
  readonly region: LineRegion;
  readonly frame: LineFrame;
  readonly matte: LineMatte;
  /** Nearest faces, best first. */
  readonly candidates: readonly FitCandidate[];
  readonly setting: Setting;
  readonly outline: Outline | undefined;
  readonly shadow: Shadow | undefined;
  readonly paint: Paint;
  /** 255 = pixels that belong to the text, with its antialiased rim. */
  readonly mask: Mask;
  readonly plate: Plate;
  /** How far the plate is off where the ground still shows between the letters; absent where it does not. */
  readonly met: MetGround | undefined;
  /** The old letters' shape still shows in the plate. */
  readonly remains: boolean;
  /** Likeness of the re-drawn original to the source, 0–1. */
  readonly similarity: number;
  /** The same as seen: apart from the picture's own grain; 0–1. */
  readonly seenAlike: number;
  /** Share of its contrast that lies where it was seen, at the worst letter. */
  readonly worstContrast: number;
  /** The letter that is. */
  readonly worstChar: string | undefined;
}

/** Overlap that the family of the lines it belongs with may lack and still be taken. */
const KIN = 0.03;

/** The family of a line's kin first, where it fits about as well as the best. */
function kinFirst(candidates: readonly FitCandidate[], kin: string | undefined): readonly FitCandidate[] {
  const same = candidates.find((c) => c.face.family === kin);
  if (same === undefined || same.similarity < candidates[0].similarity - KIN) return candidates;
  return [same, ...candidates.filter((c) => c !== same)];
}

/** Foreign pixels and, on an even ground, whatever stands on it without the letters standing on that. */
function strangers({ foreign }: LineRegion, { ground, noise }: LineMatte, at: { hole: Mask; under: Mask | undefined }): Mask {
  if (!ground) return foreign;
  return strangersOn({ off: ground.off, noise, foreign }, { hole: at.hole, under: at.under ?? createMask(foreign.width, foreign.height) });
}

/** What the letters stand on, where the ground is else even and they were recognised well enough to be told from it. */
function underLetters({ region, matte }: SeenLine, { candidate, shadow }: Look, ink: Plane): Mask | undefined {
  if (!matte.ground || shadow || candidate.similarity < LIES_WELL) return undefined;
  const { pixels: image, foreign } = region;
  return stoodOn({ image, ink, off: matte.ground.off, foreign, noise: matte.noise, sizePx: candidate.setting.sizePx });
}

const isInked = (char: string): boolean => char.trim() !== "";

/** Where each letter begins as `u` of the line's frame, and where the last ends; the space behind a letter is its own. */
function pensIn(ruler: Ruler, { frame, setting, text }: { frame: LineFrame; setting: Setting; text: string }): readonly number[] {
  const middle = (setting.x - frame.cx) * Math.cos(frame.angle) + (setting.y - frame.cy) * Math.sin(frame.angle);
  const letters = [...text];
  const pens = penPositions(ruler, setting, text).filter((_, i) => i >= letters.length || isInked(letters[i]));
  return pens.map((p) => seenAlong(setting, p) + middle);
}

/** Where letters surely are: where they are drawn, and unless they lie well there, wherever ink was seen. */
function surelyLetters({ matte }: SeenLine, { candidate, shadow }: Look, ink: Plane): Mask {
  const onlyDrawn = candidate.similarity >= LIES_SO && shadow === undefined;
  return maskWhere(ink, (i) => ink.data[i] > 0.04 || (!onlyDrawn && matte.inkMask.data[i] !== 0));
}

/** The ground restored under a mask. */
function plateUnder(
  { seed, signal }: InstantContext,
  { region, matte, frame }: SeenLine,
  { hole, setting, under }: { readonly hole: Mask; readonly setting: Setting; readonly under: Mask | undefined },
): Promise<Plate> {
  const foreign = strangers(region, matte, { hole, under });
  const things = maskWhere(foreign, (i) => foreign.data[i] !== 0 && region.foreign.data[i] === 0);
  const known = { ...region, foreign, things };
  // An even ground is one whole; elsewhere parts that stand apart have grounds of their own.
  return matte.background === "smooth"
    ? restorePlate(known, hole, { seed, signal })
    : plateByParts(known, hole, { frame, gap: 0.1 * setting.sizePx, seed, signal });
}

/** The ground without the line, and all that was changed for it. A shadow over detail is taken off, so that only what it and the letters hide is made up. */
async function bareGround(
  context: InstantContext,
  seen: SeenLine,
  at: {
    readonly look: Look;
    readonly ink: Plane;
    readonly under: Mask | undefined;
    readonly pens: readonly number[];
    readonly also: Mask | undefined;
  },
): Promise<CleanPlate> {
  const { look, ink, under, pens } = at;
  const { region, matte, frame } = seen;
  const { similarity, setting } = look.candidate;
  const { foreign } = region;
  const { sizePx } = setting;
  const lifted = look.shadow && isUneven(matte) ? liftVeil(region.pixels, look.shadow, { ink, foreign, sizePx }) : undefined;
  const bared = lifted ? { ...region, pixels: lifted.pixels } : region;
  const shadow = lifted ? undefined : look.shadow;
  const inked = { region: bared, matte, drawn: ink, setting, similarity, outline: look.outline, shadow, under };
  const hole = lifted ? united(textMask(inked), lifted.dense) : textMask(inked);
  const clean = await cleanPlate(withFringe(hole, region, at.also), {
    tight: () => tightMask(inked),
    shape: ink,
    foreign,
    sizePx,
    letterAt: (i) => cellOf(pens, frame.u[i]),
    known: { source: bared.pixels, letters: surelyLetters(seen, look, ink) },
    restore: (mask) => plateUnder(context, { ...seen, region: bared }, { hole: mask, setting, under }),
  });
  return lifted ? { ...clean, mask: united(clean.mask, lifted.cleared) } : clean;
}

/** The line's paint on the ground, and its letters with the rims they are seen to have. */
function finished(line: SeenLine, look: Look, ground: FloatImage): { drawn: Drawn; paint: Paint; setting: Setting } {
  const { region, frame, ruler, text } = line;
  const { outline, shadow } = look;
  const through = outline === undefined && shadow === undefined;
  const under = (drawn: Drawn): FloatImage => underFill(ground, drawn, look);
  const painted = ({ setting, drawn }: { setting: Setting; drawn: Drawn }) => {
    const paint = paintOf(line, { under: under(drawn), coverage: drawn.coverage, through });
    return { setting, drawn, paint };
  };
  const plain = painted({ setting: look.candidate.setting, drawn: look.drawn });
  const { coverage } = look.drawn;
  const { pixels: image, foreign } = region;
  const told = outline === undefined && look.candidate.similarity >= LIES_WELL;
  const rims = told ? rimPower({ image, under: under(look.drawn), coverage, paint: plain.paint, foreign, frame }) : undefined;
  if (rims === undefined) return plain;
  const setting = { ...plain.setting, rims };
  return painted({ setting, drawn: drawLine(ruler, setting, { text, outline, size: region.rect }) });
}

/**
 * Looks for the layers one line was made of: matte, type, outline, plate, paint; then draws the original again and says how
 * alike it is. `texts`: ways the line may be written, the likeliest first. `undefined` where no face can set the string or no
 * ink was found.
 */
export async function reconstructLine(
  context: InstantContext,
  image: RasterImage,
  at: {
    readonly line: TextLine;
    readonly lines: readonly TextLine[];
    readonly texts: readonly string[];
    /** Family of another line that this one belongs with. */
    readonly kin?: string | undefined;
    /** Lines that were taken away: ground by now, where the ink of this one need not be looked for. */
    readonly gone?: readonly TextLine[] | undefined;
    /** 255 = pixels of the picture that go with the line's ink where they are no other line's. */
    readonly also?: Mask | undefined;
  },
): Promise<Reconstruction | undefined> {
  const { clock, ruler } = context;
  const region = cutRegion(image, at.line, { others: at.lines });
  const inked = at.gone?.length ? cutRegion(image, at.line, { others: [...at.lines, ...at.gone] }) : region;
  const frame = lineFrame(at.line.box, region.rect, at.line.vertical);
  const {
    matte,
    text,
    candidates: fits,
  } = await clock.time("fit", () => understood(context, { texts: at.texts, line: at.line, region: inked, frame }));
  const candidates = kinFirst(fits, at.kin);
  if (candidates.length === 0) return undefined;
  const seen: SeenLine = { ruler, region, frame, matte, text };
  const look = await clock.time("fit", () => lookOf(seen, candidates));
  const { shadow } = look;
  const ink = look.drawn.outlined ?? look.drawn.coverage;
  const under = underLetters(seen, look, ink);
  const laid = look.candidate.setting;
  const pens = pensIn(ruler, { frame, setting: laid, text });
  const { plate, mask, leftover } = await clock.time("plate", () => bareGround(context, seen, { look, ink, under, pens, also: at.also }));
  const shaded = withShadow(plate.pixels, ink, shadow);
  const rim = look.outline ?? thinOutlineOf(seen, look, shaded);
  const outline = rim && exactOutline(seen, { ...look, outline: rim }, shaded);
  const bare = outline ? drawLine(ruler, laid, { text, outline, size: region.rect }) : look.drawn;
  const { drawn, paint, setting } = finished(seen, { ...look, drawn: bare, outline }, plate.pixels);
  const layers = lineLayers({ ...drawn, outline, shadow, paint, frame });
  const again = paintLayers(plate.pixels, layers);
  const alike = letterLikeness({ source: region.pixels, again }, { mask, u: frame.u, pens, foreign: region.foreign });
  return {
    line: at.line,
    text,
    region,
    frame,
    matte,
    candidates: [look.candidate, ...candidates.filter(({ face }) => face !== look.candidate.face)],
    setting,
    outline,
    shadow,
    paint,
    mask,
    plate,
    met: shadow
      ? undefined
      : metGround(
          { source: region.pixels, plate: plate.pixels },
          { mask, ink: drawn.outlined ?? drawn.coverage, seenInk: matte.inkMask, foreign: region.foreign },
        ),
    remains: isSeen(leftover),
    similarity: alike.whole,
    seenAlike: alike.seen,
    worstChar: alike.worstAt === undefined ? undefined : [...text].filter(isInked)[alike.worstAt],
    worstContrast: alike.worstContrast,
  };
}
