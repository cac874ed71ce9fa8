import type { ImagingPorts } from "../../../imaging/ports.ts";
import { createRaster, type RasterImage } from "../../../imaging/raster/raster.ts";
import { ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { EngineOutput } from "../engine.ts";
import { runPlan } from "./run-plan.ts";

/** Smallest pictures the networks take: `[1, 3, H, W]`. */
const LOOK = [1, 3, 32, 32] as const;
const LINE = [1, 3, 48, 48] as const;

const blank = (dims: readonly number[]) => ({ data: new Float32Array(dims.reduce((a, b) => a * b)), dims });

/** Loads the reading networks, their alphabet and the library's glimpses, and runs each once. About half a second of one core. */
async function load({ ocr, fonts, type }: ImagingPorts): Promise<void> {
  await ocr.detect(blank(LOOK));
  await ocr.recognise(blank(LINE));
  await ocr.alphabet();
  const [face] = fonts.faces();
  if (face !== undefined) type.glimpse({ faceId: face.id, weight: 400, italic: false, char: "0" });
}

const REHEARSED: readonly Operation[] = [
  { kind: "text.add", text: { to: "限时 ¥199 Sale" }, style: { size: 40 } },
  { kind: "text.replace", text: { from: "¥199", to: "¥168" } },
];

/** A light ground, wide enough for the rehearsed line. */
function lightGround(): RasterImage {
  const image = createRaster(480, 160);
  image.data.fill(235);
  return image;
}

/**
 * An edit nobody sees: a line of text is set on a plain ground, then one of its words replaced, so that what finds, fits and sets text has
 * run once. Two to three seconds of one core where nothing is warm, a piece at a time. The last piece is the outcome.
 */
export async function* rehearse(ports: ImagingPorts): AsyncGenerator<Result<Pick<EngineOutput, "image">>> {
  const at = { signal: new AbortController().signal, onStage: () => undefined };
  let done: Result<Pick<EngineOutput, "image">> = ok({ image: lightGround() });
  for (const operation of REHEARSED) {
    if (!done.ok) return;
    const plan = { instruction: "", operations: [operation] };
    done = await runPlan(ports, { source: done.value.image, plan, references: [], seed: 0, options: {} }, at);
    yield done;
  }
}

/** What a first edit would wait for: the networks, then an edit rehearsed. */
export async function* warmUp(ports: ImagingPorts): AsyncGenerator<void> {
  yield load(ports);
  for await (const _done of rehearse(ports)) yield;
}
