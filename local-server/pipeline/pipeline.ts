import { colourOfArea, pointedAt, pointsAtColour, saidOfArea } from "../../imaging/instruction/pointed-at.ts";
import type { Digest, EditRequest, EditResult, EngineView, FindResult } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result, type Stage } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { RenderRequest } from "../../protocol/render.ts";
import type { SensitiveKind } from "../../protocol/sensitive.ts";
import type { VerifyAnswer } from "../../protocol/verify.ts";
import { canFind, type Engine, type EngineOutput, type EngineRequest } from "../engines/engine.ts";
import { type Route, routePlan } from "../routing/route-plan.ts";
import { passGate } from "./consent-gate.ts";
import { drawEdit } from "./draw-edit.ts";
import { DEFAULT_SEED } from "./edit-settings.ts";
import { engineViewOf } from "./engine-view.ts";
import { findTextsIn } from "./find-texts-in.ts";
import { finishEdit } from "./finish-edit.ts";
import { PREVIEW_PIXELS, showFirstPass, worthFirstPass } from "./first-pass.ts";
import { groundPlan, needsGrounding } from "./ground-plan.ts";
import { type Inputs, loadInputs, loadPicture } from "./load-inputs.ts";
import type { EditContext, PipelineOptions } from "./pipeline-ports.ts";
import { PreviewedProgress } from "./previewed-progress.ts";
import { readWords } from "./read-words.ts";
import { renderPicture } from "./render-picture.ts";
import { shadowWithGround } from "./shadow-with-ground.ts";
import { showsText } from "./shows-text.ts";
import { Stopwatch } from "./stopwatch.ts";
import { verifyStored } from "./verify-stored.ts";

/** The one place that knows the order: decode, understand, route, engine, composite, judge, encode, store. */
export interface Pipeline {
  /** One result per variant. Every expected failure is a value that names its stage. */
  edit(request: EditRequest, context: EditContext): Promise<Result<readonly EditResult[]>>;
  /** Every text in a stored picture, or in `region` of it (image pixels). */
  find(source: Digest, signal: AbortSignal, region?: Rect<"image">): Promise<Result<FindResult>>;
  engines(signal: AbortSignal): Promise<readonly EngineView[]>;
  /** A stored picture at another size or in another format. */
  render(request: RenderRequest, signal: AbortSignal): Promise<Result<Digest>>;
  /** Which of the strings the library has a face for, each whole; all where no engine can tell. */
  lettering(texts: readonly string[]): readonly boolean[];
  /** Whether the stored pictures of a result still are what its certificate says, and `layer` (a blob) the pixels of its patch. */
  verify(result: EditResult, signal: AbortSignal, layer?: Digest): Promise<Result<VerifyAnswer>>;
}

async function understand(request: EditRequest, options: PipelineOptions, signal: AbortSignal): Promise<Result<Plan>> {
  if (request.operations !== undefined) return ok({ instruction: "", operations: request.operations });
  const instruction = request.instruction ?? "";
  if (instruction.trim() === "") return err(emendError("empty_instruction", "Say what to change.", { stage: "understand" }));
  const drawn = request.region !== undefined || request.mask !== undefined;
  const read = (drawn ? (pointedAt(instruction) ?? saidOfArea(instruction)) : undefined) ?? options.plan(instruction);
  const plan = (await options.phrase?.(read, signal)) ?? read;
  if (plan.operations.length > 0) return ok(plan);
  return err(emendError("instruction_unclear", plan.clarify ?? "The instruction was not understood.", { stage: "understand" }));
}

async function route(
  request: EditRequest,
  plan: Plan,
  { options: { engines, adviseInstall }, signal }: { readonly options: PipelineOptions; readonly signal: AbortSignal },
): Promise<Result<Route>> {
  const drawn = request.region !== undefined || request.mask !== undefined;
  return routePlan(plan, request.engine, {
    engines,
    check: (engine) => engine.check(signal),
    given: { drawn, references: request.references?.length ?? 0 },
    localOnly: request.options?.privacy === "local",
    ...(request.allow && { allowed: request.allow }),
    ...(adviseInstall && { adviseInstall }),
  });
}

interface Prepared {
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly engine: Engine;
  readonly choice: string;
  readonly confirmed: readonly SensitiveKind[];
  readonly watch: Stopwatch;
}

async function prepare(request: EditRequest, options: PipelineOptions, context: EditContext): Promise<Result<Prepared>> {
  const watch = new Stopwatch();
  const stage = <T>(name: Stage, work: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> => {
    context.onProgress({ stage: name, done: 0, total: 1 });
    return watch.time(name, work);
  };
  const plan = await stage("understand", () => understand(request, options, context.signal));
  if (!plan.ok) return plan;
  const inputs = await stage("decode", () => loadInputs(request, options, context.signal));
  if (!inputs.ok) return inputs;
  const meant = await stage("understand", () =>
    ground(shadowWithGround(plan.value), request, { inputs: inputs.value, options, signal: context.signal }),
  );
  if (!meant.ok) return meant;
  const passed = await stage("understand", () =>
    passGate(meant.value, request, {
      refused: options.refused ?? [],
      readTexts: () => readWords(options.engines, inputs.value.source, context.signal),
    }),
  );
  if (!passed.ok) return passed;
  const routed = await stage("route", () => route(request, meant.value, { options, signal: context.signal }));
  return routed.ok ? ok({ inputs: inputs.value, plan: meant.value, confirmed: passed.value, ...routed.value, watch }) : routed;
}

/** Looks whether what an instruction names or points at is a text of the picture. Operations given outright mean what they say. */
async function ground(
  plan: Plan,
  request: EditRequest,
  at: { readonly inputs: Inputs; readonly options: PipelineOptions; readonly signal: AbortSignal },
): Promise<Result<Plan>> {
  const { inputs, options, signal } = at;
  const { source, region } = inputs;
  if (request.operations !== undefined) return ok(plan);
  if (region !== undefined && pointsAtColour(plan)) {
    const lettered = await showsText(options.engines, source, { region, signal });
    if (!lettered.ok) return lettered;
    if (!lettered.value) return ok(colourOfArea(plan));
  }
  if (!needsGrounding(plan)) return ok(plan);
  const words = await readWords(options.engines, source, signal);
  return words.ok ? ok(groundPlan(plan, words.value)) : words;
}

interface RunContext {
  readonly signal: AbortSignal;
  readonly seed: number;
  readonly progress: PreviewedProgress;
  readonly preview?: EngineRequest["preview"];
}

function runEngine(
  request: EditRequest,
  prepared: Prepared,
  { signal, seed, progress, preview }: RunContext,
): Promise<Result<EngineOutput>> {
  const { inputs, plan, engine } = prepared;
  const { source, region, mask, references } = inputs;
  const known = {
    source,
    plan,
    references,
    seed,
    options: request.options ?? {},
    ...(region && { region }),
    ...(mask && { mask }),
    ...(preview && { preview }),
    ...(request.allow?.includes(engine.name) && { consented: true }),
  };
  return engine.edit(known, signal, (event) => progress.tell(event));
}

async function makeVariant(
  request: EditRequest,
  prepared: Prepared,
  more: EditContext & { readonly seed: number; readonly options: PipelineOptions },
): Promise<Result<EditResult>> {
  const watch = new Stopwatch();
  watch.add(prepared.watch.read());
  const { signal, seed } = more;
  const previews = request.options?.preview === true;
  const progress = new PreviewedProgress({ ...more.options, context: more, source: prepared.inputs.source, previews });
  progress.tell({ stage: "engine", done: 0, total: 1 });
  if (previews && worthFirstPass(prepared.engine, prepared.inputs)) {
    const draw = () => runEngine(request, prepared, { signal, seed, progress, preview: { maxPixels: PREVIEW_PIXELS } });
    await watch.time("engine", () => showFirstPass(draw, { ...prepared, progress }));
  }
  const run = (of: number) => runEngine(request, prepared, { signal, seed: of, progress });
  const reader = more.options.engines.find(canFind);
  const drawn = await drawEdit({ ...prepared, seed, signal, watch, run, ...(reader && { reader }) });
  await progress.settled();
  if (!drawn.ok) return drawn;
  return finishEdit({ request, ...prepared, watch, output: drawn.value.output }, { ...more, seed: drawn.value.seed });
}

async function edit(request: EditRequest, options: PipelineOptions, context: EditContext): Promise<Result<readonly EditResult[]>> {
  const prepared = await prepare(request, options, context);
  if (!prepared.ok) return prepared;
  const results: EditResult[] = [];
  for (let i = 0; i < (request.variants ?? 1); i++) {
    const seed = ((request.seed ?? DEFAULT_SEED) + i) % 2 ** 32;
    const result = await makeVariant(request, prepared.value, { ...context, seed, options });
    if (!result.ok) return result;
    results.push(result.value);
  }
  return ok(results);
}

interface FindWish {
  readonly signal: AbortSignal;
  readonly region: Rect<"image"> | undefined;
}

async function find(source: Digest, options: PipelineOptions, { signal, region }: FindWish): Promise<Result<FindResult>> {
  const watch = new Stopwatch();
  const reader = options.engines.find(canFind);
  if (reader === undefined)
    return err(
      emendError("engine_unavailable", "No engine here can find text.", {
        stage: "find",
        help: "Run emend doctor: it says what is missing.",
      }),
    );
  const picture = await watch.time("decode", () => loadPicture(source, options, signal));
  if (!picture.ok) return picture;
  const { image } = picture.value;
  try {
    const texts = await watch.time("find", () => findTextsIn(reader, image, { region, signal }));
    return ok({ texts: [...texts], width: image.width, height: image.height, timingsMs: watch.read() });
  } catch (error) {
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    throw error;
  }
}

export function createPipeline(options: PipelineOptions): Pipeline {
  return {
    edit: (request, context) => edit(request, options, context),
    find: (source, signal, region) => find(source, options, { signal, region }),
    render: (request, signal) => renderPicture(request, options, signal),
    lettering: (texts) => {
      const writer = options.engines.find(canFind);
      return texts.map((text) => writer?.sets?.(text) ?? true);
    },
    verify: (result, signal, layer) => verifyStored({ result, layer }, options, signal),
    engines: (signal) => Promise.all(options.engines.map((engine) => engineViewOf(engine, signal))),
  };
}
