import type { Fill, TextStyle } from "../../protocol/text-style.ts";
import type { FontLibrary } from "../ports.ts";
import { parseHex, type Rgb } from "../raster/colour.ts";
import type { FloatImage } from "../raster/raster.ts";
import type { Paint } from "../text/fit/paint.ts";
import { lineFrame } from "../text/frame.ts";
import { penPositions } from "../text/pens.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import { paintLayers } from "../text/typeset/layers.ts";
import { drawLine, lineLayers } from "./draw-line.ts";
import { edgesOf } from "./wish.ts";

const rgb = (hex: string): Rgb => parseHex(hex) ?? [0, 0, 0];

type Means = { readonly fonts: FontLibrary; readonly ruler: Ruler };

/** The setting a described style stands for; `undefined` where the library lacks the family or the description has no origin. */
export function settingOfStyle(at: Means, style: TextStyle, text: string): Setting | undefined {
  const face = at.fonts.faces().find((f) => f.family === style.family);
  if (!face || !style.origin) return undefined;
  const setting: Setting = {
    faceId: face.id,
    weight: style.weight,
    italic: style.italic,
    sizePx: style.sizePx,
    tracking: style.trackingPx / style.sizePx,
    wordGap: (style.wordGapPx ?? 0) / style.sizePx,
    condense: style.condense,
    slant: style.slant,
    angle: style.angle,
    x: style.origin.x,
    y: style.origin.y,
    softness: 0,
    ...(style.vertical ? { vertical: true } : {}),
  };
  const half = (at.ruler.metrics(setting, text).advance * style.sizePx * style.condense) / 2;
  return { ...setting, x: setting.x + Math.cos(style.angle) * half, y: setting.y + Math.sin(style.angle) * half };
}

function paintOf(fill: Fill, edges: readonly number[]): Paint {
  switch (fill.kind) {
    case "solid":
      return { kind: "solid", colour: rgb(fill.colour) };
    case "perCharacter":
      return { kind: "perCharacter", colours: fill.colours.map(rgb), edges };
    case "linear": {
      const [from, to] = fill.span ?? [0, 1];
      return { kind: "linear", angle: fill.angle, from, to, stops: fill.stops.map((s) => ({ at: s.offset, colour: rgb(s.colour) })) };
    }
  }
}

/** Each line of a text with its setting: below each other by the line's height, aligned by their advance. */
function rowsOfStyle(
  at: Means,
  style: TextStyle,
  text: string,
): readonly { readonly text: string; readonly setting: Setting }[] | undefined {
  const rows = text.split("\n");
  const first = settingOfStyle(at, style, rows[0]);
  if (!first) return undefined;
  const [cos, sin] = [Math.cos(style.angle), Math.sin(style.angle)];
  const width = (row: string): number => at.ruler.metrics(first, row).advance * style.sizePx * style.condense;
  const side = { left: 0.5, center: 0, right: -0.5 }[style.align];
  return rows.map((row, k) => {
    const [along, across] = [side * (width(row) - width(rows[0])), k * (style.lineHeightPx ?? 0)];
    return { text: row, setting: { ...first, x: first.x + along * cos - across * sin, y: first.y + along * sin + across * cos } };
  });
}

/**
 * Sets a text over a ground from its description alone, as a design tool would: what the live-text result is worth.
 * `ground` is source-sized; a new image. `undefined` where the description cannot be set here. Fonts must have been prepared.
 */
export function drawStyle(
  at: Means,
  ground: FloatImage,
  { style, text }: { readonly style: TextStyle; readonly text: string },
): FloatImage | undefined {
  const rows = rowsOfStyle(at, style, text);
  let from = 0;
  return rows?.reduce((under, row) => {
    const fill = rowFill(style.fill, { from, text: row.text });
    from += [...row.text.replace(/\s/g, "")].length;
    return drawRow(at, under, { style: { ...style, fill }, ...row });
  }, ground);
}

/** The colours of one row's characters out of the whole text's. */
const rowFill = (fill: Fill, { from, text }: { from: number; text: string }): Fill =>
  fill.kind === "perCharacter" ? { ...fill, colours: fill.colours.slice(from, from + [...text.replace(/\s/g, "")].length) } : fill;

function drawRow(
  at: Means,
  ground: FloatImage,
  { style, text, setting }: { readonly style: TextStyle; readonly text: string; readonly setting: Setting },
): FloatImage {
  const outline = style.outline && { colour: rgb(style.outline.colour), widthPx: style.outline.widthPx };
  const shadow = style.shadow && { ...style.shadow, times: style.shadow.times ?? 1, colour: rgb(style.shadow.colour) };
  const drawn = drawLine(at.ruler, setting, { text, outline, size: ground });
  const frame = lineFrame(
    { cx: setting.x, cy: setting.y, width: 1, height: 1, angle: setting.angle },
    { x: 0, y: 0, width: ground.width, height: ground.height },
  );
  const paint: Paint = { ...paintOf(style.fill, edgesOf(text, penPositions(at.ruler, setting, text))), opacity: style.opacity };
  return paintLayers(ground, lineLayers({ ...drawn, outline, shadow, paint, frame }));
}
