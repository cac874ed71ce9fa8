import { editDistance } from "../quality/read-back.ts";
import { readKnown } from "../text/find/read-known.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { asCompared } from "./as-compared.ts";
import type { EditRun } from "./edit-state.ts";
import { knownLine } from "./known-line.ts";
import { readAsDrawn } from "./read-as-drawn.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine, SetRow } from "./replace-line.ts";

/** How well the original must have been re-created for the reader's failing on the typeface to be no sign of a failed edit. */
const WELL_SET = 0.93;

/** What is read in the result; `trusted`: not the wanted text, but just what the reader makes of that typeface on a blank page. */
export interface ReadResult {
  readonly read: string;
  readonly trusted: boolean;
}

/** Reads the line in the picture it was set into, row by row: as any reader would, then by the letters it should have. */
export async function readResult(
  { context, ports }: EditRun,
  at: { reconstruction: Reconstruction; replaced: ReplacedLine; wanted: string },
): Promise<ReadResult> {
  const { reconstruction, replaced, wanted } = at;
  const options = { ocr: ports.ocr, signal: context.signal };
  const vertical = reconstruction.line.vertical;
  const joined = async (one: (row: SetRow) => Promise<string>): Promise<string> => {
    const strings: string[] = [];
    for (const row of replaced.rows) strings.push(await one(row));
    return strings.join("\n");
  };
  const read = await joined(async ({ box }) => (await recogniseAt(replaced.image, { box, vertical }, options)).string);
  if (asCompared(read) === asCompared(wanted)) return { read, trusted: false };
  const again = await joined(async (row) => {
    const known = vertical ? undefined : knownLine(context.ruler, row);
    return known ? readKnown(replaced.image, known, options) : "";
  });
  if (asCompared(again) === asCompared(wanted)) return { read: again, trusted: false };
  if (reconstruction.seenAlike < WELL_SET) return { read, trusted: false };
  const ideal = await joined((row) => readAsDrawn(context.ruler, row, options));
  return {
    read,
    trusted:
      asCompared(ideal) !== asCompared(wanted) && editDistance(asCompared(ideal), asCompared(read)) <= Math.ceil(0.2 * wanted.length),
  };
}
