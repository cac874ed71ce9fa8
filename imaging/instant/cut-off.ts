import type { Size } from "../../protocol/geometry.ts";
import type { Reconstruction } from "./reconstruct.ts";

/** Length of ink along the picture's edge from which letters are cut off there rather than near it, em, and at least so many pixels. */
const CUT = { em: 0.1, least: 3 } as const;

/** Whether a line's letters run over the edge of the picture: what was read is then but a part, and an end nobody chose. */
export function isCutOff(
  { matte, region, setting }: Pick<Reconstruction, "matte" | "region" | "setting">,
  picture: Size<"image">,
): boolean {
  const { x, y, width, height } = region.rect;
  const ink = matte.inkMask.data;
  const column = (at: number): number => Array.from({ length: height }, (_, k) => ink[k * width + at]).filter((v) => v !== 0).length;
  const row = (at: number): number => ink.subarray(at * width, (at + 1) * width).filter((v) => v !== 0).length;
  const along = [
    ...(x === 0 ? [column(0)] : []),
    ...(x + width === picture.width ? [column(width - 1)] : []),
    ...(y === 0 ? [row(0)] : []),
    ...(y + height === picture.height ? [row(height - 1)] : []),
  ];
  return Math.max(0, ...along) >= Math.max(CUT.least, CUT.em * setting.sizePx);
}
