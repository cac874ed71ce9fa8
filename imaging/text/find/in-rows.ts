import type { TextLine } from "../types.ts";

interface Placed {
  readonly line: TextLine;
  readonly left: number;
  readonly middle: number;
  readonly height: number;
}

/**
 * Rows from top to bottom, each from left to right, seen level: the median angle of the lines is taken out first, so that a book
 * lying askew reads in order too. A line belongs to a row when their middles differ by less than half its lower height.
 */
export function inRows(lines: readonly TextLine[]): TextLine[] {
  const tilt = medianTilt(lines);
  const rows: Placed[][] = [];
  for (const placed of lines.map((line) => place(line, tilt)).sort((a, b) => a.middle - b.middle)) {
    const row = rows[rows.length - 1];
    const [head] = row ?? [];
    if (head !== undefined && placed.middle - head.middle < Math.min(placed.height, head.height) / 2) row.push(placed);
    else rows.push([placed]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left).map((p) => p.line));
}

/** Of the level lines: columns and lines set on their side or head say nothing about how the picture lies. */
function medianTilt(lines: readonly TextLine[]): number {
  const tilts = lines
    .map((line) => line.box.angle)
    .filter((angle) => Math.abs(angle) < Math.PI / 4)
    .sort((a, b) => a - b);
  return tilts[Math.floor(tilts.length / 2)] ?? 0;
}

function place(line: TextLine, tilt: number): Placed {
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  const xs = line.quad.map((p) => p.x * c + p.y * s);
  const ys = line.quad.map((p) => p.y * c - p.x * s);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { line, left: Math.min(...xs), middle: (top + bottom) / 2, height: bottom - top };
}
