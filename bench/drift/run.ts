import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compositeDrift } from "../../imaging/compositing/drift/composite-drift.ts";
import { findChange } from "../../imaging/compositing/drift/find-change.ts";
import { warpOutput } from "../../imaging/compositing/drift/warp-output.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { apply } from "../../protocol/geometry.ts";
import { type DriftCase, makeDrift } from "./make-drift.ts";

/** `node bench/drift/run.ts FOLDER [CASES]`: every picture of FOLDER, drifted and edited in CASES known ways, repaired and measured. */
const [folder, cases = "10"] = process.argv.slice(2);
const codec = createChildCodec({ logger: createLogger("error", (line) => process.stderr.write(line)) });
const quantile = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Distance between where the pixels are and where the registration says they are, at an even grid, source pixels. */
function registrationErrors(source: RasterImage, truth: DriftCase, found: DriftCase["transform"]): number {
  const errors: number[] = [];
  for (let y = 0; y <= 8; y++) {
    for (let x = 0; x <= 8; x++) {
      const p = { x: (x * source.width) / 8, y: (y * source.height) / 8 };
      const [a, b] = [apply<"image">(truth.transform, p), apply<"image">(found, p)];
      errors.push(Math.hypot(a.x - b.x, a.y - b.y));
    }
  }
  return quantile(errors, 0.5);
}

function overlap(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += a[i] !== 0 && b[i] !== 0 ? 1 : 0;
    either += a[i] !== 0 || b[i] !== 0 ? 1 : 0;
  }
  return either === 0 ? 1 : both / either;
}

function outsideChanged(source: RasterImage, image: RasterImage, mask: Uint8Array): number {
  let changed = 0;
  for (let i = 0; i < source.data.length; i++) if (mask[i >> 2] === 0 && source.data[i] !== image.data[i]) changed++;
  return changed;
}

const rows: { error: number; iou: number; outside: number; ms: number }[] = [];
for (const file of readdirSync(folder).filter((f) => /\.(png|jpe?g|webp)$/.test(f))) {
  const decoded = await codec.decode(readFileSync(join(folder, file)));
  if (!decoded.ok || decoded.value.image.width * decoded.value.image.height > 2e6) continue;
  const source = decoded.value.image;
  const own: typeof rows = [];
  for (let k = 0; k < Number(cases); k++) {
    const made = makeDrift(source, k * 7919 + file.length);
    const begin = performance.now();
    const { image, mask, registration } = compositeDrift(source, made.output);
    const ms = performance.now() - begin;
    const whole = { x: 0, y: 0, width: source.width, height: source.height };
    const change = findChange(source, warpOutput(made.output, registration, whole), { colour: registration.colour });
    own.push({
      error: registrationErrors(source, made, registration.transform),
      iou: overlap(change.data, made.edit.data),
      outside: outsideChanged(source, image, mask.data),
      ms: (ms / (source.width * source.height)) * 1e6,
    });
  }
  rows.push(...own);
  const at = (key: keyof (typeof own)[0], q: number) =>
    quantile(
      own.map((r) => r[key]),
      q,
    ).toFixed(key === "ms" ? 0 : 3);
  console.log(
    `| ${file} | ${at("error", 0.5)} | ${at("error", 0.95)} | ${at("iou", 0.5)} | ${at("iou", 0.05)} | ${at("outside", 1)} | ${at("ms", 0.5)} |`,
  );
}
const all = (key: keyof (typeof rows)[0], q: number) =>
  quantile(
    rows.map((r) => r[key]),
    q,
  ).toFixed(key === "ms" ? 0 : 3);
console.log(
  `| all ${rows.length} | ${all("error", 0.5)} | ${all("error", 0.95)} | ${all("iou", 0.5)} | ${all("iou", 0.05)} | ${all("outside", 1)} | ${all("ms", 0.5)} |`,
);
await codec.close();
