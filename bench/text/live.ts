/**
 * What a live text is worth: the description an edit hands to the design tool, set anew over the cleared picture, beside the pixels the same edit paints.
 *   node bench/text/live.ts [--split dev] [--count 24] [--only CATEGORIES] [--seed N] [--photos FOLDER] [--worn] [--results FILE.md]
 * Both are compared where the edit painted; the description knows nothing of the picture's own blur, which a design tool would not draw either. Strips
 * go to out/live/: source, pixels of the edit, description set anew, the two's difference.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { editTexts } from "../../imaging/instant/edit-texts.ts";
import { drawStyle } from "../../imaging/instant/live-text.ts";
import type { ImagingPorts } from "../../imaging/ports.ts";
import { boundsOfMask, cropFloat, growRect } from "../../imaging/raster/crop.ts";
import type { FloatImage, RasterImage } from "../../imaging/raster/raster.ts";
import { ssim } from "../../imaging/raster/ssim.ts";
import { rulerOf } from "../../imaging/text/ruler.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { TextStyle } from "../../protocol/text-style.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { resultsHead } from "../results-head.ts";
import { createPosterFactory } from "./generate/poster-factory.ts";
import type { Category, Poster } from "./generate/poster-spec.ts";
import { portsFor } from "./measure/hold-out.ts";
import { contactSheet } from "./report/contact-sheet.ts";
import { number, table } from "./report/markdown.ts";
import { median, quantile } from "./report/statistics.ts";
import { chosenSeeds } from "./seeds.ts";

/** Looks a description has to carry over. */
const LOOKS = "gradient-fill,per-character,outline,shadow,glow,rotation,shear,vertical,paragraph,tracking,opacity";
/** Likeness from which the two are taken for the same. */
const SAME = 0.95;

const { values: options } = parseArgs({
  options: {
    split: { type: "string", default: "dev" },
    count: { type: "string", default: "24" },
    only: { type: "string", default: LOOKS },
    seed: { type: "string" },
    photos: { type: "string" },
    worn: { type: "boolean", default: false },
    results: { type: "string" },
  },
});
const STRIPS = join(import.meta.dirname, "out", "live");

interface RoundTrip {
  readonly seed: number;
  readonly category: Category;
  /** Likeness of the description set anew to the edit's pixels, and to what the poster's maker would have drawn; absent where one failed. */
  readonly likeness?: number;
  readonly toTruth?: number;
  readonly editToTruth?: number;
  /** The description says that it leaves the line's bend out. */
  readonly bent: boolean;
  readonly note: string;
}

type Edited = Awaited<ReturnType<typeof editTexts>>;

/** The string replaced as pixels, or cleared away with its description left to the canvas. */
const edited = (ports: ImagingPorts, { source, original, spec }: Poster, live: boolean): Promise<Edited> => {
  const operation = { kind: "text.replace" as const, text: { from: original, to: spec.wanted }, ...(live ? { live: true as const } : {}) };
  return editTexts(ports, { source, operations: [operation], seed: 1 }, { signal: new AbortController().signal });
};

/** In short, for the list. */
function looksOf(style: TextStyle): string {
  const { outline, shadow, opacity, fill } = style;
  const parts = [
    fill.kind === "linear" ? `gradient of ${fill.stops.length}` : fill.kind,
    outline ? `outline ${outline.widthPx}` : "",
    shadow ? `shadow ${shadow.dx} ${shadow.dy} σ ${shadow.blurPx} × ${shadow.times ?? 1}` : "",
    opacity < 1 ? `opacity ${opacity}` : "",
    style.vertical ? "vertical" : "",
    style.lineHeightPx === undefined ? "" : "several lines",
  ];
  return parts.filter((p) => p !== "").join(", ");
}

const rounded = ({ width, height, data }: FloatImage): RasterImage => {
  const out = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) out.set([data[i * 3], data[i * 3 + 1], data[i * 3 + 2], 255], i * 4);
  return { width, height, data: out };
};

const difference = (a: FloatImage, b: FloatImage): FloatImage => ({ ...a, data: a.data.map((v, i) => 3 * Math.abs(v - b.data[i])) });

async function roundTrip(shared: ImagingPorts, poster: Poster): Promise<RoundTrip> {
  const { seed, category, heldOut } = poster.spec;
  const ports = portsFor(shared, heldOut);
  const [pixels, cleared] = [await edited(ports, poster, false), await edited(ports, poster, true)];
  const failed = (note: string): RoundTrip => ({ seed, category, bent: false, note });
  if (!pixels.ok || !cleared.ok) return failed(pixels.ok ? (cleared.ok ? "" : cleared.error.code) : pixels.error.code);
  const whole = { x: 0, y: 0, width: poster.source.width, height: poster.source.height };
  const [report] = cleared.value.texts;
  const text = report.lines?.join("\n") ?? poster.spec.wanted;
  const ground = cropFloat(cleared.value.image, whole);
  const drawn = drawStyle({ fonts: ports.fonts, ruler: rulerOf(ports.type) }, ground, { style: report.style, text });
  const around = boundsOfMask(pixels.value.mask);
  if (!drawn || !around) return failed("no description");
  const rect = growRect(around, 8, poster.source);
  const [set, painted, truth] = [cropFloat(rounded(drawn), rect), cropFloat(pixels.value.image, rect), cropFloat(poster.truth, rect)];
  const tiles = [cropFloat(poster.source, rect), painted, set, difference(painted, set)].map(rounded);
  writeFileSync(join(STRIPS, `${seed}.png`), await contactSheet(tiles, { columns: 2, width: 640, height: 240 }));
  return {
    seed,
    category,
    likeness: ssim(set, painted),
    toTruth: ssim(set, truth),
    editToTruth: ssim(painted, truth),
    bent: report.style.bent === true,
    note: looksOf(report.style),
  };
}

function tableOf(all: readonly RoundTrip[]): string {
  const groups = [...[...Map.groupBy(all, (r) => r.category)], ["**all**", all] as const];
  const rows = groups.map(([name, part]) => {
    const likeness = part.map((r) => r.likeness);
    return [
      name,
      String(part.length),
      `${part.filter((r) => (r.likeness ?? 0) >= SAME).length}/${part.length}`,
      number(median(likeness), 3),
      number(quantile(likeness, 0.1), 3),
      number(median(part.map((r) => r.toTruth)), 3),
      number(median(part.map((r) => r.editToTruth)), 3),
    ];
  });
  const head = ["look", "n", `same (≥ ${SAME})`, "likeness, median", "p10", "description to truth", "pixels to truth"];
  const short = all.filter((r) => (r.likeness ?? 0) < SAME);
  const list = short.map((r) => `- ${r.seed} ${r.category} ${number(r.likeness, 3)}${r.bent ? ", bent" : ""}: ${r.note}`);
  return [table(head, rows), "", ...list].join("\n");
}

mkdirSync(STRIPS, { recursive: true });
const factory = await createPosterFactory({
  folder: join(import.meta.dirname, "out"),
  chromium: findChromium(),
  photos: options.photos,
  worn: options.worn,
});
const ports = createImagingPorts();
const all: RoundTrip[] = [];
for (const seed of chosenSeeds(options)) {
  const one = await roundTrip(ports, await factory.make(seed));
  all.push(one);
  console.error(`${all.length} ${seed} ${one.category} ${number(one.likeness, 3)} ${one.note}`);
}
await factory.close();
await ports.dispose();
const command = `node bench/text/live.ts ${process.argv.slice(2).join(" ")}`.trim();
const page = `# Live text\n\n${resultsHead(command, `split \`${options.split}\`, ${all.length} posters`)}\n\n${tableOf(all)}\n`;
console.log(page);
if (options.results !== undefined) writeFileSync(options.results, page);
