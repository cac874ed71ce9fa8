import type { ImagingPorts } from "../../../imaging/ports.ts";

/** Smallest pictures the networks take: `[1, 3, H, W]`. */
const LOOK = [1, 3, 32, 32] as const;
const LINE = [1, 3, 48, 48] as const;

const blank = (dims: readonly number[]) => ({ data: new Float32Array(dims.reduce((a, b) => a * b)), dims });

/** Loads the reading networks, their alphabet and the library's glimpses, and runs each once. About half a second of one core. */
export async function warmUp({ ocr, fonts, type }: Pick<ImagingPorts, "ocr" | "fonts" | "type">): Promise<void> {
  await ocr.detect(blank(LOOK));
  await ocr.recognise(blank(LINE));
  await ocr.alphabet();
  const [face] = fonts.faces();
  if (face !== undefined) type.glimpse({ faceId: face.id, weight: 400, italic: false, char: "0" });
}
