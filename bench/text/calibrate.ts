/**
 * Finds the weights by which the light engine tells how sure it is, from scored dev posters, and writes imaging/instant/sureness-table.ts.
 *   npm run bench:text -- --split dev --edits-only --count 96
 *   npm run bench:text -- --split dev --edits-only --count 72 --worn
 *   node bench/text/calibrate.ts [--scores bench/text/out/dev.jsonl,bench/text/out/dev-worn.jsonl] [--from SEED] [--to SEED] [--dry]
 * `--dry` only prints how the table as it stands does on those posters: on seeds it was not made from. Printed in any case: two-fold, each
 * half of the posters told by weights from the other half.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Calibration, DOUBTS } from "../../imaging/instant/calibration.ts";
import type { Evidence } from "../../imaging/instant/evidence.ts";
import { besidesLook, doubtsOf, surenessOf } from "../../imaging/instant/sureness.ts";
import { CALIBRATION } from "../../imaging/instant/sureness-table.ts";
import type { Score } from "./measure/score.ts";
import { fitLogistic } from "./report/logistic.ts";
import { BAD, GOOD, SURE_FROM } from "./report/targets.ts";

const { values } = parseArgs({
  options: {
    scores: { type: "string", default: ["dev", "dev-worn"].map((name) => join(import.meta.dirname, "out", `${name}.jsonl`)).join(",") },
    from: { type: "string", default: "0" },
    to: { type: "string", default: "1e9" },
    dry: { type: "boolean", default: false },
  },
});

interface Row {
  readonly seed: number;
  readonly ssim: number;
  readonly evidence: Evidence;
}

function rowsOf(): readonly Row[] {
  const scores = values.scores.split(",").flatMap((path) =>
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Score),
  );
  return scores
    .flatMap(({ seed, ssim, evidence }) => (ssim !== undefined && evidence ? [{ seed, ssim, evidence }] : []))
    .filter(({ seed }) => seed >= Number(values.from) && seed < Number(values.to));
}

/** Flagged share of good results that is put up with: less than what is allowed, for other posters are other posters. */
const FALSE_ALARMS = 0.04;

/** The highest bar that still asks about no more good results than that. */
function reviewBar(rows: readonly Row[], rule: Calibration): number {
  const good = rows.filter((r) => r.ssim >= GOOD).map((r) => surenessOf({ ...r.evidence, reads: "wanted" }, rule));
  const sorted = [...good].sort((a, b) => a - b);
  const bar = sorted[Math.floor(FALSE_ALARMS * sorted.length)] ?? 0.5;
  return Math.floor(Math.min(0.9, bar) * 100) / 100;
}

/** Below this share left by what else is known, a result may be bad though it looks as the original does: it teaches nothing of looks. */
const BY_LOOK = 0.9;

function calibrated(rows: readonly Row[]): Calibration {
  const told = rows.filter(({ evidence }) => besidesLook({ ...evidence, reads: "wanted" }) >= BY_LOOK);
  const samples = told.map(({ ssim, evidence }) => {
    const doubts = doubtsOf(evidence);
    return { doubts: DOUBTS.map((name) => doubts[name]), good: ssim >= GOOD };
  });
  const { start, weights } = fitLogistic(samples);
  const rounded = (v: number): number => Math.round(v * 100) / 100;
  const named = Object.fromEntries(DOUBTS.map((name, k) => [name, rounded(weights[k])])) as unknown as Calibration["weights"];
  const rule: Calibration = { start: rounded(start), weights: named, review: 0 };
  return { ...rule, review: reviewBar(rows, rule) };
}

interface Judged extends Row {
  readonly sure: number;
  readonly flagged: boolean;
}

const judged = (rows: readonly Row[], rule: Calibration): readonly Judged[] =>
  rows.map((r) => {
    const look = surenessOf({ ...r.evidence, reads: "wanted" }, rule);
    return { ...r, sure: surenessOf(r.evidence, rule), flagged: look < rule.review || r.evidence.reads === "differs" };
  });

/** Each half judged by what the other taught. */
function twoFold(rows: readonly Row[]): readonly Judged[] {
  const half = (odd: number): readonly Row[] => rows.filter((_, i) => i % 2 === odd);
  return [0, 1].flatMap((odd) => judged(half(odd), calibrated(half(1 - odd))));
}

function told(rows: readonly Judged[]): string {
  const [good, bad] = [rows.filter((r) => r.ssim >= GOOD), rows.filter((r) => r.ssim < BAD)];
  const ratio = (of: readonly Judged[], is: (r: Judged) => boolean): string => `${of.filter(is).length}/${of.length}`;
  const steps = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
  return [
    `${rows.length} posters, seeds ${Math.min(...rows.map((r) => r.seed))} to ${Math.max(...rows.map((r) => r.seed))}`,
    `bad (SSIM < ${BAD}) flagged ${ratio(bad, (r) => r.flagged)} · false alarms ${ratio(good, (r) => r.flagged)} · SSIM ≥ ${GOOD} at sureness ≥ ${SURE_FROM}: ${ratio(
      rows.filter((r) => r.sure >= SURE_FROM),
      (r) => r.ssim >= GOOD,
    )}`,
    ...steps.slice(1).map((high, k) => {
      const inside = rows.filter((r) => r.sure >= steps[k] && r.sure < high);
      return `sureness ${steps[k]}–${Math.min(1, high)}: good ${ratio(inside, (r) => r.ssim >= GOOD)}`;
    }),
    `bad and not flagged: ${
      bad
        .filter((r) => !r.flagged)
        .map((r) => `${r.seed} (SSIM ${r.ssim.toFixed(2)}, ${r.sure.toFixed(2)})`)
        .join(", ") || "none"
    }`,
    `good and flagged: ${
      good
        .filter((r) => r.flagged)
        .map((r) => `${r.seed} (SSIM ${r.ssim.toFixed(2)}, ${r.sure.toFixed(2)})`)
        .join(", ") || "none"
    }`,
  ].join("\n");
}

const rows = rowsOf();
const rule = values.dry ? CALIBRATION : calibrated(rows);
console.log(`${JSON.stringify(rule)}\n${told(judged(rows, rule))}`);
if (!values.dry) {
  console.log(`\nTwo-fold:\n${told(twoFold(rows))}`);
  const path = join(import.meta.dirname, "..", "..", "imaging", "instant", "sureness-table.ts");
  const weights = DOUBTS.map((name) => `    ${name}: ${rule.weights[name]},`).join("\n");
  writeFileSync(
    path,
    `import type { Calibration } from "./calibration.ts";

/** Written by bench/text/calibrate.ts from ${rows.length} dev posters. */
export const CALIBRATION: Calibration = {
  start: ${rule.start},
  weights: {
${weights}
  },
  review: ${rule.review},
};
`,
  );
}
