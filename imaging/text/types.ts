import type { OrientedBox, Quad, Rect } from "../../protocol/geometry.ts";
import type { FloatImage, Mask } from "../raster/raster.ts";

/** One recognised character: `at` is its centre along the reading direction, image pixels from the box's leading edge. */
export interface CharSpot {
  readonly char: string;
  readonly at: number;
  readonly confidence: number;
}

/** One line of text as found. `box.width` runs along the reading direction (for vertical lines too: their `box.angle` is turned by π/2). */
export interface TextLine {
  readonly string: string;
  readonly box: OrientedBox<"image">;
  readonly quad: Quad<"image">;
  readonly confidence: number;
  readonly chars: readonly CharSpot[];
  /** Characters stand upright below each other (vertical Chinese). */
  readonly vertical: boolean;
}

/** A cut of the source around one line, the shared ground of matte, fit and plate. */
export interface LineRegion {
  /** Where the cut lies in the source. */
  readonly rect: Rect<"image">;
  /** The source's pixels, 0–255. */
  readonly pixels: FloatImage;
  /** 255 where pixels belong to other lines of text and must not be learnt from. */
  readonly foreign: Mask;
  /** 255 = of the foreign pixels those of things that stand on the ground, which a fill beside them may cut off. */
  readonly things?: Mask;
}

/** The background without the text. `pixels` equals the source outside the mask, bit for bit. */
export interface Plate {
  readonly pixels: FloatImage;
  readonly method: "flat" | "smooth" | "smooth+grain" | "rim" | "label" | "edges" | "profile" | "lattice" | "patch";
  /** Hold-out error on known pixels, 0–255 RMS; the lower the surer. */
  readonly holdOutError: number;
  /** Share of the mask's outline along which the fill meets the ground in an edge that does not belong there: something was cut off. */
  readonly seam: number;
  /** Restored high-frequency energy over the neighbourhood's, 1 = alike. */
  readonly textureRatio: number;
}
