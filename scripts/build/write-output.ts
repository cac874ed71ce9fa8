import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";

export interface OutputSize {
  readonly rawBytes: number;
  readonly gzipBytes: number;
}

/** Writes a whole file or nothing: a reader (a running companion, another build) never sees half of it. */
export function writeOutput(path: string, text: string): OutputSize {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.part`;
  writeFileSync(partial, text);
  renameSync(partial, path);
  return { rawBytes: Buffer.byteLength(text), gzipBytes: gzipSync(text, { level: 9 }).length };
}
