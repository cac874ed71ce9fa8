import sharp from "sharp";

/** A picture of a sheet: RGBA as decoded, or encoded bytes. */
export interface Tile {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Tiles of one size below and beside each other on a grey sheet; every picture shrunk to fit, never enlarged more than twice. */
export async function contactSheet(tiles: readonly Tile[], at: { columns: number; width: number; height: number }): Promise<Buffer> {
  const gap = 6;
  const rows = Math.ceil(tiles.length / at.columns);
  const parts = await Promise.all(
    tiles.map(async (tile, i) => {
      const scale = Math.min(2, at.width / tile.width, at.height / tile.height);
      const raw = { raw: { width: tile.width, height: tile.height, channels: 4 as const } };
      const input = await sharp(tile.data, raw)
        .resize(Math.max(1, Math.round(tile.width * scale)), Math.max(1, Math.round(tile.height * scale)))
        .png()
        .toBuffer();
      return { input, left: gap + (i % at.columns) * (at.width + gap), top: gap + Math.floor(i / at.columns) * (at.height + gap) };
    }),
  );
  const background = { r: 120, g: 120, b: 120 };
  return sharp({ create: { width: gap + at.columns * (at.width + gap), height: gap + rows * (at.height + gap), channels: 3, background } })
    .composite(parts)
    .png()
    .toBuffer();
}
