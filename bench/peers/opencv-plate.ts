import type { Mask } from "../../imaging/raster/raster.ts";
import type { Pixels } from "../text/generate/poster-spec.ts";
import { loadPeer } from "./load-peer.ts";

interface Mat {
  readonly data: Uint8Array;
  delete(): void;
}
interface OpenCv {
  onRuntimeInitialized: () => void;
  readonly Mat: new () => Mat;
  matFromArray(rows: number, cols: number, type: number, data: ArrayLike<number>): Mat;
  inpaint(source: Mat, mask: Mat, target: Mat, radius: number, method: number): void;
  readonly CV_8UC1: number;
  readonly CV_8UC3: number;
  readonly INPAINT_TELEA: number;
  readonly INPAINT_NS: number;
}

export type OpenCvMethod = "telea" | "ns";
/** Radius of the neighbourhood, pixels; OpenCV's own example takes 3. */
const RADIUS = 3;

function rgbOf({ data }: Pixels): Uint8Array {
  const out = new Uint8Array((data.length / 4) * 3);
  for (let i = 0; i < data.length / 4; i++) for (let c = 0; c < 3; c++) out[i * 3 + c] = data[i * 4 + c];
  return out;
}

function withRgb({ width, height }: Pixels, rgb: Uint8Array): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) data[i * 4 + c] = rgb[i * 3 + c];
  return { width, height, data };
}

/** OpenCV's inpainting. The returned function fills what the mask names; alpha is taken for opaque. */
export async function createOpenCvPlate(): Promise<(picture: Pixels, mask: Mask, method: OpenCvMethod) => Pixels> {
  const { default: cv } = await loadPeer<{ readonly default: OpenCv }>("@techstark/opencv-js");
  // The module has a `then` that resolves to itself: awaiting it would never end.
  await new Promise<void>((ready) => {
    cv.onRuntimeInitialized = ready;
  });
  return (picture, mask, method) => {
    const source = cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, rgbOf(picture));
    const holes = cv.matFromArray(picture.height, picture.width, cv.CV_8UC1, mask.data);
    const target = new cv.Mat();
    cv.inpaint(source, holes, target, RADIUS, method === "telea" ? cv.INPAINT_TELEA : cv.INPAINT_NS);
    const filled = withRgb(picture, target.data);
    for (const mat of [source, holes, target]) mat.delete();
    return filled;
  };
}
