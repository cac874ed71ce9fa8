import type { TextLine } from "../types.ts";
import { inRows } from "./in-rows.ts";

/** Line distance, in heights of the taller line, up to which a line goes on with the one above; 1 is set solid, 2 is generous. */
const LEADING = { least: 0.55, most: 2.1 } as const;
/** Lines of one paragraph are set alike; reading boxes of the same type differ by their letters' ascenders. */
const ALIKE_HEIGHT = 1.38;
const ALIKE_ANGLE = 0.05;
/** Left edges, middles or right edges that agree within this share of the line height are aligned. */
const ALIGNED = 0.7;
/** A price, a date, an amount: in tables and price lists these stand beside what they belong to, not below each other. */
const FIGURE = /^[\s¥￥$€£+\-–—~%.,:：/\d×xX]*\d[\s\d.,:：/%+\-–—~]*(?:元|起|块|折|ml|mL|g|kg|L)?$/u;

interface Placed {
  readonly line: TextLine;
  /** Distances along and across the line's own direction, of its middle; columns are read from right to left. */
  readonly along: number;
  readonly across: number;
}

function place(line: TextLine, angle: number): Placed {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const { cx, cy } = line.box;
  return { line, along: cx * c + cy * s, across: cy * c - cx * s };
}

function areAligned(a: Placed, b: Placed): boolean {
  const slack = ALIGNED * Math.max(a.line.box.height, b.line.box.height);
  const half = (p: Placed): number => p.line.box.width / 2;
  const edges = [b.along - half(b) - (a.along - half(a)), b.along - a.along, b.along + half(b) - (a.along + half(a))];
  return edges.some((offset) => Math.abs(offset) < slack);
}

/** Whether `b` may be the next line of the paragraph `a` stands in. */
function goesOn(a: TextLine, b: TextLine): boolean {
  if (a.vertical !== b.vertical || Math.abs(a.box.angle - b.box.angle) > ALIKE_ANGLE) return false;
  const [low, high] = [Math.min(a.box.height, b.box.height), Math.max(a.box.height, b.box.height)];
  if (high > ALIKE_HEIGHT * low) return false;
  const [pa, pb] = [place(a, a.box.angle), place(b, a.box.angle)];
  const step = pb.across - pa.across;
  return step > LEADING.least * high && step < LEADING.most * high && areAligned(pa, pb);
}

const isBeside = (a: TextLine, b: TextLine): boolean => {
  const [pa, pb] = [place(a, a.box.angle), place(b, a.box.angle)];
  return Math.abs(pb.across - pa.across) < 0.5 * Math.min(a.box.height, b.box.height);
};

/** A figure, or a line with a figure beside it: rows of a table. */
const isTabled = (line: TextLine, lines: readonly TextLine[]): boolean =>
  FIGURE.test(line.string) || lines.some((other) => other !== line && FIGURE.test(other.string) && isBeside(line, other));

/** The nearest line below that goes on with this one and is not another's already. */
function nextOf(line: TextLine, free: readonly TextLine[]): TextLine | undefined {
  const distance = (other: TextLine): number => Math.hypot(other.box.cx - line.box.cx, other.box.cy - line.box.cy);
  return free.filter((other) => other !== line && goesOn(line, other)).sort((a, b) => distance(a) - distance(b))[0];
}

/**
 * The lines as paragraphs in reading order: lines of like size, direction and alignment set close below each other are read together,
 * so that two columns do not run into each other; rows of tables stay rows. A paragraph stands where its first line does.
 */
export function paragraphsOf(lines: readonly TextLine[]): TextLine[][] {
  const ordered = inRows(lines);
  const flowing = ordered.filter((line) => !isTabled(line, ordered));
  const taken = new Set<TextLine>();
  const starting = ordered.flatMap((line): TextLine[][] => {
    if (taken.has(line)) return [];
    const paragraph: TextLine[] = [];
    for (let next: TextLine | undefined = line; next !== undefined; ) {
      paragraph.push(next);
      taken.add(next);
      next = flowing.includes(next)
        ? nextOf(
            next,
            flowing.filter((f) => !taken.has(f)),
          )
        : undefined;
    }
    return [paragraph];
  });
  const byFirst = new Map(starting.map((paragraph) => [paragraph[0], paragraph]));
  return inRows([...byFirst.keys()]).map((first) => byFirst.get(first) ?? []);
}

/** Every line in the order a person reads them. */
export const inReadingOrder = (lines: readonly TextLine[]): TextLine[] => paragraphsOf(lines).flat();

/** From row to row of the paragraph a line stands in, pixels; `undefined` where it stands alone. */
export function pitchOf(line: TextLine, lines: readonly TextLine[]): number | undefined {
  const paragraph = paragraphsOf(lines).find((p) => p.includes(line)) ?? [];
  const at = paragraph.indexOf(line);
  const other = paragraph[at + 1] ?? paragraph[at - 1];
  if (other === undefined) return undefined;
  const [dx, dy] = [other.box.cx - line.box.cx, other.box.cy - line.box.cy];
  return Math.abs(-dx * Math.sin(line.box.angle) + dy * Math.cos(line.box.angle));
}
