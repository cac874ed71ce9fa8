import { quadOf } from "../../protocol/geometry.ts";
import type { TextLine } from "./types.ts";

/** Place along the line where one character ends and the next begins, pixels from the leading edge. */
function border(line: TextLine, index: number): number {
  const before = line.chars[index - 1];
  const after = line.chars[index];
  if (before === undefined) return 0;
  return after === undefined ? line.box.width : (before.at + after.at) / 2;
}

/** Characters `from`…`to` (exclusive) of a line as a line of its own, spaces at its ends left off. The whole line where that is all of it. */
export function cutLine(line: TextLine, from: number, to: number): TextLine {
  let [first, last] = [from, to];
  while (first < last - 1 && line.chars[first].char.trim() === "") first++;
  while (last > first + 1 && line.chars[last - 1].char.trim() === "") last--;
  if (first === 0 && last === line.chars.length) return line;
  const start = border(line, first);
  const end = border(line, last);
  const { box } = line;
  const middle = (start + end) / 2 - box.width / 2;
  const part = { ...box, width: end - start, cx: box.cx + Math.cos(box.angle) * middle, cy: box.cy + Math.sin(box.angle) * middle };
  const chars = line.chars.slice(first, last).map((c) => ({ ...c, at: c.at - start }));
  return { ...line, string: chars.map((c) => c.char).join(""), box: part, quad: quadOf(part), chars };
}
