import type { TextLine } from "../../../imaging/text/types.ts";
import { boundsOf, intersect, type Rect } from "../../../protocol/geometry.ts";

/** As the engine compares strings: width forms and spaces do not count. Case does. */
export const plain = (s: string): string => s.normalize("NFKC").replace(/\s+/g, "");

/** All that is read where a rectangle covers most of a line, in reading order. */
export function readWithin(lines: readonly TextLine[], rect: Rect<"image">): string {
  const inside = lines.filter(({ quad }) => {
    const box = boundsOf<"image">(quad);
    const both = intersect(box, rect);
    return both.width * both.height > 0.5 * box.width * box.height;
  });
  return plain(
    [...inside]
      .sort((a, b) => a.box.cy - b.box.cy || a.box.cx - b.box.cx)
      .map((l) => l.string)
      .join(""),
  );
}
