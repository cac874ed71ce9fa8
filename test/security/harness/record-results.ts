import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import type { Measurement } from "./measurement.ts";

const FILE = new URL("../RESULTS.md", import.meta.url);
const HEAD = "# What the door holds, measured\n\nWritten by `npm run test:security`; each part says when, where and how often.\n";

export interface Outcome {
  readonly measurement: Measurement;
  readonly count: number;
  readonly table: readonly string[];
  readonly folder: boolean;
}

const machine = (): string =>
  `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)}`;

/** Replaces the part of one measurement in RESULTS.md, or adds it; parts stand in the order of their ids. */
export function recordResults({ measurement, count, table, folder }: Outcome): void {
  const heading = `## ${measurement.id} ${measurement.title}${folder ? " (outside corpus)" : ""}`;
  const command = `npm run test:security -- ${measurement.name} --count ${count}${folder ? " --folder DIR" : ""}`;
  const part = [heading, "", `${new Date().toISOString().slice(0, 16)}Z · ${machine()} · \`${command}\``, "", ...table, ""].join("\n");
  const written = existsSync(FILE) ? readFileSync(FILE, "utf8") : HEAD;
  const parts = written.split(/\n(?=## )/).slice(1);
  const kept = parts.filter((text) => !text.startsWith(`${heading}\n`)).map((text) => `${text.trimEnd()}\n`);
  const order = (text: string): number => Number(/^## T(\d+)/.exec(text)?.[1] ?? 99);
  writeFileSync(FILE, [HEAD, ...[...kept, part].sort((a, b) => order(a) - order(b))].join("\n"));
}
