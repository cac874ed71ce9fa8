import type { TextLine } from "../types.ts";

interface Placed {
  readonly line: TextLine;
  readonly left: number;
  readonly middle: number;
  readonly height: number;
}

/** Rows from top to bottom, each from left to right. A line belongs to a row when their middles differ by less than half its lower height. */
export function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const rows: Placed[][] = [];
  for (const placed of lines.map(place).sort((a, b) => a.middle - b.middle)) {
    const row = rows[rows.length - 1];
    const [head] = row ?? [];
    if (head !== undefined && placed.middle - head.middle < Math.min(placed.height, head.height) / 2) row.push(placed);
    else rows.push([placed]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left).map((p) => p.line));
}

function place(line: TextLine): Placed {
  const xs = line.quad.map((p) => p.x);
  const ys = line.quad.map((p) => p.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { line, left: Math.min(...xs), middle: (top + bottom) / 2, height: bottom - top };
}
