/** A 2D drawing context of any maker: a page's canvas, an `OffscreenCanvas`, or a canvas library outside the browser. */
export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A decoded picture that can be drawn, sRGB. */
export type Picture = CanvasImageSource & { readonly width: number; readonly height: number };

/** What drawing needs of its surroundings. */
export interface CanvasPorts {
  /** A new transparent canvas, sRGB, size in pixels. */
  create(width: number, height: number): Context2d;
  /** Rejects for a file that is no picture. `size`, where given, is what it is drawn at: pixels, rounded up. */
  decode(file: Blob, size?: { readonly width: number; readonly height: number }): Promise<Picture>;
  encode(context: Context2d, format: "PNG" | "JPG"): Promise<Uint8Array>;
}
