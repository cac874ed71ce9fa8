import { extname, resolve } from "node:path";
import type { EditResult } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { OutputFormat } from "../codec/codec.ts";
import { storing, writeAtomically } from "../store/atomic-file.ts";
import type { EditWorkspace } from "./edit-workspace.ts";

const FORMATS: Readonly<Record<string, OutputFormat>> = { ".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg" };
export const JPEG_WARNING = "JPEG changes every pixel a little; the proof is for the pixels before. Write PNG to be able to verify.";

/** The format a file name asks for; `bad_usage` for any other ending. */
export function formatOfName(path: string): Result<OutputFormat> {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format !== undefined) return ok(format);
  return err(
    emendError("bad_usage", `Results are not written as "${extname(path)}".`, { help: `Use ${Object.keys(FORMATS).join(", ")}.` }),
  );
}

/** `out.png`, `out-2.png`, … */
export function variantPath(path: string, index: number): string {
  const ending = extname(path);
  return index === 0 ? path : `${path.slice(0, path.length - ending.length)}-${index + 1}${ending}`;
}

export interface Destinations {
  readonly out: string;
  readonly patch: string | undefined;
  readonly report: string | undefined;
  /** Relative paths start here. */
  readonly folder: string;
}

const gone = (): Result<never> =>
  err(emendError("storage_failed", "A stored picture is gone.", { stage: "store", help: "Run again with --no-cache." }));

async function inFormat(png: Uint8Array, format: OutputFormat, { codec }: EditWorkspace): Promise<Result<Uint8Array>> {
  if (format === "png") return ok(png);
  const decoded = await codec.decode(png);
  return decoded.ok ? codec.encode(decoded.value.image, format) : decoded;
}

async function writePicture(digest: string, path: string, workspace: EditWorkspace): Promise<Result<void>> {
  const png = await workspace.blobs.get(digest);
  const format = formatOfName(path);
  if (png === undefined || !format.ok) return format.ok ? gone() : format;
  const bytes = await inFormat(png, format.value, workspace);
  return bytes.ok ? storing(() => writeAtomically(path, bytes.value)) : bytes;
}

/** The report of one or more variants: the first one's fields, the others under `variants`. */
export const reportOf = ([first, ...others]: readonly EditResult[]): unknown =>
  others.length === 0 ? first : { ...first, variants: others };

/** Writes whole results, patches and the report, each file complete or not at all. */
export async function writeResults(results: readonly EditResult[], to: Destinations, workspace: EditWorkspace): Promise<Result<void>> {
  for (const [i, result] of results.entries()) {
    const written = await writePicture(result.result.sha256, resolve(to.folder, variantPath(to.out, i)), workspace);
    if (!written.ok) return written;
    const patch =
      to.patch === undefined
        ? ok(undefined)
        : await writePicture(result.patch.sha256, resolve(to.folder, variantPath(to.patch, i)), workspace);
    if (!patch.ok) return patch;
  }
  if (to.report === undefined) return ok(undefined);
  const report = resolve(to.folder, to.report);
  return storing(() => writeAtomically(report, `${JSON.stringify(reportOf(results), undefined, 2)}\n`));
}
