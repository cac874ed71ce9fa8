import type { CodePointRanges } from "./unicode-ranges.ts";

/** Ranges as text for an index file: each end as its distance from the one before, base 36, separated by spaces. */
export function packRanges(ranges: CodePointRanges): string {
  let before = 0;
  return Array.from(ranges, (point) => {
    const step = point - before;
    before = point;
    return step.toString(36);
  }).join(" ");
}

/** The inverse of `packRanges`. */
export function unpackRanges(packed: string): CodePointRanges {
  if (packed === "") return new Uint32Array();
  let point = 0;
  return Uint32Array.from(packed.split(" "), (step) => {
    point += Number.parseInt(step, 36);
    return point;
  });
}
