import type { Rect } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";

export interface Tile {
  /** In the same pixels as the patch's own rectangle. */
  readonly rect: Rect<"image">;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The rectangles `rect` falls into when no side may exceed `side`: row by row, edge to edge. */
export function tileRects(rect: Rect<"image">, side: number): readonly Rect<"image">[] {
  const steps = (length: number): readonly number[] => Array.from({ length: Math.ceil(length / side) }, (_, i) => i * side);
  return steps(rect.height).flatMap((top) =>
    steps(rect.width).map((left) => ({
      x: rect.x + left,
      y: rect.y + top,
      width: Math.min(side, rect.width - left),
      height: Math.min(side, rect.height - top),
    })),
  );
}

async function encodeTile(whole: ImageBitmap, from: Rect<"image">, tile: Rect<"image">): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(tile.width, tile.height);
  canvas.getContext("2d")?.drawImage(whole, from.x - tile.x, from.y - tile.y);
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}

/** Cuts a PNG patch into pieces Figma takes; a patch that fits stays the very bytes it was. Rejects where the bytes are no picture. */
export async function cutTiles(bytes: Uint8Array<ArrayBuffer>, rect: Rect<"image">): Promise<readonly [Tile, ...Tile[]]> {
  const [first, ...others] = tileRects(rect, LIMITS.figmaImageSidePx);
  if (!first || others.length === 0) return [{ rect, bytes }];
  const whole = await createImageBitmap(new Blob([bytes]));
  try {
    const cut = async (tile: Rect<"image">): Promise<Tile> => ({ rect: tile, bytes: await encodeTile(whole, rect, tile) });
    const tiles: [Tile, ...Tile[]] = [await cut(first)];
    for (const tile of others) tiles.push(await cut(tile));
    return tiles;
  } finally {
    whole.close();
  }
}
