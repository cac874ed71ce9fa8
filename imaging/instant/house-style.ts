import type { Where } from "../../protocol/plan.ts";
import type { FontFace } from "../ports.ts";
import { contrastRatio, type Rgb } from "../raster/colour.ts";
import type { FloatImage, RasterImage } from "../raster/raster.ts";
import { pitchOf } from "../text/find/paragraphs.ts";
import { matchText } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import { type InstantContext, reconstructLine } from "./reconstruct.ts";

/** How the picture's own text is set, for a new string to keep to. `sizePx` is the em. */
export interface HouseStyle {
  readonly face: FontFace;
  readonly weight: number;
  readonly sizePx: number;
  readonly colour: Rgb;
  /** How far that colour stands off the ground it lies on now (WCAG ratio). */
  readonly contrast: number;
  /** From baseline to baseline in em, where the text it is taken from stands in several lines. */
  readonly leading?: number;
}

/** Overlap of glyphs from which a fitted face says something about the design; below it the first plain face serves as well. */
const RECOGNISED = 0.5;
/** Bounds of a leading that is taken over, em. */
const LEADING = { least: 1.05, most: 1.9 } as const;
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
/** Thirds of the picture as shares of its sides. */
const THIRD = { left: 1 / 6, top: 1 / 6, center: 1 / 2, right: 5 / 6, bottom: 5 / 6 } as const;

function targetOf(where: Where, { width, height }: RasterImage): { readonly x: number; readonly y: number } {
  const share = (low: "left" | "top", high: "right" | "bottom"): number =>
    where.includes(low) ? THIRD[low] : where.includes(high) ? THIRD[high] : THIRD.center;
  return { x: share("left", "right") * width, y: share("top", "bottom") * height };
}

interface ModelRequest {
  readonly image: RasterImage;
  readonly lines: readonly TextLine[];
  readonly where: Where;
  /** The text the new one is set beside, by its wording. */
  readonly beside?: string | undefined;
}

/** The text it stands beside where that is of the same script, or the line of that script nearest to where the new string goes; vertical, tilted and badly read ones say little. */
function modelFor(text: string, at: ModelRequest): TextLine | undefined {
  const [named, other] = at.beside === undefined ? [] : matchText(at.lines, at.beside);
  const anchor = other === undefined ? named?.spans[0]?.line : undefined;
  if (anchor !== undefined && isHan(anchor.string) === isHan(text)) return anchor;
  const target = targetOf(at.where, at.image);
  const apart = ({ box }: TextLine): number => Math.hypot(box.cx - target.x, box.cy - target.y);
  const models = at.lines.filter(
    (line) => isHan(line.string) === isHan(text) && !line.vertical && Math.abs(line.box.angle) < 0.1 && line.confidence > 0.9,
  );
  return [...models].sort((a, b) => apart(a) - apart(b))[0];
}

/**
 * The face, weight, size and colour of the nearest text of the same script, where its type is recognised and can set the new string;
 * `undefined` otherwise. Costs one fit.
 */
export async function houseStyle(context: InstantContext, text: string, at: ModelRequest): Promise<HouseStyle | undefined> {
  const line = modelFor(text, at);
  const seen = line && (await reconstructLine(context, at.image, { line, lines: at.lines, texts: [line.string] }));
  const best = seen?.candidates[0];
  if (!seen || !best || best.similarity < RECOGNISED || !context.fonts.covers(best.face.id, text)) return undefined;
  const { weight, sizePx } = seen.setting;
  const colour = seen.matte.colours.overall;
  const pitch = pitchOf(line, at.lines);
  const leading = pitch === undefined ? {} : { leading: Math.min(LEADING.most, Math.max(LEADING.least, pitch / sizePx)) };
  return { ...leading, face: best.face, weight, sizePx, colour, contrast: contrastRatio(colour, meanColour(seen.plate.pixels)) };
}

export function meanColour({ data }: FloatImage): Rgb {
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i++) sum[i % 3] += data[i];
  const pixels = Math.max(1, data.length / 3);
  return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels];
}
