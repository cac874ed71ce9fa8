import type { Score } from "../measure/score.ts";
import { calibration } from "./calibration.ts";
import { number, ratio, table } from "./markdown.ts";
import { median, quantile } from "./statistics.ts";
import { NOTES, targetsOf } from "./targets.ts";

type Column = readonly [string, (scores: readonly Score[]) => string];
const COLUMNS: readonly Column[] = [
  ["n", (s) => String(s.length)],
  ["found", (s) => ratio(s.map((x) => x.found))],
  ["OCR exact", (s) => ratio(s.map((x) => x.ocrExact))],
  ["edited", (s) => ratio(s.map((x) => x.failure === undefined))],
  ["reads", (s) => ratio(s.map((x) => x.readsWanted))],
  ["or as truth", (s) => ratio(s.map((x) => x.readsAsTruth))],
  ["outside ≠", (s) => String(s.reduce((sum, x) => sum + x.outsideChanged, 0))],
  ["SSIM med", (s) => number(median(s.map((x) => x.ssim)), 3)],
  [
    "SSIM p10",
    (s) =>
      number(
        quantile(
          s.map((x) => x.ssim),
          0.1,
        ),
        3,
      ),
  ],
  ["strict med", (s) => number(median(s.map((x) => x.strictSsim)), 3)],
  ["placed SSIM", (s) => number(median(s.map((x) => x.placedSsim)), 3)],
  ["shift px", (s) => number(median(s.map((x) => x.shift)), 1)],
  ["PSNR", (s) => number(median(s.map((x) => x.psnr)), 1)],
  ["family", (s) => ratio(s.map((x) => x.familyRight))],
  ["+weight", (s) => ratio(s.map((x) => x.weightRight))],
  ["size % med", (s) => number(median(s.map((x) => x.sizeError)), 2)],
  ["angle ° med", (s) => number(median(s.map((x) => x.angleError)), 2)],
  ["ΔE00 med", (s) => number(median(s.map((x) => x.fillError)), 2)],
  ["opacity off", (s) => number(median(s.map((x) => x.opacityError)), 1)],
  ["plate dB", (s) => number(median(s.map((x) => x.platePsnr)), 1)],
  ["bound", (s) => number(median(s.map((x) => x.plateBound)), 1)],
  ["texture", (s) => number(median(s.map((x) => x.textureRatio)), 2)],
  ["matte IoU", (s) => number(median(s.map((x) => x.matteIou)), 3)],
  ["recon.", (s) => number(median(s.map((x) => x.reconstruction)), 3)],
];

function grouped(scores: readonly Score[], name: string, keyOf: (score: Score) => string): string {
  const keys = [...new Set(scores.map(keyOf))].sort();
  const line = (title: string, group: readonly Score[]): string[] => [title, ...COLUMNS.map(([, figure]) => figure(group))];
  const rows = keys.map((key) =>
    line(
      key,
      scores.filter((s) => keyOf(s) === key),
    ),
  );
  return table([name, ...COLUMNS.map(([title]) => title)], [...rows, line("**all**", scores)]);
}

function timings(scores: readonly Score[]): string {
  const stages = [...new Set(scores.flatMap((s) => Object.keys(s.timingsMs)))];
  const of = (stage: string) => scores.map((s) => s.timingsMs[stage]);
  return table(
    ["ms", ...stages],
    [
      ["median", ...stages.map((s) => number(median(of(s)), 0))],
      ["p95", ...stages.map((s) => number(quantile(of(s), 0.95), 0))],
    ],
  );
}

/** All tables as Markdown. */
export function tablesOf(scores: readonly Score[]): string {
  const known = scores.filter((s) => s.inLibrary);
  const unknown = scores.filter((s) => !s.inLibrary);
  const failures = scores.filter((s) => s.failure !== undefined).map((s) => `${s.seed} ${s.category}: ${s.failure}`);
  return [
    NOTES,
    "",
    targetsOf(scores),
    "",
    "## By category",
    "",
    grouped(scores, "category", (s) => s.category),
    "",
    "## By font",
    "",
    grouped([...known, ...unknown], "font", (s) => (s.inLibrary ? "in library" : "not in library")),
    "",
    "## By renderer",
    "",
    grouped(scores, "renderer", (s) => s.renderer),
    "",
    "## By file",
    "",
    grouped(scores, "file", (s) => s.format),
    "",
    "## By script",
    "",
    grouped(scores, "script", (s) => (/\p{Script=Han}/u.test(s.original + s.wanted) ? "Chinese" : "Latin")),
    "",
    "## By size",
    "",
    grouped(scores, "px", (s) => (s.sizePx < 22 ? "14–22" : s.sizePx < 48 ? "22–48" : s.sizePx < 96 ? "48–96" : "96–")),
    "",
    "## Confidence",
    "",
    calibration(scores),
    "",
    "## Time",
    "",
    timings(scores),
    "",
    `Whole edit over finding alone, median of the posters: ${number(median(scores.map((s) => s.timingsMs.total / s.timingsMs.find)), 1)}. Times are those of a shared machine.`,
    "",
    ...(failures.length > 0 ? ["## Not edited", "", ...failures.map((f) => `- ${f}`), ""] : []),
  ].join("\n");
}
