import type { TextLine } from "../types.ts";

export type Align = "left" | "center" | "right";

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly across: number;
}

/** A line's ends along the axes of another one. */
function edgesAlong(line: TextLine, axis: TextLine): Edges {
  const cos = Math.cos(axis.box.angle);
  const sin = Math.sin(axis.box.angle);
  const dx = line.box.cx - axis.box.cx;
  const dy = line.box.cy - axis.box.cy;
  const middle = dx * cos + dy * sin;
  return { middle, left: middle - line.box.width / 2, right: middle + line.box.width / 2, across: -dx * sin + dy * cos };
}

/** Lines that could belong to the same block: alike in direction, near above or below. */
const neighbours = (line: TextLine, all: readonly TextLine[]): readonly TextLine[] =>
  all.filter((other) => {
    if (other === line || Math.abs(other.box.angle - line.box.angle) > 0.12) return false;
    const e = edgesAlong(other, line);
    const near = Math.abs(e.across) < 4.5 * Math.max(line.box.height, other.box.height) && Math.abs(e.across) > 0.4 * line.box.height;
    return near && e.left < line.box.width / 2 && e.right > -line.box.width / 2;
  });

/**
 * How a line is aligned, read from its neighbours: the edge that most of them share. Without neighbours, a line in the
 * middle of the picture is centred, one at a margin hangs from it, any other keeps its centre.
 */
export function inferAlign(line: TextLine, all: readonly TextLine[], picture: { readonly width: number }): Align {
  const votes = { left: 0, center: 0, right: 0 };
  const half = line.box.width / 2;
  for (const other of neighbours(line, all)) {
    const e = edgesAlong(other, line);
    const unit = 2 + 0.16 * Math.min(line.box.height, other.box.height);
    const closeness = (d: number) => 1 / (1 + (d / unit) ** 2);
    const near = 1 / (1 + Math.abs(e.across) / line.box.height);
    // Lines of one width agree on everything and so say nothing.
    if (Math.abs(other.box.width - line.box.width) < unit) continue;
    votes.left += near * closeness(e.left + half);
    votes.center += near * closeness(e.middle);
    votes.right += near * closeness(e.right - half);
  }
  const best = (["left", "center", "right"] as const).reduce((a, b) => (votes[b] > votes[a] ? b : a));
  if (votes[best] > 0.15) return best;
  return alignInPicture(line, picture.width);
}

function alignInPicture(line: TextLine, width: number): Align {
  if (Math.abs(line.box.cx - width / 2) < 0.04 * width) return "center";
  if (line.box.cx - line.box.width / 2 < 0.08 * width) return "left";
  return line.box.cx + line.box.width / 2 > 0.92 * width ? "right" : "center";
}
