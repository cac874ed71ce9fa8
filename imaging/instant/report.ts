import type { TextReport } from "../../protocol/edit.ts";
import { type OrientedBox, type Point, quadOf } from "../../protocol/geometry.ts";
import type { Fill, TextStyle } from "../../protocol/text-style.ts";
import type { FontLibrary } from "../ports.ts";
import { formatHex } from "../raster/colour.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import type { Outline } from "../text/fit/outline.ts";
import type { Paint } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import type { Setting } from "../text/setting.ts";
import type { Align } from "../text/typeset/align.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine } from "./replace-line.ts";

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Where the paint's own zero lies off the middle of the baseline, pixels along and across the line. */
export interface PaintShift {
  readonly u: number;
  readonly v: number;
}

/** A paint as the report's fill; angles in the text's own frame. With `shift` a gradient also says where it runs. */
export function fillOf(paint: Paint, shift?: PaintShift): Fill {
  switch (paint.kind) {
    case "solid":
      return { kind: "solid", colour: formatHex(paint.colour) };
    case "perCharacter":
      return { kind: "perCharacter", colours: paint.colours.map(formatHex) };
    case "linear": {
      const off = shift && shift.u * Math.cos(paint.angle) + shift.v * Math.sin(paint.angle);
      const span: [number, number] | undefined = off === undefined ? undefined : [round(paint.from - off, 2), round(paint.to - off, 2)];
      const stops = paint.stops.map(({ at, colour }) => ({ offset: at, colour: formatHex(colour) }));
      return { kind: "linear", angle: paint.angle, stops, ...(span ? { span } : {}) };
    }
  }
}

interface Styled {
  readonly setting: Setting;
  readonly paint: Paint;
  readonly outline: Outline | undefined;
  readonly shadow: Shadow | undefined;
  readonly align: Align;
  /** Where the pen starts, image pixels, where the text was placed. */
  readonly origin?: Point<"image">;
  /** From baseline to baseline, where there are several rows. */
  readonly pitchPx?: number;
  readonly shift?: PaintShift;
}

const shadowOf = ({ colour, opacity, dx, dy, blurPx, times = 1 }: Shadow): NonNullable<TextStyle["shadow"]> => ({
  colour: formatHex(colour),
  opacity: round(opacity, 3),
  dx: round(dx, 2),
  dy: round(dy, 2),
  blurPx: round(blurPx, 2),
  ...(times > 1 ? { times } : {}),
});

/** The style of a set line with the nearest faces of the original, as the report shows it. */
export function styleOf(fonts: FontLibrary, styled: Styled, candidates: readonly FitCandidate[]): TextStyle {
  const { setting, outline, shadow } = styled;
  const family = fonts.faces().find((f) => f.id === setting.faceId)?.family ?? setting.faceId;
  return {
    family,
    weight: setting.weight,
    italic: setting.italic,
    sizePx: round(setting.sizePx, 2),
    trackingPx: round(setting.tracking * setting.sizePx, 3),
    condense: round(setting.condense, 4),
    slant: round(setting.slant, 4),
    angle: round(setting.angle, 5),
    align: styled.align,
    ...(setting.wordGap !== 0 ? { wordGapPx: round(setting.wordGap * setting.sizePx, 3) } : {}),
    ...(styled.pitchPx !== undefined ? { lineHeightPx: round(styled.pitchPx, 2) } : {}),
    ...(styled.origin ? { origin: { x: round(styled.origin.x, 3), y: round(styled.origin.y, 3) } } : {}),
    ...(setting.vertical ? { vertical: true } : {}),
    ...(setting.warp || setting.perspective ? { bent: true } : {}),
    fill: fillOf(styled.paint, styled.shift),
    opacity: round(styled.paint.opacity ?? 1, 3),
    ...(outline ? { outline: { colour: formatHex(outline.colour), widthPx: round(outline.widthPx, 2) } } : {}),
    ...(shadow ? { shadow: shadowOf(shadow) } : {}),
    candidates: candidates.map((c) => ({
      family: c.face.family,
      weight: c.setting.weight,
      similarity: round(c.similarity, 3),
    })),
  };
}

/** The report line of one replaced string. */
export function textReport(
  fonts: FontLibrary,
  at: { reconstruction: Reconstruction; replaced: ReplacedLine; wanted: string; readBack: string; live?: boolean | undefined },
): TextReport {
  const { reconstruction, replaced } = at;
  const style = styleOf(fonts, { ...replaced, outline: replaced.restyled.outline }, reconstruction.candidates);
  const corners = (box: OrientedBox<"image">) => quadOf(box).map((p) => ({ x: round(p.x, 2), y: round(p.y, 2) })) as TextReport["quad"];
  return {
    original: reconstruction.text,
    wanted: at.wanted,
    ...(replaced.rows.length > 1 ? { lines: replaced.rows.map((row) => row.text) } : {}),
    readBack: at.readBack,
    quad: corners(replaced.box),
    style,
    ...(at.live ? { live: { ink: corners(replaced.ink) } } : {}),
    reconstruction: round(reconstruction.similarity, 4),
  };
}
