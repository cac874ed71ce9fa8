import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { resultsHead } from "../results-head.ts";
import { loadPicture } from "./load-picture.ts";
import { measureOutput, type OutputFigures } from "./measure-output.ts";
import { measureOwnTime, type OwnTime } from "./measure-own-time.ts";

/**
 * Drift repair on what real models gave back, and the time and memory it costs. In FOLDER, `name__input.png` is a source and every other
 * `name__*.png` a model's output of it. `--count` runs of each timing (the least is told), `--results` writes a page, `--pictures` strips to look at.
 *
 *     node bench/compositing/run.ts FOLDER [--count 5] [--results bench/compositing/RESULTS.md] [--pictures DIR]
 */
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "5" }, results: { type: "string" }, pictures: { type: "string" } },
});
const [folder] = positionals;
const count = Number(options.count);
if (folder === undefined) throw new Error("say which folder holds the pictures");

const db = (v: number): string => (Number.isFinite(v) ? v.toFixed(1) : "identical");

const figuresRow = ({ name, moved, bent, rect, changed, outside, ring }: OutputFigures): string =>
  `| ${name} | ${moved.toFixed(1)} | ${bent ? "yes" : "no"} | ${rect.width}×${rect.height} at ${rect.x}, ${rect.y} | ${(100 * changed).toFixed(2)} | ${outside} | ${db(ring.before)} | ${db(ring.registered)} | ${db(ring.after)} |`;

const timeRow = ({ name, stages, total, cpuMs, peakMb }: OwnTime): string =>
  `| ${name} | ${stages.map((s) => s.toFixed(0)).join(" | ")} | **${total.toFixed(0)}** | ${cpuMs.toFixed(0)} | ${peakMb.toFixed(0)} |`;

async function outputs(): Promise<readonly string[]> {
  const rows: string[] = [];
  const files = readdirSync(folder).filter((f) => /__.*\.(png|jpe?g|webp)$/.test(f));
  for (const input of files.filter((f) => f.includes("__input."))) {
    const stem = input.slice(0, input.indexOf("__") + 2);
    const source = await loadPicture(join(folder, input));
    for (const file of files.filter((f) => f.startsWith(stem) && f !== input)) {
      const { figures, strip } = measureOutput(file.slice(stem.length), source, await loadPicture(join(folder, file)));
      rows.push(figuresRow(figures));
      if (options.pictures === undefined) continue;
      mkdirSync(options.pictures, { recursive: true });
      const raw = { width: strip.width, height: strip.height, channels: 4 } as const;
      await sharp(strip.data, { raw }).png().toFile(join(options.pictures, file));
    }
  }
  return rows;
}

const times = await measureOwnTime(count);
const page = [
  "# Drift repair on real models' outputs, and its cost",
  "",
  resultsHead(`node_modules/.bin/node bench/compositing/run.ts FOLDER --count ${count}`, `${count} runs a timing, the least`),
  "",
  "**Outputs.** *Moved*: farthest a corner had moved, pixels. *Patch*: where the result differs from the source. *Outside*: pixels outside the mask that",
  "changed. *Ring*: the band 6 to 40 pixels around the change, which should not have changed: PSNR against the source of the output as it came",
  "(scaled to size), of the output registered and recoloured, and of the result.",
  "",
  "| output | moved px | bent | patch | changed % | outside | ring as it came dB | registered | in the result |",
  "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
  ...(await outputs()),
  "",
  "**Own time around an engine call**, wall milliseconds of one thread: cut the frame for the model, repair what comes back (register, find the change,",
  "blend), compose the patch, judge. Encoding and the engine itself are not in it; *CPU* says what the total is where nothing else runs. A made-up drift with an edit of about 8 % of the frame. *Peak* is the highest resident set of a process that",
  "does nothing else, all pictures included.",
  "",
  "| case | prepare | repair | compose | judge | total ms | CPU ms | peak MB |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ...times.map(timeRow),
].join("\n");
console.log(page);
if (options.results !== undefined) writeFileSync(options.results, `${page}\n`);
