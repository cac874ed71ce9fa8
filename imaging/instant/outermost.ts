import { boundsOf } from "../../protocol/geometry.ts";
import type { Where } from "../../protocol/plan.ts";
import type { TextLine } from "../text/types.ts";

/** Which way a place lies, x to the right, y down; the middle lies nowhere. */
const WAY: Readonly<Record<Where, readonly [number, number]>> = {
  "top-left": [-1, -1],
  top: [0, -1],
  "top-right": [1, -1],
  left: [-1, 0],
  center: [0, 0],
  right: [1, 0],
  "bottom-left": [-1, 1],
  bottom: [0, 1],
  "bottom-right": [1, 1],
};

/** How much farther that way a line must stand than another to be told from it: half of what both measure there. */
function isFarther(one: TextLine, other: TextLine, [dx, dy]: readonly [number, number]): boolean {
  const [a, b] = [boundsOf(one.quad), boundsOf(other.quad)];
  const along = dx * (a.x + a.width / 2 - b.x - b.width / 2);
  const across = dy * (a.y + a.height / 2 - b.y - b.height / 2);
  return (dx === 0 || along > (a.width + b.width) / 4) && (dy === 0 || across > (a.height + b.height) / 4);
}

/**
 * Of several that read alike, the one that lies clearly farthest to the side that is said, wherever in the picture that is: of two buttons both
 * right of the middle, one is still the left one. `undefined` where none does.
 */
export function outermost<T>(several: readonly T[], where: Where, lineOf: (one: T) => TextLine): T | undefined {
  const way = WAY[where];
  if (where === "center") return undefined;
  return several.find((one) => several.every((other) => other === one || isFarther(lineOf(one), lineOf(other), way)));
}
