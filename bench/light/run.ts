/**
 * How well the light operations do where the truth is known, and how long they take.
 *   node bench/light/run.ts [PART …] [--count N] [--times N] [--scenes N] [--seed N]
 * Without parts all run, and the tables replace those of RESULTS.md. `--count`: instructions fuzzed (10 000); `--times`: runs of each timed operation (3).
 * `--scenes`: random scenes of either sort (60), `--seed`: which (1).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { coloursIn } from "../../imaging/instruction/style/colour.ts";
import { separate } from "../../imaging/light/background/separate.ts";
import { editLight } from "../../imaging/light/edit-light.ts";
import type { LightContext } from "../../imaging/light/light-step.ts";
import { recolourObject } from "../../imaging/light/recolour/recolour-object.ts";
import { medianLab } from "../../imaging/light/recolour/repaint.ts";
import { parseHex, toCielab } from "../../imaging/raster/colour.ts";
import { deltaE2000Lab } from "../../imaging/raster/delta-e.ts";
import { createRaster, type Plane, type RasterImage } from "../../imaging/raster/raster.ts";
import { restorePlate } from "../../imaging/text/plate/restore-plate.ts";
import type { Operation } from "../../protocol/plan.ts";
import { grounds, SIZE } from "../plate/grounds.ts";
import type { Scene } from "./draw-scene.ts";
import { fuzzInstructions } from "./fuzz-instructions.ts";
import { randomScenes } from "./random-scenes.ts";
import { scenes } from "./scenes.ts";
import { timedOperations } from "./timed-operations.ts";

const given = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "10000" },
    times: { type: "string", default: "3" },
    scenes: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
  },
});
const COUNT = Number(given.values.count);
const TIMES = Number(given.values.times);
const SCENES = Number(given.values.scenes);
const SEED = Number(given.values.seed);

const context = (more: Partial<LightContext> = {}): LightContext => ({
  ports: { restorePlate, findTexts: async () => [], coloursIn: (words) => coloursIn(words), groundColour: () => undefined },
  references: [],
  seed: 1,
  signal: new AbortController().signal,
  ...more,
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const row = (...cells: readonly (string | number)[]): void => say(`| ${cells.join(" | ")} |`);
const head = (...cells: readonly string[]): void => {
  say("");
  row(...cells);
  row(...cells.map(() => "---"));
};

/** Flagged: refused, or with a confidence at which a person is asked to look. */
const REVIEW = 0.5;

function overlap(a: Plane, b: Plane): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    both += Math.min(a.data[i], b.data[i]);
    either += Math.max(a.data[i], b.data[i]);
  }
  return both / either;
}

function separation(all: readonly Scene[]): void {
  head("scene", "IoU", "confidence", "flagged");
  const [ious, flags, falseAlarms, missed]: [number[], boolean[], boolean[], string[]] = [[], [], [], []];
  for (const { name, image, alpha, wrongTool } of all) {
    const parts = separate(image);
    const iou = parts.ok ? overlap(parts.value.alpha, alpha) : 0;
    const flagged = !parts.ok || parts.value.confidence < REVIEW || parts.value.reasons.length > 0;
    (wrongTool ? flags : falseAlarms).push(flagged);
    if (!wrongTool) ious.push(iou);
    else if (!flagged) missed.push(`${name} (IoU ${iou.toFixed(3)})`);
    row(name, parts.ok ? iou.toFixed(4) : "refused", parts.ok ? parts.value.confidence.toFixed(2) : "", flagged ? "yes" : "");
  }
  const share = (list: readonly boolean[]): string => `${list.filter(Boolean).length} of ${list.length}`;
  say("");
  say(
    `Plain and soft: IoU least ${Math.min(...ious).toFixed(4)}, median ${median(ious).toFixed(4)}; flagged ${share(falseAlarms)}. Wrong tool: flagged ${share(flags)}${missed.length > 0 ? `; not flagged: ${missed.join(", ")}` : ""}.`,
  );
}

/** A cut this good is right, whatever the scene was meant to show. */
const RIGHT = 0.97;

interface Tally {
  count: number;
  right: number;
  wrong: number;
  wrongFlagged: number;
  rightFlagged: number;
}

/** Random scenes: how many cuts are wrong and say so, and how many right ones are doubted. */
function unseen(all: readonly Scene[]): void {
  head("kind", "scenes", "cut right", "of these flagged", "cut wrong or refused", "of these flagged");
  const kinds = new Map<string, Tally>();
  const sums = { wrong: 0, wrongFlagged: 0, fine: 0, fineFlagged: 0 };
  for (const { name, image, alpha, wrongTool } of all) {
    const kind = name.replace(/ \d+$/, "");
    const tally = kinds.get(kind) ?? { count: 0, right: 0, wrong: 0, wrongFlagged: 0, rightFlagged: 0 };
    kinds.set(kind, tally);
    const parts = separate(image);
    const flagged = !parts.ok || parts.value.confidence < REVIEW || parts.value.reasons.length > 0 ? 1 : 0;
    const right = parts.ok && overlap(parts.value.alpha, alpha) >= RIGHT;
    tally.count++;
    tally[right ? "right" : "wrong"]++;
    tally[right ? "rightFlagged" : "wrongFlagged"] += flagged;
    if (!right) [sums.wrong, sums.wrongFlagged] = [sums.wrong + 1, sums.wrongFlagged + flagged];
    if (!wrongTool) [sums.fine, sums.fineFlagged] = [sums.fine + 1, sums.fineFlagged + flagged];
  }
  for (const [kind, t] of kinds) row(kind, t.count, t.right, t.rightFlagged, t.wrong, t.wrongFlagged);
  say("");
  say(
    `Random scenes, seed ${SEED}: wrong cuts flagged ${sums.wrongFlagged} of ${sums.wrong}; fine scenes flagged ${sums.fineFlagged} of ${sums.fine}.`,
  );
}

function recolouring(all: readonly Scene[]): void {
  head("wanted", "ΔE00 median", "ΔE00 worst", "scenes");
  for (const colour of ["#1e5fbf", "#c0392b", "#f5f5dc", "#ffc0cb"]) {
    const off = all
      .filter((s) => !s.wrongTool)
      .flatMap(({ image, alpha }) => {
        const done = recolourObject(image, { kind: "object.recolour", style: { colour } }, context());
        const reached = done.ok ? medianLab(done.value.image, alpha) : undefined;
        return reached === undefined ? [] : [deltaE2000Lab(reached, toCielab(parseHex(colour) ?? [0, 0, 0]))];
      });
    row(colour, median(off).toFixed(2), Math.max(...off).toFixed(2), off.length);
  }
}

/** A disc and two bars, 84×40, as logos are. */
function isMarked(x: number, y: number): boolean {
  return Math.hypot(x - 20, y - 20) < 18 || (x > 46 && x < 84 && ((y > 6 && y < 15) || (y > 22 && y < 33)));
}

async function removal(): Promise<void> {
  head("ground", "PSNR dB by corner", "confidence", "PSNR dB by box", "confidence");
  const at = { x: SIZE.width - 84 - 22, y: SIZE.height - 40 - 20 };
  for (const [name, rgb] of grounds()) {
    const truth = createRaster(SIZE.width, SIZE.height);
    for (let i = 0; i < SIZE.width * SIZE.height; i++) truth.data.set([rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2], 255], i * 4);
    const marked: RasterImage = { ...truth, data: Uint8ClampedArray.from(truth.data) };
    const ink: number[] = [];
    for (let i = 0; i < SIZE.width * SIZE.height; i++) {
      const [x, y] = [(i % SIZE.width) - at.x, Math.floor(i / SIZE.width) - at.y];
      if (!isMarked(x, y)) continue;
      ink.push(i);
      marked.data.set(i % 3 === 0 ? [12, 14, 18] : [10, 10, 14], i * 4);
    }
    const score = async (operation: Partial<Operation>, more: Partial<LightContext>): Promise<readonly [string, string]> => {
      const done = await editLight(marked, [{ kind: "object.remove", ...operation }], context(more));
      if (!done.ok) return ["refused", ""];
      const error =
        ink.reduce((s, i) => s + [0, 1, 2].reduce((e, c) => e + (done.value.image.data[i * 4 + c] - truth.data[i * 4 + c]) ** 2, 0), 0) /
        (ink.length * 3);
      return [error === 0 ? "99.0" : (10 * Math.log10(65025 / error)).toFixed(1), done.value.confidence.toFixed(2)];
    };
    const corner = await score({ target: "logo", where: "bottom-right" }, {});
    const boxed = await score({ target: "thing" }, { region: { x: at.x - 12, y: at.y - 10, width: 108, height: 60 } });
    row(name, ...corner, ...boxed);
  }
}

/** Wall-clock of one run at a time, warm: the first run of each operation is not counted. */
async function timings(): Promise<void> {
  head("operation at 1024²", `wall ms, median of ${TIMES}`, "CPU ms");
  for (const { name, image, operation, more } of timedOperations()) {
    const [wall, cpu]: [number[], number[]] = [[], []];
    for (let k = 0; k <= TIMES; k++) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      await editLight(image, [operation], context(more));
      const { user, system } = process.cpuUsage(used);
      if (k === 0) continue;
      wall.push(performance.now() - start);
      cpu.push((user + system) / 1000);
    }
    row(name, Math.round(median(wall)), Math.round(median(cpu)));
  }
}

function fuzz(): void {
  const { crashes, medianMs, p99Ms } = fuzzInstructions(COUNT);
  head("instructions fuzzed", "crashes", "median ms", "p99 ms");
  row(COUNT, crashes, medianMs.toFixed(3), p99Ms.toFixed(2));
}

const PARTS: Readonly<Record<string, () => Promise<void> | void>> = {
  separation: () => separation(scenes(480)),
  unseen: () => unseen(randomScenes(480, SCENES, SEED)),
  recolouring: () => recolouring(scenes(480)),
  removal,
  timings,
  fuzz,
};

/** Tables of RESULTS.md begin here; what stands above is written by hand. */
const MEASURED = "## Measured";

function writeResults(): void {
  const file = new URL("./RESULTS.md", import.meta.url);
  const [written] = readFileSync(file, "utf8").split(MEASURED);
  const machine = `${new Date().toISOString().slice(0, 10)} · ${process.platform} ${process.arch}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} · Node ${process.versions.node}`;
  writeFileSync(
    file,
    `${written}${MEASURED}\n\n${machine} · ${COUNT} instructions, ${TIMES} runs of each operation\n${lines.join("\n")}\n`,
  );
}

const named = given.positionals;
for (const name of named.length > 0 ? named : Object.keys(PARTS)) await PARTS[name]?.();
if (named.length === 0) writeResults();
