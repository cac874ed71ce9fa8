/**
 * How well the light engine replaces text on posters it has never seen, stage by stage.
 *   npm run bench:text -- --split dev|test [--count 75] [--only category] [--seed N] [--photos FOLDER] [--worn] [--grain N] [--edits-only] [--resume] [--results FILE.md]
 * Prints the tables and writes out/report.html, out/worst-*.png and out/<split>.jsonl. Tune on `dev` only; `test` is for telling.
 * `--worn` blurs, darkens, grains and compresses them, as photographed or saved many times; they go to out/<split>-worn.jsonl.
 * `--grain` gives photo-like grounds grain of this σ, levels, in place of what each has of its own (1.2–4.1).
 * `--edits-only` spares erasing, the matte and reading: enough for calibrating.
 * `--resume` keeps what out/<split>.jsonl already has.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { clockInference } from "../inference-clock.ts";
import { createPosterFactory } from "./generate/poster-factory.ts";
import type { Score } from "./measure/score.ts";
import { scorePoster } from "./measure/score-poster.ts";
import { contactSheet, type Tile } from "./report/contact-sheet.ts";
import { reportPage, worstFirst } from "./report/html.ts";
import { drawStrip } from "./report/strip.ts";
import { tablesOf } from "./report/tables.ts";
import { chosenSeeds } from "./seeds.ts";

const { values: options } = parseArgs({
  options: {
    split: { type: "string", default: "dev" },
    count: { type: "string", default: "75" },
    only: { type: "string" },
    seed: { type: "string" },
    photos: { type: "string" },
    results: { type: "string" },
    worn: { type: "boolean", default: false },
    grain: { type: "string" },
    "edits-only": { type: "boolean", default: false },
    resume: { type: "boolean", default: false },
  },
});
const OUT = join(import.meta.dirname, "out");
const STRIPS = join(OUT, "strips");

function readScores(path: string): Map<number, Score> {
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, "utf8").trim().split("\n");
  return new Map(rows.map((row) => JSON.parse(row) as Score).map((score) => [score.seed, score]));
}

async function run(): Promise<readonly Score[]> {
  const grain = options.grain === undefined ? undefined : Number(options.grain);
  const factory = await createPosterFactory({ folder: OUT, chromium: findChromium(), photos: options.photos, worn: options.worn, grain });
  for (const sentence of factory.missing) console.error(sentence);
  const ports = createImagingPorts();
  const clocked = clockInference(ports);
  const lines = join(OUT, `${options.split}${options.worn ? "-worn" : ""}.jsonl`);
  const known = options.resume ? readScores(lines) : new Map<number, Score>();
  if (!options.resume) rmSync(lines, { force: true });
  const scores: Score[] = [];
  for (const seed of chosenSeeds(options)) {
    const before = known.get(seed);
    if (before) {
      scores.push(before);
      continue;
    }
    const poster = await factory.make(seed);
    const scored = await scorePoster(poster, clocked, { editsOnly: options["edits-only"] });
    const { score } = scored;
    scores.push(score);
    appendFileSync(lines, `${JSON.stringify(score)}\n`);
    writeFileSync(join(STRIPS, `${seed}.png`), drawStrip(poster, scored));
    console.error(
      `${scores.length} ${seed} ${score.category} SSIM ${score.ssim?.toFixed(3) ?? score.failure} ${(score.timingsMs.total / 1000).toFixed(1)} s`,
    );
  }
  await factory.close();
  await ports.dispose();
  return scores;
}

async function writeSheets(scores: readonly Score[]): Promise<void> {
  const perSheet = 12;
  const worst = worstFirst(scores);
  for (let from = 0; from < worst.length; from += perSheet) {
    const tiles: Tile[] = [];
    for (const { seed } of worst.slice(from, from + perSheet)) {
      const { data, info } = await sharp(readFileSync(join(STRIPS, `${seed}.png`)))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      tiles.push({ data: new Uint8Array(data), width: info.width, height: info.height });
    }
    const sheet = await contactSheet(tiles, { columns: 1, width: 1780, height: 214 });
    writeFileSync(join(OUT, `worst-${String(from / perSheet).padStart(2, "0")}.png`), sheet);
  }
}

/** What a reader must know to place the figures. */
function heading(all: readonly Score[]): string {
  const [{ model = "" } = {}] = cpus();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return [
    "# Text bench",
    "",
    `${new Date().toISOString().slice(0, 10)}, split \`${options.split}\`, ${all.length} posters, one at a time on ${cpus().length} cores (${model.trim()}), Node ${process.version}.`,
    `Made by \`npm run bench:text -- ${process.argv
      .slice(2)
      .filter((a) => a !== "--resume")
      .join(" ")}\`.`,
    `Commit ${commit}, load ${loadavg()[0].toFixed(1)}.`,
    "",
  ].join("\n");
}

mkdirSync(STRIPS, { recursive: true });
const scores = await run();
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
const tables = `${tablesOf(scores)}\nHighest memory of the bench's process, drawing and measuring of posters included: ${peak} MB. What the companion takes: \`npm run bench\`.\n`;
console.log(tables);
writeFileSync(join(OUT, "report.html"), reportPage(scores, tables));
await writeSheets(scores);
if (options.results !== undefined) writeFileSync(options.results, `${heading(scores)}\n${tables}`);
