/**
 * Measures the guarantees of the door in full and writes them to RESULTS.md:
 *   npm run test:security                              everything
 *   npm run test:security -- fuzz flood                some of it
 *   npm run test:security -- fuzz --count 5000         with another count
 *   npm run test:security -- corpus --folder DIR       pictures from a folder of your own
 */
import { parseArgs } from "node:util";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { holds } from "./harness/measurement.ts";
import { recordResults } from "./harness/record-results.ts";
import { MEASUREMENTS } from "./measurements.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, folder: { type: "string" }, "no-record": { type: "boolean" } },
});

const chosen = positionals.length === 0 ? MEASUREMENTS : MEASUREMENTS.filter(({ name }) => positionals.includes(name));
if (chosen.length === 0) {
  process.stderr.write(`There is none of these: ${MEASUREMENTS.map(({ name }) => name).join(", ")}.\n`);
  process.exit(2);
}

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(3));
const bound = ({ atMost, atLeast }: Figure): string =>
  [...(atLeast === undefined ? [] : [`≥ ${shown(atLeast)}`]), ...(atMost === undefined ? [] : [`≤ ${shown(atMost)}`])].join(" ");

function tableOf(figures: readonly Figure[]): string[] {
  const rows = figures.map((f) => `| ${f.what} | ${shown(f.value)} ${f.unit ?? ""} | ${bound(f)} | ${holds(f) ? "yes" : "**no**"} |`);
  return ["| figure | measured | must be | holds |", "|---|---:|---:|---|", ...rows];
}

let failed = 0;
async function run(measurement: Measurement): Promise<void> {
  const count = values.count === undefined ? measurement.counts.full : Number(values.count);
  const figures = await measurement.measure({ count, folder: values.folder });
  const table = tableOf(figures);
  process.stdout.write(`\n${measurement.id} ${measurement.title} (count ${count})\n${table.join("\n")}\n`);
  failed += figures.filter((figure) => !holds(figure)).length;
  if (values["no-record"] !== true) recordResults({ measurement, count, table, folder: values.folder !== undefined });
}

for (const measurement of chosen) await run(measurement);
process.exit(failed === 0 ? 0 : 1);
