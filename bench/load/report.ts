import { cpus, loadavg } from "node:os";

/** What a figure was measured on, with the load it began under. */
export const machine = (): string =>
  `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`;

/** Prints a measurement as it goes into RESULTS.md. */
export function report(command: string, lines: readonly string[]): void {
  process.stdout.write(`\n$ ${command}\n${lines.join("\n")}\n`);
}
