import type { TextReport } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { quadOf } from "../../protocol/geometry.ts";
import type { ImagingPorts } from "../ports.ts";
import { markMask, pasteFloat } from "../raster/crop.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { CUT_OFF } from "../text/plate/seam.ts";
import type { TextLine } from "../text/types.ts";
import { leavesInk } from "./ink-left.ts";
import { type InstantContext, type Reconstruction, reconstructLine } from "./reconstruct.ts";
import { styleOf } from "./report.ts";
import { runsOn } from "./runs-on.ts";
import { groundSureness, remainsReason } from "./sureness.ts";
import { fringeOf } from "./text-mask.ts";

export interface EraseRequest {
  readonly ports: ImagingPorts;
  readonly context: InstantContext;
  readonly lines: readonly TextLine[];
  readonly line: TextLine;
  readonly state: {
    image: RasterImage;
    readonly mask: Mask;
    readonly texts: TextReport[];
    readonly reasons: string[];
    /** Lines that are gone already. */
    readonly erased: ReadonlySet<TextLine>;
    /** 255 = where they may have left traces in the boxes of others. */
    readonly fringe: Mask;
  };
}

/** Whether the restored ground meets its surroundings in an edge that does not belong there. */
export const isCut = ({ plate }: Pick<Reconstruction, "plate">): boolean => plate.seam > CUT_OFF;
export const cutReason = (text: string): string =>
  `Where “${text}” was, something of the background ends abruptly; look whether a thing or pattern was cut off.`;

/** Hold-out error, 0–255 RMS, from which a person should look at the restored background. */
const ROUGH_PLATE = 24;
/**
 * The same for a share of the fine detail around it, where that is grain of so many levels: a duller patch is mostly a glow that stayed. Of 177 posters made to
 * be hard six were below, four of them with a likeness under 0.9.
 */
const DULL = 0.45;
const GRAINY = 6;
interface Restored {
  readonly plate: Pick<Reconstruction["plate"], "holdOutError" | "textureRatio" | "method">;
  readonly matte: Pick<Reconstruction["matte"], "noise">;
  readonly met: Reconstruction["met"];
}

/** Known pixels were not met by the restored ground. */
const isMissed = ({ plate }: Restored): boolean => plate.holdOutError > ROUGH_PLATE;
/**
 * Smear between the letters, levels, from which a person sees one under them too: where they are bare, and where new letters hide much of it. Of 30 lines taken
 * from posters those from 8 on left one of 10 levels or more behind, plain to see, those below 5 one of less than 6.
 */
const SMEARED = { bare: 8, under: 11.5 } as const;
/** Share of a ground's own scatter by which other ground of its kind is off anyway, on coarse grain: pits and pebbles lie elsewhere. */
const COARSE = 0.45;
const isSmeared = ({ met, matte }: Restored, as: keyof typeof SMEARED): boolean =>
  met !== undefined && met.smear >= Math.max(SMEARED[as], COARSE * matte.noise);

/** It came out duller than what surrounds it; around a label that is other ground. */
const isDull = ({ plate, matte }: Restored): boolean => plate.method !== "label" && plate.textureRatio < DULL && matte.noise >= GRAINY;

/** Whether the restored ground may show. */
export const isRough = (found: Restored): boolean => isMissed(found) || isDull(found) || isSmeared(found, "bare");

/**
 * Off by less than this between the letters, 0–255 RMS, the ground under them is met, whatever was missed beside them. Of 13 lines on real pictures three
 * whose new ground cannot be told lay below 8, those with a smear or a thread from 13 on.
 */
const MET = 10;

/**
 * The same for a ground that new letters cover again in part: what shows between the old ones tells more than what lies beside. Of dullness it tells
 * nothing, since a glow is met there as well as the ground.
 */
export const isRoughUnder = (found: Restored): boolean =>
  isDull(found) || isSmeared(found, "under") || (isMissed(found) && (found.met === undefined || found.met.error >= MET));
export const roughReason = (text: string): string => `The background behind “${text}” is hard to restore; look for smudges.`;

/** Sureness at most where something was cut off, or something is left of the letters. */
export const CUT_SURE = 0.6;

/**
 * Likeness of the re-drawn original below which letters and ground may have been taken for each other: ink whose type was recognised is
 * surely ink. On an even ground whatever stands out is ink, so less will do there; a ground pieced together from patches shows what was missed least.
 */
const TOLD = { even: 0.35, uneven: 0.62, patched: 0.7 } as const;

interface Taken {
  readonly similarity: number;
  readonly matte: Pick<Reconstruction["matte"], "background">;
  readonly plate: Pick<Reconstruction["plate"], "method">;
}

function leastTold({ matte, plate }: Taken): number {
  if (matte.background === "smooth") return TOLD.even;
  return plate.method === "patch" ? TOLD.patched : TOLD.uneven;
}

/** Whether the letters were recognised well enough to trust that they, and nothing of the ground, were taken away. */
export const isTold = (found: Taken): boolean => found.similarity >= leastTold(found);

/** Sureness of reading below which what was read may be a script the reader does not know, or a part of the picture. */
const WELL_READ = 0.87;
/** Height of a line's box, pixels, below which readers catch only pieces of what stands there. */
const SMALLEST = 10;

function readingDoubt({ string, confidence, box }: TextLine): string | undefined {
  if (box.height < SMALLEST) return `The letters of “${string}” are very small; look whether all of the line is gone.`;
  if (confidence >= WELL_READ) return undefined;
  return `“${string}” was read with only ${Math.round(100 * confidence)} % sureness; look whether all of it is gone, and nothing else.`;
}

/** Takes one line away: its plate shows where its ink was. */
export async function eraseLine({ ports, context, lines, line, state }: EraseRequest): Promise<Result<void>> {
  // Where lines are gone there is ground to learn from, and no text to be spared.
  const still = lines.filter((other) => !state.erased.has(other));
  const gone = lines.filter((other) => state.erased.has(other));
  const found = await reconstructLine(context, state.image, { line, lines: still, gone, texts: [line.string], also: state.fringe });
  if (!found) {
    return err(
      emendError("engine_failed", `The letters of “${line.string}” could not be told from their background.`, {
        stage: "fit",
        help: "Draw a region around the text, or use another engine.",
      }),
    );
  }
  const { rect } = found.region;
  state.image = pasteFloat(state.image, found.plate.pixels, { x: rect.x, y: rect.y, only: found.mask });
  markMask(state.mask, found.mask, rect);
  markMask(state.fringe, fringeOf(found.mask, { foreign: found.region.foreign, sizePx: found.setting.sizePx }), rect);
  const read = await context.clock.time("judge", () => recogniseAt(state.image, line, { ocr: ports.ocr, signal: context.signal }));
  const readBack = read.confidence > 0.6 ? read.string : "";
  if (readBack !== "") state.reasons.push(`Something still reads as “${readBack}” where “${line.string}” was.`);
  if (isRough(found)) state.reasons.push(roughReason(line.string));
  const cut = isCut(found) || runsOn(found);
  if (cut) state.reasons.push(cutReason(line.string));
  const told = isTold(found);
  if (!told)
    state.reasons.push(`The letters of “${line.string}” could hardly be told from their background; look for remains and smudges.`);
  const remains = found.remains || leavesInk(found);
  if (remains) state.reasons.push(remainsReason(line.string));
  const doubt = readingDoubt(line);
  if (doubt !== undefined) state.reasons.push(doubt);
  const style = styleOf(
    context.fonts,
    { setting: found.setting, paint: found.paint, outline: found.outline, shadow: found.shadow, align: "center" },
    found.candidates,
  );
  const ground = groundSureness({ met: found.met, holdOutError: found.plate.holdOutError }, "bare");
  const restored = Math.min(cut || remains ? CUT_SURE : 1, ground);
  const sure = told ? restored : Math.min(restored, Math.max(0, found.similarity));
  state.texts.push({
    original: line.string,
    wanted: "",
    readBack,
    quad: [...quadOf(line.box)] as TextReport["quad"],
    style,
    reconstruction: sure,
  });
  return ok(undefined);
}
