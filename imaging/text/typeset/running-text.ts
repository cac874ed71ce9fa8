import { unbreakable } from "../deal-out.ts";
import type { TextLine } from "../types.ts";

/** How a block of lines hangs together; justified: flush on both sides but for its last line. */
export type BlockAlign = "left" | "center" | "right" | "justified";

/** Ends of a line on the block's own axis, pixels. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Edges that agree within this share of the line height are one edge. */
const FLUSH = 0.45;

const spread = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));

/** Which edge the lines of a block share. The first may be indented; the last of a justified block may be short. */
export function alignOfBlock(ends: readonly Ends[], height: number): BlockAlign {
  const hanging = ends.length > 2 ? ends.slice(1) : ends;
  const full = ends.slice(0, -1);
  const left = spread(hanging.map((e) => e.from));
  const right = spread(ends.map((e) => e.to));
  const middle = spread(ends.map((e) => (e.from + e.to) / 2));
  const flushRight = full.length > 1 && spread(full.map((e) => e.to)) < FLUSH * height;
  if (left < FLUSH * height && flushRight) return "justified";
  if (left <= Math.min(middle, right)) return "left";
  return middle <= right ? "center" : "right";
}

/** Ends of boxes along the direction of the first, pixels from the picture's origin. */
export function endsOf(lines: readonly TextLine[]): readonly Ends[] {
  const angle = lines[0]?.box.angle ?? 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return lines.map(({ box }) => {
    const middle = box.cx * cos + box.cy * sin;
    return { from: middle - box.width / 2, to: middle + box.width / 2 };
  });
}

const BULLET = /^\s*(?:[·•●○▪■◆▶►★☆✓√☑✔*–—-]\s*|[(（]?[\d一二三四五六七八九十a-z][.、)）]\s*|[①-⑳])/iu;
/** Label and value, one entry a line: 时间：…, "Venue: …". */
const ENTRY = /^\s*(?:\p{Script=Han}{1,6}|\p{Lu}\p{L}{1,14}(?: \p{L}{1,14})?)\s?[：:]/u;
const HYPHENATED = /\p{Ll}[-‐]$/u;
const INNER_MARK = /[，。、；：！？][^，。、；：！？\s]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Whether lines are broken where they are full, not where their sense or a designer wanted it: a sentence in small letters goes on in the next
 * line, or marks stand within lines of Chinese. Lists, verses and headlines show neither.
 */
export function isRunning(lines: readonly TextLine[]): boolean {
  if (lines.length < 2 || lines.some((line) => line.vertical)) return false;
  const strings = lines.map((line) => line.string.trim());
  if (strings.some((s) => HAN.test(s))) return strings.some((s) => INNER_MARK.test(s));
  return strings.some((s, i) => i > 0 && /^\p{Ll}/u.test(s)) && strings.some((s) => /\p{Lu}|[.,;:]/u.test(s));
}

/** Length of the first piece of a line that could stand in the line before, pixels. */
function firstPiece({ string, chars, box }: TextLine): number {
  const count = [...(unbreakable(string)[0] ?? "").trimEnd()].length;
  const [last, next] = [chars[count - 1]?.at ?? box.width, chars[count]?.at ?? box.width];
  return Math.min(box.width, (last + next) / 2);
}

/** Room that a line of a block leaves, by the edge it hangs from. */
function slackOf({ from, to }: Ends, block: { readonly align: BlockAlign; readonly ends: readonly Ends[] }): number {
  const [left, right] = [Math.min(...block.ends.map((e) => e.from)), Math.max(...block.ends.map((e) => e.to))];
  if (block.align === "center") return Math.max(...block.ends.map((e) => e.to - e.from)) - (to - from);
  return block.align === "right" ? from - left : right - to;
}

/** Whether line `i` of a block ends only because the next line's first word found no room. */
function isSoft(lines: readonly TextLine[], i: number, block: { readonly align: BlockAlign; readonly ends: readonly Ends[] }): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  if (BULLET.test(next.string) || HYPHENATED.test(line.string) || (ENTRY.test(line.string) && ENTRY.test(next.string))) return false;
  return slackOf(block.ends[i], block) < firstPiece(next) + 0.5 * line.box.height;
}

/** The stretch of running text around line `at` of a paragraph: positions first … last. Only itself where the text does not run. */
export function runAround(lines: readonly TextLine[], at: number): { readonly first: number; readonly last: number } {
  if (!isRunning(lines)) return { first: at, last: at };
  const ends = endsOf(lines);
  const block = { ends, align: alignOfBlock(ends, lines[at].box.height) };
  let [first, last] = [at, at];
  while (first > 0 && isSoft(lines, first - 1, block)) first--;
  while (last < lines.length - 1 && isSoft(lines, last, block)) last++;
  return { first, last };
}
