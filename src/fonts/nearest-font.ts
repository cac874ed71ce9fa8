import type { TextStyle } from "../../protocol/text-style.ts";
import { isItalicStyle, styleWeight } from "./style-weight.ts";

export interface FontChoice {
  readonly font: FontName;
  /** The very family that was fitted first. */
  readonly fitted: boolean;
}

/** Families that stand in where none of the fitted ones is there; the first one Figma always has. */
const LATIN = ["Inter", "Roboto", "Arial"];
const HAN = ["Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans JP", "Noto Sans"];
const HAS_HAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** As families are compared: `Source Sans 3 Variable` and `SourceSans3` are one. */
const plain = (family: string): string => family.toLowerCase().replace(/variable|[\s_-]/g, "");

/** The style of a family nearest to a weight; another slant costs more than any weight. */
function nearestStyle(fonts: readonly FontName[], { weight, italic }: { readonly weight: number; readonly italic: boolean }): FontName {
  const cost = ({ style }: FontName): number =>
    Math.abs(styleWeight(style) - weight) +
    (isItalicStyle(style) === italic ? 0 : 1000) +
    (/condensed|expanded|narrow/i.test(style) ? 500 : 0);
  return fonts.reduce((best, font) => (cost(font) < cost(best) ? font : best));
}

/**
 * The available font nearest to a fitted style. `style.candidates` are ranked by how well re-drawing the original in them reproduced it,
 * so the first one that is there wins; then a plain family that has the characters. `undefined` where no font is available at all.
 */
export function nearestFont(available: readonly FontName[], style: TextStyle, characters: string): FontChoice | undefined {
  const byFamily = new Map<string, FontName[]>();
  for (const font of available) byFamily.set(plain(font.family), [...(byFamily.get(plain(font.family)) ?? []), font]);
  const ranked = [{ family: style.family, weight: style.weight }, ...style.candidates];
  for (const [i, { family, weight }] of ranked.entries()) {
    const fonts = byFamily.get(plain(family));
    if (fonts)
      return { font: nearestStyle(fonts, { weight, italic: style.italic }), fitted: i === 0 || plain(family) === plain(style.family) };
  }
  const substitutes = [...(HAS_HAN.test(characters) ? HAN : []), ...LATIN].map((family) => byFamily.get(plain(family)));
  const fonts = substitutes.find((f) => f !== undefined) ?? available;
  return fonts.length === 0 ? undefined : { font: nearestStyle(fonts, style), fitted: false };
}
