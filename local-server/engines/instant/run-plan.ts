import { editTexts } from "../../../imaging/instant/edit-texts.ts";
import { editLight } from "../../../imaging/light/edit-light.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import { createMask, type Mask, type RasterImage } from "../../../imaging/raster/raster.ts";
import { ok, type Result, type Stage } from "../../../protocol/errors.ts";
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

async function runFamily(
  ports: ImagingPorts,
  request: EngineRequest,
  { operations, image, at }: { operations: readonly Operation[]; image: RasterImage; at: At },
): Promise<Result<Run>> {
  const { region, mask, references, seed } = request;
  if (isText(operations[0])) return editTexts(ports, { source: image, operations, region, seed }, at);
  at.onStage("engine");
  const started = performance.now();
  const light = await editLight(image, operations, { ports: createLightPorts(ports), region, mask, references, seed, signal: at.signal });
  if (!light.ok) return light;
  const { cutOut, answers, ...rest } = light.value;
  const timingsMs = { light: Math.round(10 * (performance.now() - started)) / 10 };
  return ok({ ...rest, texts: [], timingsMs, ...(cutOut && { cutOut }), ...(answers.length > 0 && { answers }) });
}

function joined(first: Run, then: Run): Run {
  const mask = createMask(first.mask.width, first.mask.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = first.mask.data[i] | then.mask.data[i];
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
  };
}

/** Carries out a whole plan, text and light operations in the order said, each on what the one before made. */
export async function runPlan(ports: ImagingPorts, request: EngineRequest, at: At): Promise<Result<EngineOutput>> {
  let done: Run | undefined;
  for (const operations of families(request.plan.operations)) {
    const run = await runFamily(ports, request, { operations, image: done?.image ?? request.source, at });
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
