import type { Pixels } from "./messages.ts";

export interface OpenedPicture {
  readonly name: string;
  readonly pixels: Pixels;
}

export function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { colorSpace: "srgb", willReadFrequently: true });
  if (context === null) throw new Error("this browser gives no 2D canvas");
  return context;
}

/** Decodes a file to sRGB pixels, upright. Rejects for bytes that are no picture. */
export async function readPicture(file: Blob, name: string): Promise<OpenedPicture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const { width, height } = bitmap;
  const context = contextOf(width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { name, pixels: { width, height, data: context.getImageData(0, 0, width, height).data } };
}

export const paintPixels = (canvas: HTMLCanvasElement, { width, height, data }: Pixels): void => {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
};

/** Saves a canvas as a PNG beside the picture's own name. */
export function downloadPng(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => {
    if (blob === null) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name.replace(/\.\w+$/, "")} edited.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }, "image/png");
}
