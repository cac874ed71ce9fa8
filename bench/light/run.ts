/**
 * How well the light operations do where the truth is known, and how long they take.
 *   node bench/light/run.ts     prints the tables of bench/light/RESULTS.md
 */
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
import { type Scene, scenes } from "./scenes.ts";

const context = (more: Partial<LightContext> = {}): LightContext => ({
  ports: { restorePlate, findTexts: async () => [], coloursIn: (words) => coloursIn(words) },
  references: [],
  seed: 1,
  signal: new AbortController().signal,
  ...more,
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(" | ")} |`);
const head = (...cells: readonly string[]): void => {
  console.log("");
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
  const [ious, flags, falseAlarms]: [number[], boolean[], boolean[]] = [[], [], []];
  for (const { name, image, alpha, wrongTool } of all) {
    const parts = separate(image);
    const iou = parts.ok ? overlap(parts.value.alpha, alpha) : 0;
    const flagged = !parts.ok || parts.value.confidence < REVIEW || parts.value.reasons.length > 0;
    (wrongTool ? flags : falseAlarms).push(flagged);
    if (!wrongTool) ious.push(iou);
    row(name, parts.ok ? iou.toFixed(4) : "refused", parts.ok ? parts.value.confidence.toFixed(2) : "", flagged ? "yes" : "");
  }
  const share = (list: readonly boolean[]): string => `${list.filter(Boolean).length} of ${list.length}`;
  console.log(
    `\nPlain and soft: IoU least ${Math.min(...ious).toFixed(4)}, median ${median(ious).toFixed(4)}; flagged ${share(falseAlarms)}. Wrong tool: flagged ${share(flags)}.`,
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

async function timings(): Promise<void> {
  const image = scenes(1024)[16].image;
  const region = { x: 200, y: 200, width: 640, height: 700 };
  const logo = scenes(256)[0].image;
  const runs: readonly (readonly [string, Operation, Partial<LightContext>?])[] = [
    ["tone.adjust brightness", { kind: "tone.adjust", value: "brightness +20%" }],
    ["tone.adjust vintage", { kind: "tone.adjust", value: "vintage" }],
    ["tone.adjust blur background", { kind: "tone.adjust", value: "blur +20%", target: "background" }],
    ["border.add neon", { kind: "border.add", value: "neon" }],
    ["image.add", { kind: "image.add", where: "bottom-right" }, { references: [logo] }],
    ["object.recolour subject", { kind: "object.recolour", style: { colour: "#1e5fbf" } }],
    ["object.recolour box", { kind: "object.recolour", style: { colour: "#1e5fbf" } }, { region }],
    ["object.remove box", { kind: "object.remove" }, { region: { x: 60, y: 60, width: 90, height: 60 } }],
    ["background.recolour", { kind: "background.recolour", style: { colour: "#ffcc66" } }],
    ["background.remove", { kind: "background.remove" }],
    ["query colours", { kind: "query", target: "colours" }],
  ];
  head("operation at 1024²", "CPU ms, best of 3");
  for (const [name, operation, more] of runs) {
    const times: number[] = [];
    for (let k = 0; k < 3; k++) {
      const start = process.cpuUsage();
      await editLight(image, [operation], context(more));
      const used = process.cpuUsage(start);
      times.push((used.user + used.system) / 1000);
    }
    row(name, Math.round(Math.min(...times)));
  }
}

const PARTS: Readonly<Record<string, () => Promise<void> | void>> = {
  separation: () => separation(scenes(480)),
  recolouring: () => recolouring(scenes(480)),
  removal,
  timings,
};

/** All parts, or those named: `node bench/light/run.ts removal timings`. */
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(PARTS)) await PARTS[name]?.();
