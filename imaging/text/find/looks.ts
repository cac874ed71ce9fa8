import { boundsOf, type OrientedBox, quadOf, type Rect } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** One detector run: a part of the picture at a scale. `whole` parts cut no line. */
export interface Look {
  readonly part: Rect<"image">;
  readonly scale: number;
  readonly whole: boolean;
}

export interface LookOptions {
  /** Small pictures are enlarged to this longest side, so that 10-pixel text is read … */
  readonly smallSide?: number;
  /** … and pictures beyond this one are shrunk to it for the first look. */
  readonly largeSide?: number;
  /** Pictures still larger get a second look in tiles, as if they had this longest side. */
  readonly fineSide?: number;
}

const DEFAULTS = { smallSide: 960, largeSide: 1280, fineSide: 2560 } as const;
/** Enlarging more only makes blur larger. */
const MOST_ENLARGED = 2.5;
/** A second look must show at least this much more. */
const WORTH_IT = 1.4;
/** Tiles overlap by this, detector pixels: higher than the text the first look misses. */
const OVERLAP = 128;

/** How to look at a picture of this size: once as a whole, and in tiles where shrinking hides small text. */
export function looksFor(image: RasterImage, options: LookOptions = {}): Look[] {
  const { smallSide, largeSide, fineSide } = { ...DEFAULTS, ...options };
  const longest = Math.max(image.width, image.height);
  const grown = Math.min(MOST_ENLARGED, smallSide / longest);
  const scale = longest < smallSide ? grown : Math.min(1, largeSide / longest);
  const whole = { part: { x: 0, y: 0, width: image.width, height: image.height }, scale, whole: true };
  const fine = Math.min(1, fineSide / longest);
  return fine < scale * WORTH_IT ? [whole] : [whole, ...tilesOf(image, fine, largeSide)];
}

function tilesOf(image: RasterImage, scale: number, side: number): Look[] {
  const spans = (length: number): [number, number][] => {
    const shown = length * scale;
    const count = Math.max(1, Math.ceil((shown - OVERLAP) / (side - OVERLAP)));
    const size = Math.ceil((shown + (count - 1) * OVERLAP) / count / scale);
    return Array.from({ length: count }, (_, i) => {
      const start = count === 1 ? 0 : Math.round((i * (length - size)) / (count - 1));
      return [start, Math.min(size, length - start)];
    });
  };
  return spans(image.height).flatMap(([y, height]) =>
    spans(image.width).map(([x, width]) => ({ part: { x, y, width, height }, scale, whole: false })),
  );
}

/** Whether a tile's own border (not the picture's) cuts the box: another look shows it whole. */
export function isCut(box: OrientedBox<"image">, { part, whole, scale }: Look, image: RasterImage): boolean {
  if (whole) return false;
  const bounds = boundsOf(quadOf(box));
  const near = 4 / scale;
  return (
    (part.x > 0 && bounds.x < part.x + near) ||
    (part.y > 0 && bounds.y < part.y + near) ||
    (part.x + part.width < image.width && bounds.x + bounds.width > part.x + part.width - near) ||
    (part.y + part.height < image.height && bounds.y + bounds.height > part.y + part.height - near)
  );
}
