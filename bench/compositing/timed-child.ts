import { cutModelFrame, fitModelFrame } from "../../imaging/compositing/model-frame.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import type { EngineOutput } from "../../local-server/engines/engine.ts";
import { allowedMask } from "../../local-server/pipeline/allowed-mask.ts";
import { composeEdit } from "../../local-server/pipeline/compose-edit.ts";
import { judgeEdit } from "../../local-server/pipeline/judge-edit.ts";
import { repairDrift } from "../../local-server/pipeline/repair-drift.ts";
import { makeDrift } from "../drift/make-drift.ts";
import type { OwnTime, TimedCase } from "./measure-own-time.ts";

const LIMITS = { multiple: 32, maxPixels: 1_048_576, minSide: 64 };

/** Waves, bars and grain: structure at every scale. */
function scene(side: number): RasterImage {
  const next = mulberry32(4);
  const image = createRaster(side, side);
  const bars = Array.from({ length: 60 }, () =>
    [next(), next(), 0.02 + next() * 0.12, 0.01 + next() * 0.05, next() * 255].map((v, i) => (i < 4 ? v * side : v)),
  );
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const wave = 120 + 40 * Math.sin((23 * x) / side + (7 * y) / side) + 30 * Math.sin((61 * y) / side - (13 * x) / side) + 6 * next();
    image.data.set([wave, wave * 0.9 + 10, 250 - wave, 255], i * 4);
  }
  for (const [bx, by, w, h, v] of bars) {
    for (let y = Math.floor(by); y < Math.min(side, by + h); y++) {
      for (let x = Math.floor(bx); x < Math.min(side, bx + w); x++) image.data.set([v, 255 - v, v / 2, 255], (y * side + x) * 4);
    }
  }
  return image;
}

const { name, side, region, count } = JSON.parse(process.argv[2]) as TimedCase;
const source = scene(side);
const inputs = { source, references: [], warnings: [], ...(region && { region }) };
const plan = { instruction: "", operations: [{ kind: "object.add" as const, target: "thing" }] };
const frame = fitModelFrame(source, region, LIMITS);
const shown = cutModelFrame(source, frame);
const { output: image } = makeDrift(shown, { seed: 3, other: shown, bend: 0 });
const output: EngineOutput & { frame: typeof frame.rect } = {
  ...{ image, frame: frame.rect, texts: [], confidence: 0.8, reasons: [], warnings: [], timingsMs: {} },
};

function once(): number[] {
  const at = [performance.now()];
  cutModelFrame(source, frame);
  at.push(performance.now());
  const repaired = repairDrift(output, inputs, plan);
  at.push(performance.now());
  const allowed = allowedMask(inputs, repaired.output.mask);
  const composition = composeEdit(source, repaired.output.image, allowed.mask);
  at.push(performance.now());
  judgeEdit({ inputs, plan, output: repaired.output }, composition, allowed.clipped);
  at.push(performance.now());
  return at.slice(1).map((t, i) => t - at[i]);
}

interface Run {
  readonly stages: readonly number[];
  readonly cpuMs: number;
}

function timed(): Run {
  const begin = process.cpuUsage();
  const stages = once();
  const { user, system } = process.cpuUsage(begin);
  return { stages, cpuMs: (user + system) / 1000 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const runs = Array.from({ length: count }, timed);
const least = runs.reduce((a, b) => (sum(b.stages) < sum(a.stages) ? b : a));
const cpuMs = Math.min(...runs.map((run) => run.cpuMs));
const peakMb = process.resourceUsage().maxRSS / 1024;
process.send?.({ name, stages: least.stages, total: sum(least.stages), cpuMs, peakMb } satisfies OwnTime);
process.disconnect?.();
