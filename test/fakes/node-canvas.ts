import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import type { CanvasPorts, Context2d, Picture } from "../../playground/render/canvas-ports.ts";

/** Canvases outside the browser, so that a plugin's exports are real pictures in Node tests. */
export const nodeCanvas: CanvasPorts = {
  create: (width, height) => createCanvas(width, height).getContext("2d") as unknown as Context2d,
  decode: async (file, size) => {
    const whole = await loadImage(Buffer.from(await file.arrayBuffer()));
    if (!size) return whole as unknown as Picture;
    const canvas = createCanvas(Math.ceil(size.width), Math.ceil(size.height));
    canvas.getContext("2d").drawImage(whole, 0, 0, canvas.width, canvas.height);
    return canvas as unknown as Picture;
  },
  encode: async (context, format) => {
    const canvas = context.canvas as unknown as Canvas;
    return new Uint8Array(await (format === "PNG" ? canvas.encode("png") : canvas.encode("jpeg")));
  },
};

/** RGBA of a PNG or JPEG, row-major, straight alpha. */
export async function pixelsOf(bytes: Uint8Array): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const picture = await loadImage(Buffer.from(bytes));
  const context = createCanvas(picture.width, picture.height).getContext("2d");
  context.drawImage(picture, 0, 0);
  return { width: picture.width, height: picture.height, data: context.getImageData(0, 0, picture.width, picture.height).data };
}

/** A PNG of one colour with a square of another in its middle. */
export function testPicture(width: number, height: number, colours: readonly [string, string] = ["#cc3344", "#22aa66"]): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = colours[0];
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours[1];
  context.fillRect(Math.floor(width / 4), Math.floor(height / 4), Math.ceil(width / 2), Math.ceil(height / 2));
  return new Uint8Array(canvas.toBuffer("image/png"));
}
