import type { ModelFrame } from "../../imaging/compositing/model-frame.ts";
import type { Result } from "../../protocol/errors.ts";
import type { OperationKind } from "../../protocol/plan.ts";
import type { Codec } from "../codec/codec.ts";
import type { EngineOutput } from "./engine.ts";

/** What an instruction-driven model can be asked for: all that keeps the picture's size and answers with pixels. */
export const GENERATIVE_OPERATIONS: readonly OperationKind[] = [
  "text.replace",
  "text.add",
  "text.remove",
  "text.restyle",
  "object.remove",
  "object.replace",
  "object.modify",
  "object.add",
  "object.recolour",
  "object.move",
  "background.replace",
  "background.recolour",
  "image.add",
  "style.transfer",
];

/** Pictures to the wire and back. */
export type PictureCodec = Pick<Codec, "encode" | "decode">;

/** No generative engine knows how sure it may be: the pipeline's measurements lower this. */
const UNPROVEN = 0.8;

/** An engine's picture as the pipeline takes it: untouched, with the part of the source it shows. */
export async function repainted(
  bytes: Uint8Array,
  { rect }: ModelFrame,
  { codec, signal, startedAt }: { readonly codec: PictureCodec; readonly signal: AbortSignal; readonly startedAt: number },
): Promise<Result<EngineOutput>> {
  const picture = await codec.decode(bytes, signal);
  if (!picture.ok) {
    const { code } = picture.error;
    if (code === "cancelled") return picture;
    return {
      ok: false,
      error: {
        code: "engine_failed",
        message: "The engine's answer is not a usable picture.",
        stage: "engine",
        retryable: true,
        details: { cause: code },
      },
    };
  }
  const { image } = picture.value;
  const timingsMs = { model: Math.round(performance.now() - startedAt) };
  return { ok: true, value: { image, frame: rect, texts: [], confidence: UNPROVEN, reasons: [], warnings: [], timingsMs } };
}
