/**
 * How well the plate brings back a background that is known, and how long it takes.
 *   node bench/plate.ts [--pictures FOLDER] [--only WORD] [--results FILE]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { blurPlane } from "../imaging/raster/blur.ts";
import { dilate } from "../imaging/raster/dilate.ts";
import { createMask, type FloatImage, type Mask } from "../imaging/raster/raster.ts";
import { lumaPlane } from "../imaging/raster/ssim.ts";
import { restorePlate } from "../imaging/text/plate/restore-plate.ts";
import { detailAt } from "../imaging/text/plate/texture.ts";
import { boxCoverage, glyphCoverage } from "./plate/glyphs.ts";
import { grounds, SIZE } from "./plate/grounds.ts";
import { resultsHead } from "./results-head.ts";

const { values: options } = parseArgs({ options: { pictures: { type: "string" }, only: { type: "string" }, results: { type: "string" } } });
const { width, height } = SIZE;
const INK = [250, 250, 250];

const encoded = async (rgb: Uint8ClampedArray, quality: number | undefined): Promise<Float32Array> => {
  if (quality === undefined) return Float32Array.from(rgb);
  const jpeg = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
  return Float32Array.from(await sharp(jpeg).raw().toBuffer());
};

function lettered(ground: Uint8ClampedArray, cover: Float32Array): Uint8ClampedArray {
  return ground.map((v, i) => v + cover[Math.floor(i / 3)] * (INK[i % 3] - v));
}

function maskOf(cover: Float32Array): Mask {
  const ink: Mask = { width, height, data: Uint8Array.from(cover, (c) => (c > 0 ? 255 : 0)) };
  return dilate(ink, 3);
}

function score(plate: FloatImage, truth: Float32Array, mask: Mask): { psnr: number; texture: number } {
  const [after, before] = [plate.data, truth].map((data) => lumaPlane({ width, height, data }).data);
  let [error, n, restored, wanted] = [0, 0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (!mask.data[i]) continue;
    n++;
    for (let c = 0; c < 3; c++) error += (Math.round(plate.data[i * 3 + c]) - truth[i * 3 + c]) ** 2;
    restored += Math.abs(detailAt(after, width, { at: i, step: 1 }));
    wanted += Math.abs(detailAt(before, width, { at: i, step: 1 }));
  }
  return {
    psnr: Math.min(99, 10 * Math.log10((255 * 255 * 3 * n) / Math.max(error, 1e-9))),
    texture: (restored / n + 0.5) / (wanted / n + 0.5),
  };
}

/** Grain cannot be foreseen: what is finer than this Gaussian σ, pixels, is left out of the smooth part. */
const SMOOTH_SIGMA = 2;

/** PSNR of the smooth part alone: the error averaged over its surroundings in the mask. */
function smoothPart(plate: FloatImage, truth: Float32Array, mask: Mask): number {
  const inside = Float32Array.from(mask.data, (m) => (m ? 1 : 0));
  const mass = blurPlane({ width, height, data: inside }, SMOOTH_SIGMA).data;
  let [error, n] = [0, 0];
  for (let c = 0; c < 3; c++) {
    const data = inside.map((m, i) => m * (plate.data[i * 3 + c] - truth[i * 3 + c]));
    const blurred = blurPlane({ width, height, data }, SMOOTH_SIGMA).data;
    for (let i = 0; i < inside.length; i++) {
      if (!inside[i]) continue;
      error += (blurred[i] / mass[i]) ** 2;
      n++;
    }
  }
  return Math.min(99, 10 * Math.log10((255 * 255 * n) / Math.max(error, 1e-9)));
}

const save = async (name: string, data: Float32Array): Promise<void> => {
  if (options.pictures === undefined) return;
  mkdirSync(options.pictures, { recursive: true });
  const raw = Uint8ClampedArray.from(data);
  await sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(join(options.pictures, `${name.replace(/\W+/g, "-")}.png`));
};

const masks = { text: glyphCoverage(), box: boxCoverage() };
/** What knowing the ground exactly would score: it was compressed too. */
const ceilingOf = (ground: Uint8ClampedArray, truth: Float32Array, mask: Mask): number =>
  score({ width, height, data: Float32Array.from(ground) }, truth, mask).psnr;

const rows = [
  "| ground | mask | file | method | PSNR dB | best possible | smooth part dB | texture | hold-out RMS | seam | CPU ms |",
  "|---|---|---|---|---|---|---|---|---|---|---|",
];
for (const [name, ground] of grounds()) {
  if (options.only !== undefined && !name.includes(options.only)) continue;
  for (const [shape, cover] of Object.entries(masks)) {
    for (const quality of [undefined, 80]) {
      const truth = await encoded(ground, quality);
      const source = await encoded(lettered(ground, cover), quality);
      const mask = maskOf(cover);
      const region = { rect: { x: 0, y: 0, width, height }, pixels: { width, height, data: source }, foreign: createMask(width, height) };
      const begin = process.cpuUsage();
      const plate = await restorePlate(region, mask, { seed: 1 });
      const ms = process.cpuUsage(begin).user / 1000;
      const { psnr, texture } = score(plate.pixels, truth, mask);
      const file = quality === undefined ? "png" : `jpeg ${quality}`;
      await save(`${name} ${shape} ${file}`, plate.pixels.data);
      const figures = [
        psnr.toFixed(1),
        ceilingOf(ground, truth, mask).toFixed(1),
        smoothPart(plate.pixels, truth, mask).toFixed(1),
        texture.toFixed(2),
        plate.holdOutError.toFixed(1),
        plate.seam.toFixed(3),
        ms.toFixed(0),
      ];
      rows.push(`| ${[name, shape, file, plate.method, ...figures].join(" | ")} |`);
      console.log(rows[rows.length - 1]);
    }
  }
}

const page = [
  "# The plate on grounds whose truth is known",
  "",
  resultsHead("node_modules/.bin/node bench/plate.ts --results bench/plate/RESULTS.md", "one run each, seed 1"),
  "",
  `${grounds().size} grounds × 2 masks × PNG and JPEG quality 80, 624×240 pixels; \`text\` = six made-up characters with 13 px strokes grown by 3 px, \`box\` = one`,
  "solid 400×110 box. PSNR is measured in the mask against the same ground without text (JPEG: encoded without text; *best possible* is what the ground",
  "before its compression scores). `texture` is restored over true detail; on grounds without texture it says nothing. PSNR says little on noise, where no",
  "fill can foresee the pixels: *smooth part* leaves out of the error what is finer than σ 2 pixels. *seam* is the share of the mask's outline where the fill",
  "ends in an edge that does not belong there; from 0.03 on a result is flagged. A box over a button hides the whole button: nothing can bring it back.",
  "",
  ...rows,
  "",
  readFileSync(new URL("plate/notes.md", import.meta.url), "utf8").trimEnd(),
].join("\n");
if (options.results !== undefined) writeFileSync(options.results, `${page}\n`);
