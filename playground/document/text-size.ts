import type { Size } from "../../protocol/geometry.ts";
import type { TextData } from "./node-record.ts";

/** Mean advance in em: wide for Han, kana and full-width forms, a proportional face's average otherwise. */
const advance = (char: string): number => (/[ᄀ-ᇿ⺀-鿿가-힯豈-﫿︰-﹏＀-｠]/u.test(char) ? 1 : 0.56);

/** Distance of baselines in canvas units; 1.21 em is Inter's own line height. */
export function lineHeightOf(text: TextData): number {
  if (text.lineHeight.unit === "AUTO") return text.fontSize * 1.21;
  return text.lineHeight.unit === "PIXELS" ? text.lineHeight.value : (text.fontSize * text.lineHeight.value) / 100;
}

export const letterSpacingOf = (text: TextData): number =>
  text.letterSpacing.unit === "PIXELS" ? text.letterSpacing.value : (text.fontSize * text.letterSpacing.value) / 100;

/** Size of a text box that hugs its lines, canvas units. An estimate from mean advances: no font is measured. */
export function textSize(text: TextData): Size<"canvas"> {
  const lines = text.characters.split("\n");
  const widths = lines.map((l) => [...l].reduce((sum, c) => sum + advance(c) * text.fontSize + letterSpacingOf(text), 0));
  return { width: Math.max(0.01, ...widths), height: lines.length * lineHeightOf(text) };
}
