import { cutPatch } from "../../imaging/compositing/cut-patch.ts";
import { compositeDrift } from "../../imaging/compositing/drift/composite-drift.ts";
import { warpOutput } from "../../imaging/compositing/drift/warp-output.ts";
import { compareOutside } from "../../imaging/raster/compare-outside.ts";
import { dilate } from "../../imaging/raster/dilate.ts";
import type { Mask, RasterImage } from "../../imaging/raster/raster.ts";
import { resizeRaster } from "../../imaging/raster/resample.ts";
import type { Rect } from "../../protocol/geometry.ts";
import { compareSheet } from "../drift/compare-sheet.ts";

export interface OutputFigures {
  readonly name: string;
  readonly moved: number;
  readonly bent: boolean;
  readonly rect: Rect<"image">;
  /** Share of the picture, 0–1. */
  readonly changed: number;
  /** Pixels outside the mask that changed. */
  readonly outside: number;
  /** PSNR against the source in the ring around the change, dB. */
  readonly ring: { readonly before: number; readonly registered: number; readonly after: number };
}

function psnrIn(a: RasterImage, b: RasterImage, ring: Mask): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < ring.data.length; i++) {
    if (ring.data[i] === 0) continue;
    n += 3;
    for (let c = i * 4; c < i * 4 + 3; c++) sum += (a.data[c] - b.data[c]) ** 2;
  }
  return 10 * Math.log10((255 * 255 * n) / sum);
}

/** Repairs one output; figures, and source, output, result and mask side by side. */
export function measureOutput(name: string, source: RasterImage, output: RasterImage): { figures: OutputFigures; strip: RasterImage } {
  const { image, mask, registration, changed } = compositeDrift(source, output);
  const outer = dilate(mask, 40);
  const inner = dilate(mask, 6);
  const ring: Mask = { ...mask, data: outer.data.map((v, i) => (v !== 0 && inner.data[i] === 0 ? 255 : 0)) };
  const came = resizeRaster(output, source.width, source.height);
  const registered = warpOutput(output, registration, { x: 0, y: 0, width: source.width, height: source.height });
  const figures = {
    name,
    moved: registration.driftPx,
    bent: registration.bend !== undefined,
    rect: cutPatch(source, image, mask).rect,
    changed,
    outside: compareOutside(source, image, mask.data).changed,
    ring: { before: psnrIn(source, came, ring), registered: psnrIn(source, registered, ring), after: psnrIn(source, image, ring) },
  };
  return { figures, strip: compareSheet([source, came, image], [mask]) };
}
