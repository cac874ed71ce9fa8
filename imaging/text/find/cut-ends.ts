import { boundsOf, intersect, type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import type { CharSpot, TextLine } from "../types.ts";
import { type Columns, darkBeside, inkBeside, type LineInStrip } from "./ink-beside.ts";
import { inkStrip } from "./ink-strip.ts";
import type { ReadOptions } from "./read-line.ts";
import { lineOfReading, recogniseStrips } from "./recognise-strips.ts";
import { lineStrip } from "./recogniser-input.ts";

type Box = OrientedBox<"image">;

/** How far beyond an end letters are looked for that the detector cut off, shares of the line's height. */
const REACH = 1.1;
/** What is seen above and below a line to tell its ink by, and the part of its height that is surely letters. */
const AROUND = 0.35;
const CORE = 0.7;
/** A line goes on where ink stands so dense beyond an end, times its own density, within so much of its height. */
const DENSE = 0.15;
const NEXT = 0.35;
/** Letters that were cut off are read this surely, follow as closely as the line's own (times its widest step), and leave the line as sure. */
const SURE = 0.8;
const STEP = 1.25;
/** A capital before a small letter may stand so much farther: in script faces it is as wide as two or three of those. */
const CAPITAL_STEP = 2.2;
const LESS_SURE = 0.05;
/** A letter reaches so far from its centre, shares of the step to the next one; and so much is left beside it, of the line's height. */
const HALF = 0.62;
const BESIDE = 0.15;
/** Looks along a line at most. */
const LOOKS = 3;

/** By how much each end is moved out, pixels. */
export interface Room {
  readonly before: number;
  readonly behind: number;
}

/** The box with its ends moved out. */
export function lengthened(box: Box, { before, behind }: Room): Box {
  const along = (behind - before) / 2;
  return {
    ...box,
    cx: box.cx + Math.cos(box.angle) * along,
    cy: box.cy + Math.sin(box.angle) * along,
    width: box.width + before + behind,
  };
}

/** How far each end could move: not at all where another line or the picture's border stands. */
function roomBeside(box: Box, image: RasterImage, others: readonly Box[]): Room {
  const reach = REACH * box.height;
  const freeAt = (side: 1 | -1): number => {
    const off = (side * (box.width + reach)) / 2;
    const zone = { ...box, cx: box.cx + Math.cos(box.angle) * off, cy: box.cy + Math.sin(box.angle) * off, width: reach };
    const bounds = boundsOf(quadOf({ ...zone, height: box.height / 2 }));
    const seen = intersect(bounds, { x: 0, y: 0, width: image.width, height: image.height });
    const blocked = others.map((other) => intersect(boundsOf(quadOf(other)), bounds)).some(({ width, height }) => width > 0 && height > 0);
    return blocked || seen.width * seen.height < bounds.width * bounds.height * CORE ? 0 : reach;
  };
  return { before: freeAt(-1), behind: freeAt(1) };
}

interface Seen {
  readonly strip: FloatImage;
  readonly line: LineInStrip;
  /** Columns next to the ends of the line. */
  readonly next: readonly [Columns, Columns];
}

/** The line with its room, `around` of its height more above and below, cut so. */
function seenWith(box: Box, room: Room, { around, cut }: { readonly around: number; readonly cut: (box: Box) => FloatImage }): Seen {
  const wide = lengthened({ ...box, height: box.height * (1 + 2 * around) }, room);
  const strip = cut(wide);
  const scale = strip.width / wide.width;
  const [from, to] = [Math.round(room.before * scale), Math.round((room.before + box.width) * scale)];
  const half = (strip.height * CORE) / (2 * (1 + 2 * around));
  const next = Math.round(NEXT * box.height * scale);
  return {
    strip,
    line: { from, to, top: Math.round(strip.height / 2 - half), bottom: Math.round(strip.height / 2 + half) },
    next: [
      { from: Math.max(0, from - next), to: from },
      { from: to, to: Math.min(strip.width, to + next) },
    ],
  };
}

/** Of that room what begins with the line's own ink: by its colour, on a busy ground by what stands off it there as well. */
function roomWithInk(image: RasterImage, box: Box, { room, busy }: { readonly room: Room; readonly busy: boolean }): Room {
  const coloured = seenWith(box, room, { around: AROUND, cut: (wide) => lineStrip(image, wide) });
  const alone = busy ? seenWith(box, room, { around: 0, cut: (wide) => inkStrip(image, wide) }) : undefined;
  const own = inkBeside(coloured.strip, coloured.line, coloured.next);
  const dark = alone ? darkBeside(alone.strip, alone.line, alone.next) : [];
  const [before, behind] = own.map((density, end) => Math.max(density, dark[end] ?? 0));
  return { before: before! >= DENSE ? room.before : 0, behind: behind! >= DENSE ? room.behind : 0 };
}

const inked = (chars: readonly CharSpot[]): readonly CharSpot[] => chars.filter(({ char }) => char !== " ");
const isLetter = ({ char }: CharSpot): boolean => /[\p{L}\p{N}]/u.test(char);

/** The widest step between neighbouring letters of one word. */
function widestStep(chars: readonly CharSpot[]): number {
  return chars.reduce((widest, { char, at }, i) => {
    const before = chars[i - 1];
    return !before || char === " " || before.char === " " ? widest : Math.max(widest, at - before.at);
  }, 0);
}

/** Whether a character that was read beyond an end belongs to the line: it follows its neighbour as closely as the others do. */
function follows(spot: CharSpot, neighbour: CharSpot | undefined, step: number): boolean {
  if (neighbour === undefined || !isLetter(spot) || spot.confidence < SURE) return false;
  const widest = /^\p{Lu}\p{Ll}$/u.test(spot.char + neighbour.char) ? CAPITAL_STEP : STEP;
  return Math.abs(neighbour.at - spot.at) <= widest * step;
}

/** How many characters of the longer reading stand before the line's own, which it must hold; -1 where it does not. */
function placeIn(longer: readonly CharSpot[], own: readonly CharSpot[]): number {
  const text = (chars: readonly CharSpot[]): string => chars.map(({ char }) => char).join("\u0000");
  for (let at = 0; at + own.length <= longer.length; at++) if (text(longer.slice(at, at + own.length)) === text(own)) return at;
  return -1;
}

/** Where in the longer reading the line's own characters stand, or all but one at an end that is moved: there half a letter was read as another (冲 as 中). */
function ownIn(
  longer: readonly CharSpot[],
  own: readonly CharSpot[],
  room: Room,
): { readonly first: number; readonly last: number } | undefined {
  const parts = [own, ...(room.before > 0 ? [own.slice(1)] : []), ...(room.behind > 0 ? [own.slice(0, -1)] : [])];
  for (const part of parts) {
    const first = part.length > 1 || part === own ? placeIn(longer, part) : -1;
    if (first >= 0) return { first, last: first + part.length - 1 };
  }
  return undefined;
}

/** The line with those of the letters read beyond its ends that belong to it; itself where there are none. */
function withEnds(line: TextLine, longer: Pick<TextLine, "chars" | "confidence">, room: Room): TextLine {
  const [all, own] = [longer.chars, inked(line.chars)];
  const read = inked(all);
  const known = ownIn(read, own, room);
  const step = widestStep(line.chars);
  if (known === undefined || step === 0 || longer.confidence < line.confidence - LESS_SURE) return line;
  let [from, to] = [known.first, known.last];
  const isNext = (a: CharSpot, b: CharSpot | undefined): boolean => b !== undefined && Math.abs(all.indexOf(a) - all.indexOf(b)) === 1;
  while (from > 0 && isNext(read[from - 1]!, read[from]) && follows(read[from - 1]!, read[from], step)) from--;
  while (to + 1 < read.length && isNext(read[to + 1]!, read[to]) && follows(read[to + 1]!, read[to], step)) to++;
  if (to - from + 1 <= own.length) return line;
  return lineOf(line, {
    all,
    from: read[from]!,
    to: read[to]!,
    added: { before: from < known.first, behind: to > known.last },
    room,
    longer,
  });
}

interface Kept {
  readonly all: readonly CharSpot[];
  readonly from: CharSpot;
  readonly to: CharSpot;
  readonly added: { readonly before: boolean; readonly behind: boolean };
  readonly room: Room;
  readonly longer: Pick<TextLine, "confidence">;
}

function lineOf(line: TextLine, { all, from, to, added, room, longer }: Kept): TextLine {
  const { box } = line;
  const [i, j] = [all.indexOf(from), all.indexOf(to)];
  const beside = BESIDE * box.height;
  const before = added.before ? Math.min(room.before, room.before - from.at + HALF * (all[i + 1]!.at - from.at) + beside) : 0;
  const behind = added.behind ? Math.min(room.behind, to.at + HALF * (to.at - all[j - 1]!.at) + beside - room.before - box.width) : 0;
  const moved = lengthened(box, { before: Math.max(0, before), behind: Math.max(0, behind) });
  const chars = all.slice(i, j + 1).map((spot) => ({ ...spot, at: spot.at - room.before + Math.max(0, before) }));
  const string = chars.map(({ char }) => char).join("");
  return { ...line, string, confidence: longer.confidence, chars, box: moved, quad: quadOf(moved) };
}

/** The line as read with more room, by its ink alone where that makes no more of it. */
async function readLonger(
  image: RasterImage,
  { line, room }: { readonly line: TextLine; readonly room: Room },
  { ocr, signal }: ReadOptions,
): Promise<TextLine> {
  const box = lengthened(line.box, room);
  for (const stripOf of [lineStrip, inkStrip]) {
    const [reading] = await recogniseStrips([stripOf(image, box)], ocr, signal);
    const longer = withEnds(line, lineOfReading(box, reading!), room);
    if (longer !== line) return longer;
  }
  return line;
}

/**
 * A level line with the letters at its ends that the detector cut off, as it does where a photograph changes behind them or a stroke is thin (一): looked for
 * where its ink goes on beyond an end, never into another line. One or two recognitions a look where there is such ink, none otherwise.
 */
export async function withCutEnds(
  image: RasterImage,
  line: TextLine,
  { others, busy = false, ocr, signal }: ReadOptions & { readonly others: readonly TextLine[]; readonly busy?: boolean },
): Promise<TextLine> {
  if (line.vertical) return line;
  const boxes = others.filter((other) => other !== line).map(({ box }) => box);
  let known = line;
  for (let look = 0; look < LOOKS; look++) {
    const room = roomWithInk(image, known.box, { room: roomBeside(known.box, image, boxes), busy });
    if (room.before + room.behind === 0) return known;
    const longer = await readLonger(image, { line: known, room }, { ocr, signal });
    if (longer === known) return known;
    known = longer;
  }
  return known;
}
