import { editTexts } from "../../../imaging/instant/edit-texts.ts";
import { editLight } from "../../../imaging/light/edit-light.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import { createMask, type Mask, type RasterImage } from "../../../imaging/raster/raster.ts";
import { reframeMask } from "../../../imaging/raster/reframe.ts";
import { ok, type Result, type Stage } from "../../../protocol/errors.ts";
import { intersect, type Rect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { EngineOutput, EngineRequest } from "../engine.ts";
import { createLightPorts } from "./light-ports.ts";

const isText = ({ kind }: Operation): boolean => kind.startsWith("text.");

/** Operations in order, neighbours of one family together: each family finds its ground once. */
export function families(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const runs: Operation[][] = [];
  for (const operation of operations) {
    const last = runs.at(-1);
    if (last !== undefined && isText(last[0]) === isText(operation)) last.push(operation);
    else runs.push([operation]);
  }
  return runs;
}

interface At {
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}

interface Run extends EngineOutput {
  readonly mask: Mask;
}

/** A picture on the way, and where it lies in the source's pixels once an operation has changed its frame. */
interface Ground {
  readonly image: RasterImage;
  readonly canvas: Rect<"image"> | undefined;
}

const moved = (rect: Rect<"image">, by: { readonly x: number; readonly y: number }): Rect<"image"> => ({
  ...rect,
  x: rect.x + by.x,
  y: rect.y + by.y,
});

/** What was drawn on the source, where it lies on the canvas. */
function onCanvas({ region, mask }: EngineRequest, canvas: Rect<"image"> | undefined): Pick<EngineRequest, "region" | "mask"> {
  if (canvas === undefined) return { ...(region && { region }), ...(mask && { mask }) };
  const whole: Rect<"image"> = { x: 0, y: 0, width: canvas.width, height: canvas.height };
  const inside = region && intersect<"image">(moved(region, { x: -canvas.x, y: -canvas.y }), whole);
  return { ...(inside && { region: inside }), ...(mask && { mask: reframeMask(mask, canvas) }) };
}

/** An operation that points at a text, where that lies on the canvas. */
const pointed = (operation: Operation, canvas: Rect<"image"> | undefined): Operation =>
  canvas === undefined || operation.at === undefined
    ? operation
    : { ...operation, at: { x: operation.at.x - canvas.x, y: operation.at.y - canvas.y } };

/** Texts found on a canvas, in the source's pixels. */
const inSource = (run: Run, canvas: Rect<"image"> | undefined): Run =>
  canvas === undefined
    ? run
    : {
        ...run,
        texts: run.texts.map((text) => ({
          ...text,
          quad: text.quad.map((p) => ({ ...p, x: p.x + canvas.x, y: p.y + canvas.y })) as unknown as typeof text.quad,
        })),
      };

async function runFamily(
  ports: ImagingPorts,
  request: EngineRequest,
  { operations, ground, at }: { operations: readonly Operation[]; ground: Ground; at: At },
): Promise<Result<Run>> {
  const { references, seed } = request;
  const { region, mask } = onCanvas(request, ground.canvas);
  if (isText(operations[0])) {
    const here = operations.map((operation) => pointed(operation, ground.canvas));
    const texts = await editTexts(ports, { source: ground.image, operations: here, region, seed }, at);
    if (!texts.ok) return texts;
    const { answers, ...rest } = texts.value;
    return ok(inSource({ ...rest, ...(answers.length > 0 && { answers }) }, ground.canvas));
  }
  at.onStage("engine");
  const started = performance.now();
  const context = {
    ports: createLightPorts(ports),
    region,
    mask,
    references,
    seed,
    signal: at.signal,
    amongOthers: request.plan.operations.length > operations.length,
  };
  const light = await editLight(ground.image, operations, context);
  if (!light.ok) return light;
  const { cutOut, answers, canvas, ...rest } = light.value;
  const timingsMs = { light: Math.round(10 * (performance.now() - started)) / 10 };
  return ok({
    ...rest,
    texts: [],
    timingsMs,
    ...(cutOut && { cutOut }),
    ...(answers.length > 0 && { answers }),
    ...(canvas && { canvas }),
  });
}

function joined(first: Run, then: Run): Run {
  const before = then.canvas === undefined ? first.mask : reframeMask(first.mask, then.canvas);
  const mask = createMask(then.mask.width, then.mask.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = before.data[i] | then.mask.data[i];
  const canvas = then.canvas === undefined ? first.canvas : moved(then.canvas, first.canvas ?? { x: 0, y: 0 });
  const timingsMs: Record<string, number> = { ...first.timingsMs };
  for (const [stage, ms] of Object.entries(then.timingsMs)) timingsMs[stage] = (timingsMs[stage] ?? 0) + ms;
  const answers = [...(first.answers ?? []), ...(then.answers ?? [])];
  return {
    image: then.image,
    mask,
    texts: [...first.texts, ...then.texts],
    confidence: Math.min(first.confidence, then.confidence),
    reasons: [...new Set([...first.reasons, ...then.reasons])],
    warnings: [...new Set([...first.warnings, ...then.warnings])],
    timingsMs,
    ...((first.cutOut || then.cutOut) && { cutOut: true }),
    ...(answers.length > 0 && { answers }),
    ...(canvas && { canvas }),
  };
}

/** Carries out a whole plan, text and light operations in the order said, each on what the one before made. */
export async function runPlan(ports: ImagingPorts, request: EngineRequest, at: At): Promise<Result<EngineOutput>> {
  let done: Run | undefined;
  for (const operations of families(request.plan.operations)) {
    const run = await runFamily(ports, request, { operations, ground: { image: done?.image ?? request.source, canvas: done?.canvas }, at });
    if (!run.ok) return run;
    done = done === undefined ? run.value : joined(done, run.value);
  }
  const { source } = request;
  return ok(
    done ?? {
      image: source,
      mask: createMask(source.width, source.height),
      texts: [],
      confidence: 1,
      reasons: [],
      warnings: [],
      timingsMs: {},
    },
  );
}
