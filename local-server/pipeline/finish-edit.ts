import { certify } from "../../imaging/compositing/certify.ts";
import { checkInput, inputSentence } from "../../imaging/quality/input-checks.ts";
import { reframe } from "../../imaging/raster/reframe.ts";
import type { Digest, EditRequest, EditResult } from "../../protocol/edit.ts";
import { ok, type Result, type Stage } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { SensitiveKind } from "../../protocol/sensitive.ts";
import { attachProof } from "../codec/png-proof.ts";
import type { Engine, EngineOutput } from "../engines/engine.ts";
import { allowedMask, allowedOnCanvas } from "./allowed-mask.ts";
import { type Composition, composeCutOut, composeEdit } from "./compose-edit.ts";
import { settingsOf, sha256 } from "./edit-settings.ts";
import { judgeEdit } from "./judge-edit.ts";
import type { Inputs } from "./load-inputs.ts";
import type { EditContext, PipelineOptions } from "./pipeline-ports.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface Drawn {
  readonly request: EditRequest;
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly engine: Engine;
  readonly choice: string;
  /** What of it a person was asked about and confirmed. */
  readonly confirmed?: readonly SensitiveKind[];
  readonly output: EngineOutput;
  readonly watch: Stopwatch;
}

export type FinishContext = EditContext & { readonly seed: number; readonly options: PipelineOptions };

const seeThrough = ({ overTransparent }: Composition): readonly string[] =>
  overTransparent === 0 ? [] : ["Parts of the change lie on see-through pixels: laid over the source, the patch can add there, not erase."];

/** Exposure matters where pixels are graded or matched; words are set anew whatever the light, and a pale poster is meant to be pale. */
function findingsFor({ inputs, plan }: Drawn): readonly string[] {
  const wordsOnly = plan.operations.every(({ kind }) => kind.startsWith("text.") || kind === "query");
  return checkInput(inputs.source, { light: !wordsOnly }).map(inputSentence);
}

const STANDS_IN =
  "A layer above cannot erase: the cut-out is a picture of its own, hide the original under it to see through the background.";

const STANDS_IN_CROPPED =
  "A layer above cannot cut: the cropped picture is a picture of its own, hide the original under it to see only the crop.";

/** A rectangle of the canvas, in the source's pixels. */
const inSource = (rect: Rect<"image">, canvas: Rect<"image"> | undefined): Rect<"image"> =>
  canvas === undefined ? rect : { ...rect, x: rect.x + canvas.x, y: rect.y + canvas.y };

interface Encoded {
  readonly patch: Uint8Array;
  /** The larger one, still being compressed: meanwhile the pixels are judged and digested. */
  readonly whole: Promise<Result<Uint8Array>>;
}

async function encode({ patch, result }: Composition, { options, signal }: FinishContext): Promise<Result<Encoded>> {
  const whole = options.codec.encode(result, "png", signal);
  const small = await options.codec.encode(patch, "png", signal);
  return small.ok ? ok({ patch: small.value, whole }) : small;
}

function certificateOf(drawn: Drawn, { mask, result }: Composition, at: { readonly patch: Uint8Array; readonly context: FinishContext }) {
  const { options, seed } = at.context;
  return certify(
    {
      source: drawn.request.source,
      sourcePixels: drawn.inputs.source,
      mask,
      patchBytes: at.patch,
      result,
      settings: { ...settingsOf(drawn.request), seed },
      canvas: drawn.output.canvas,
      engine: drawn.engine.name,
      createdAt: (options.now?.() ?? new Date()).toISOString(),
    },
    sha256,
  );
}

async function keep(
  patch: Uint8Array,
  result: Uint8Array,
  { options }: FinishContext,
): Promise<Result<Record<"patch" | "result", Digest>>> {
  const [kept, keptToo] = await Promise.all([options.blobs.put(patch), options.blobs.put(result)]);
  if (!kept.ok) return kept;
  return keptToo.ok ? ok({ patch: kept.value, result: keptToo.value }) : keptToo;
}

/** From an engine's pixels to a stored, proven result. The report says only what was measured here or by the engine. */
export async function finishEdit(drawn: Drawn, context: FinishContext): Promise<Result<EditResult>> {
  const { inputs, output, watch } = drawn;
  const stage = <T>(name: Stage, work: () => Promise<T> | T): Promise<T> => {
    context.onProgress({ stage: name, done: 0, total: 1 });
    return watch.time(name, work);
  };
  const { canvas } = output;
  const ground = canvas === undefined ? inputs.source : reframe(inputs.source, canvas);
  const allowed = canvas === undefined ? allowedMask(inputs, output.mask) : allowedOnCanvas(inputs, canvas, output.mask);
  const composition = await stage("composite", () => (output.cutOut ? composeCutOut : composeEdit)(ground, output.image, allowed.mask));
  const encoded = await watch.time("encode", () => encode(composition, context));
  if (!encoded.ok) return encoded;
  const { patch, whole } = encoded.value;
  const judgement = await stage("judge", () => judgeEdit({ ...drawn, inputs: { source: ground } }, composition, allowed.clipped));
  const findings = findingsFor(drawn);
  const certificate = certificateOf(drawn, composition, { patch, context });
  const plain = await stage("encode", () => whole);
  if (!plain.ok) return plain;
  const proven = attachProof(plain.value, { certificate, mask: composition.mask });
  const stored = await stage("store", () => keep(patch, proven, context));
  if (!stored.ok) return stored;
  const size = { width: inputs.source.width, height: inputs.source.height };
  return ok({
    plan: drawn.plan,
    engine: drawn.engine.name,
    choice: drawn.choice,
    texts: [...output.texts],
    ...judgement,
    patch: { ...inSource(composition.rect, canvas), sha256: stored.value.patch },
    source: { ...size, sha256: drawn.request.source },
    result: { width: ground.width, height: ground.height, sha256: stored.value.result },
    timingsMs: watch.read(),
    cache: "miss",
    seed: context.seed,
    warnings: [
      ...inputs.warnings,
      ...(drawn.plan.notes ?? []),
      ...findings,
      ...output.warnings,
      ...(canvas === undefined ? seeThrough(composition) : []),
      ...(output.cutOut ? [canvas === undefined ? STANDS_IN : STANDS_IN_CROPPED] : []),
    ],
    ...(output.answers !== undefined && { answers: [...output.answers] }),
    ...(output.cutOut && { cutOut: true as const }),
    ...(canvas !== undefined && { canvas }),
    ...(drawn.confirmed !== undefined && drawn.confirmed.length > 0 && { confirmed: [...drawn.confirmed] }),
    certificate,
  });
}
