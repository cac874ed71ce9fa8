import { certify } from "../../imaging/compositing/certify.ts";
import { type InputFinding, inputSentence } from "../../imaging/quality/input-checks.ts";
import { reframe } from "../../imaging/raster/reframe.ts";
import type { Certificate, EditRequest, EditResult } from "../../protocol/edit.ts";
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
const ABOUT_LIGHT: ReadonlySet<InputFinding> = new Set(["over_exposed", "under_exposed"]);

function findingsFor({ inputs, plan }: Drawn): readonly string[] {
  const wordsOnly = plan.operations.every(({ kind }) => kind.startsWith("text.") || kind === "query");
  return inputs.findings.filter((f) => !wordsOnly || !ABOUT_LIGHT.has(f)).map(inputSentence);
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
  readonly result: Uint8Array;
  readonly certificate: Certificate;
}

async function encode(drawn: Drawn, composition: Composition, context: FinishContext): Promise<Result<Encoded>> {
  const { codec, now } = context.options;
  // The larger one is sent first and compressed while the smaller one is awaited and the pixels are digested.
  const whole = codec.encode(composition.result, "png", context.signal);
  const patch = await codec.encode(composition.patch, "png", context.signal);
  if (!patch.ok) return patch;
  const certificate = certify(
    {
      source: drawn.request.source,
      sourcePixels: drawn.inputs.source,
      mask: composition.mask,
      patchBytes: patch.value,
      result: composition.result,
      settings: { ...settingsOf(drawn.request), seed: context.seed },
      canvas: drawn.output.canvas,
      engine: drawn.engine.name,
      createdAt: (now?.() ?? new Date()).toISOString(),
    },
    sha256,
  );
  const result = await whole;
  if (!result.ok) return result;
  return ok({ patch: patch.value, result: attachProof(result.value, { certificate, mask: composition.mask }), certificate });
}

async function keep(
  { patch, result }: Encoded,
  { options }: FinishContext,
): Promise<Result<{ readonly patch: string; readonly result: string }>> {
  const kept = await options.blobs.put(patch);
  if (!kept.ok) return kept;
  const keptToo = await options.blobs.put(result);
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
  const judgement = await stage("judge", () => judgeEdit({ ...drawn, inputs: { source: ground } }, composition, allowed.clipped));
  const encoded = await stage("encode", () => encode(drawn, composition, context));
  if (!encoded.ok) return encoded;
  const stored = await stage("store", () => keep(encoded.value, context));
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
      ...findingsFor(drawn),
      ...output.warnings,
      ...(canvas === undefined ? seeThrough(composition) : []),
      ...(output.cutOut ? [canvas === undefined ? STANDS_IN : STANDS_IN_CROPPED] : []),
    ],
    ...(output.answers !== undefined && { answers: [...output.answers] }),
    ...(output.cutOut && { cutOut: true as const }),
    ...(canvas !== undefined && { canvas }),
    ...(drawn.confirmed !== undefined && drawn.confirmed.length > 0 && { confirmed: [...drawn.confirmed] }),
    certificate: encoded.value.certificate,
  });
}
