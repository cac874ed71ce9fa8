import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";

/** When, on what, at which state and how: the first lines of every page of results. */
export function resultsHead(command: string, counts: string): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const date = new Date().toISOString().slice(0, 16).replace("T", " ");
  const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}`;
  return `${date} UTC · ${machine} · commit ${commit} · ${counts}\n\n    ${command}`;
}
