/**
 * Pixels, described once. Row-major `[H, W, 4] uint8`, RGBA, sRGB-encoded, straight (not premultiplied) alpha.
 * Owners hand rasters on without copying; a stage that changes pixels works on its own copy.
 */
export interface RasterImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** `[H, W] uint8`; 255 = belongs to the edit, 0 = must stay. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Linear working planes for fitting: `[H, W, 3] float32`, 0–255, sRGB-encoded values (text renderers blend in that space). */
export interface FloatImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** `[H, W] float32`, 0–1. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export const createRaster = (width: number, height: number): RasterImage => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4),
});
export const createMask = (width: number, height: number): Mask => ({ width, height, data: new Uint8Array(width * height) });
export const createPlane = (width: number, height: number): Plane => ({ width, height, data: new Float32Array(width * height) });
export const createFloatImage = (width: number, height: number): FloatImage => ({
  width,
  height,
  data: new Float32Array(width * height * 3),
});
