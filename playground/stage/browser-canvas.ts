import type { CanvasPorts } from "../render/canvas-ports.ts";

/** Canvases of the browser, sRGB. */
export const browserCanvas: CanvasPorts = {
  create: (width, height) => {
    const context = new OffscreenCanvas(width, height).getContext("2d", { colorSpace: "srgb" });
    if (context === null) throw new Error("this browser gives no 2D canvas");
    return context;
  },
  decode: (file, size) => {
    if (!size) return createImageBitmap(file);
    const [resizeWidth, resizeHeight] = [Math.ceil(size.width), Math.ceil(size.height)];
    return createImageBitmap(file, { resizeWidth, resizeHeight, resizeQuality: "medium" });
  },
  encode: async (context, format) => {
    const { canvas } = context as OffscreenCanvasRenderingContext2D;
    const blob = await canvas.convertToBlob({ type: format === "PNG" ? "image/png" : "image/jpeg", quality: 0.92 });
    return new Uint8Array(await blob.arrayBuffer());
  },
};
