import type { FloatImage, Plane } from "../raster/raster.ts";
import type { Outline } from "../text/fit/outline.ts";
import { type Paint, paintAt } from "../text/fit/paint.ts";
import { type Shadow, shadowCoverage, shadowShare } from "../text/fit/shadow.ts";
import type { LineFrame } from "../text/frame.ts";
import { characterSettings } from "../text/placed-characters.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import { settingCoverage } from "../text/setting-coverage.ts";
import { type Layer, paintLayers } from "../text/typeset/layers.ts";

/** A text drawn: fill coverage and, where there is an outline, that of both together. */
export interface Drawn {
  readonly coverage: Plane;
  readonly outlined: Plane | undefined;
  /** Coverage of character `i` alone, spaces left out: overlapping letters of different colours each keep theirs. */
  readonly letter: (index: number) => Plane;
}

export function drawLine(
  ruler: Ruler,
  setting: Setting,
  at: { text: string; outline: Outline | undefined; size: { readonly width: number; readonly height: number } },
): Drawn {
  const target = { width: at.size.width, height: at.size.height };
  const coverage = settingCoverage(ruler, setting, { text: at.text, target });
  const outlined =
    at.outline && settingCoverage(ruler, setting, { text: at.text, target: { ...target, strokePx: 2 * at.outline.widthPx } });
  const pieces = () => characterSettings(ruler, setting, at.text);
  return { coverage, outlined, letter: (index) => settingCoverage(ruler, pieces()[index].setting, { text: pieces()[index].text, target }) };
}

/** What a line is painted with. */
export interface Finish {
  readonly paint: Paint;
  readonly outline: Outline | undefined;
  readonly shadow: Shadow | undefined;
}

function shadowLayer(ink: Plane, shadow: Shadow): Layer {
  const soft = shadowCoverage(ink, shadow);
  return { coverage: { ...soft, data: soft.data.map((s) => shadowShare(shadow, s)) }, opacity: 1, colourAt: () => shadow.colour };
}

/** The layers of a line so set: shadow lowest, then outline, fill above. */
export function lineLayers(at: Drawn & Finish & { readonly frame: LineFrame }): Layer[] {
  const { outline, outlined, coverage, paint, frame, shadow } = at;
  const below: Layer[] = [];
  if (shadow) below.push(shadowLayer(outlined ?? coverage, shadow));
  if (outline && outlined) below.push({ coverage: outlined, opacity: 1, colourAt: () => outline.colour });
  const opacity = paint.opacity ?? 1;
  if (paint.kind === "perCharacter") {
    return [...below, ...paint.colours.map((colour, i) => ({ coverage: at.letter(i), opacity, colourAt: () => colour }))];
  }
  return [...below, { coverage, opacity, colourAt: (i) => paintAt(paint, frame.u[i], frame.v[i]) }];
}

/** The ground with a line's shadow on it; the ground itself where there is none. */
export const withShadow = (ground: FloatImage, ink: Plane, shadow: Shadow | undefined): FloatImage =>
  shadow ? paintLayers(ground, [shadowLayer(ink, shadow)]) : ground;

/** The ground with all on it that lies under a line's fill. */
export function underFill(ground: FloatImage, drawn: Drawn, { outline, shadow }: Pick<Finish, "outline" | "shadow">): FloatImage {
  const shaded = withShadow(ground, drawn.outlined ?? drawn.coverage, shadow);
  return outline && drawn.outlined
    ? paintLayers(shaded, [{ coverage: drawn.outlined, opacity: 1, colourAt: () => outline.colour }])
    : shaded;
}
