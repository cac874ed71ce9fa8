import { editDistance } from "../../../imaging/quality/read-back.ts";
import { plain } from "../measure/reading.ts";
import type { Score } from "../measure/score.ts";
import { number, ratio, table } from "./markdown.ts";
import { PLATE_ROWS } from "./plate-targets.ts";
import { median, quantile } from "./statistics.ts";

/** Likeness a result must have where the engine says it is sure, and below which it is bad. */
export const GOOD = 0.9;
export const BAD = 0.75;
/** Confidence from which the engine calls itself sure. */
export const SURE_FROM = 0.95;

type Row = readonly [string, string, (scores: readonly Score[]) => string];
const known = (scores: readonly Score[]) => scores.filter((s) => s.inLibrary);
const done = (scores: readonly Score[]) => scores.filter((s) => s.ssim !== undefined);
const flagged = (s: Score): boolean => s.reasons.length > 0;
const medianAndTenth = (values: readonly (number | undefined)[]): string =>
  `${number(median(values), 3)} / ${number(quantile(values, 0.1), 3)}`;
const seconds = (ms: number | undefined): string => number(ms === undefined ? undefined : ms / 1000, 1);

/** CIEDE2000 below which a letter is taken to be lost in its ground for anybody. */
const LOST = 8;
const legible = (scores: readonly Score[]) => scores.filter((s) => (s.contrast ?? Infinity) >= LOST);

/** Wrong, missing and added characters of the lines over their own; spaces and forms of width do not count, a line not found is missing whole. */
function errorRate(scores: readonly Score[]): string {
  const wrong = scores.map((s) => editDistance(plain(s.found ? s.ocr : ""), plain(s.original)));
  const all = scores.map((s) => [...plain(s.original)].length);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return `${number((100 * sum(wrong)) / sum(all), 1)} %`;
}

const readingOf = (s: readonly Score[]): string =>
  [s.map((x) => x.found), s.map((x) => x.ocrExact), s.map((x) => x.readsAsTruth)].map(ratio).join(", ");

const ROWS: readonly Row[] = [
  ["line found", "≥ 98 %", (s) => ratio(s.map((x) => x.found))],
  ["line-exact OCR", "≥ 95 %", (s) => ratio(s.map((x) => x.ocrExact))],
  ["… wrong characters (CER)", "≤ 1.5 %", errorRate],
  ["result reads as wanted", "≥ 97 %", (s) => ratio(s.map((x) => x.readsWanted))],
  ["… found and read afresh in the whole picture", "", (s) => ratio(s.map((x) => x.readsAfresh ?? x.readsWanted))],
  ["… or reads just as the truth itself does", "≥ 97 %", (s) => ratio(s.map((x) => x.readsAsTruth))],
  [
    `found, OCR exact, reads (or as the truth) where each letter stands off its ground (ΔE00 ≥ ${LOST})`,
    "≥ 98, 95, 97 %",
    (s) => readingOf(legible(s)),
  ],
  ["pixels outside the mask", "0", (s) => String(s.reduce((sum, x) => sum + x.outsideChanged, 0))],
  ["font in library, SSIM median / p10, nearest right place", "≥ 0.97 / 0.92", (s) => medianAndTenth(known(s).map((x) => x.ssim))],
  ["… strict: the drawn place alone", "", (s) => medianAndTenth(known(s).map((x) => x.strictSsim))],
  [
    "size error %, angle °, ΔE00 (medians)",
    "≤ 1, 0.2, 2",
    (s) =>
      [s.map((x) => x.sizeError), s.map((x) => x.angleError), known(s).map((x) => x.fillError)].map((v) => number(median(v), 2)).join(", "),
  ],
  ["font not in library, SSIM median", "≥ 0.65", (s) => number(median(s.filter((x) => !x.inLibrary).map((x) => x.ssim)), 3)],
  ["glyph-mask IoU, median", "≥ 0.92", (s) => number(median(s.map((x) => x.matteIou)), 3)],
  ...PLATE_ROWS,
  [
    "alignment taken as laid out, where a neighbour shows it",
    "",
    (s) =>
      ratio(
        done(s)
          .filter((x) => x.anchorShows)
          .map(alignedRightly),
      ),
  ],
  [
    `bad results (SSIM < ${BAD}) flagged`,
    "≥ 90 %",
    (s) =>
      ratio(
        done(s)
          .filter((x) => (x.ssim ?? 0) < BAD)
          .map(flagged),
      ),
  ],
  [
    `false alarms (flagged though SSIM ≥ ${GOOD})`,
    "≤ 10 %",
    (s) =>
      ratio(
        done(s)
          .filter((x) => (x.ssim ?? 0) >= GOOD)
          .map(flagged),
      ),
  ],
  [
    `SSIM ≥ ${GOOD} at confidence ≥ ${SURE_FROM}`,
    "≥ 95 %",
    (s) =>
      ratio(
        done(s)
          .filter((x) => (x.confidence ?? 0) >= SURE_FROM)
          .map((x) => (x.ssim ?? 0) >= GOOD),
      ),
  ],
  [
    "end to end, s, p50 / p95",
    "≤ 1.5 / 4",
    (s) =>
      [0.5, 0.95]
        .map((q) =>
          seconds(
            quantile(
              s.map((x) => x.timingsMs.total),
              q,
            ),
          ),
        )
        .join(" / "),
  ],
  [
    "whole edit over bare inference (networks reading the picture), median",
    "≤ 2.5",
    (s) => number(median(s.filter((x) => x.timingsMs.onnx > 0).map((x) => x.timingsMs.total / x.timingsMs.onnx)), 2),
  ],
];

/** The line hangs as its poster was laid out; columns hang from their top. */
const alignedRightly = (s: Score): boolean => s.gotAlign === s.anchor || s.category === "vertical";

/** What is wanted of the engine and what was reached. */
export const targetsOf = (scores: readonly Score[]): string =>
  table(
    ["target", "wanted", `reached (${scores.length} posters)`],
    ROWS.map(([title, wanted, figure]) => [title, wanted, figure(scores)]),
  );

/** What a reader must know to place the figures. */
export const NOTES = `Where the wanted string may stand: a reconstruction cannot know an alignment that nothing in the picture shows. Where no other line is
so much longer or shorter that a shared edge or middle can be told (edges at least 0.15 em apart), left, middle and right are all right; and
where characters stay, the line may stand where they stood, if that is within 0.05 em of its alignment. Every such place is drawn as a truth of
its own and the nearest counts; the strict figure beside it knows only the place the poster was drawn with. "placed SSIM" is SSIM once the
result is moved to where that truth has it (at most 8 px), "shift" how far: they tell a wrong place from a wrong look. A result "reads as wanted"
where the string is found and read in the whole picture or, its place being known, in the stretch the poster has it on, levelled and seen straight on, in
most of three cuts; "as the truth" where the reader makes of it just what it makes of the truth there (faces and signs it does not know). Plate figures come from erasing
the same string, where the ground or an effect is the question; "bound" is what the same ground with other grain scores: no plate that looks as
grainy can be nearer (on wood and noise only the finest of the pattern counts as grain; nobody could foresee the rest either). Size, family and weight only where the library has the font; a face of the same
drawings (Arimo for Liberation Sans) counts as right. Readers and plates of others on the same posters: [RESULTS-peers.md](RESULTS-peers.md).`;
