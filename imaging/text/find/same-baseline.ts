import type { OrientedBox } from "../../../protocol/geometry.ts";

type Box = OrientedBox<"image">;

/** When two boxes are pieces of one line. Heights and gaps are relative to the lower box. */
const ALIKE = { offset: 0.25, height: 1.35, gap: 0.8, angle: 0.08 } as const;
/** Pieces that overlap by so much may differ more in height: both hold the same letters. */
const OVERLAPPING = { by: 0.3, height: 1.6 } as const;
/** Boxes less long than so many times their height are turned by a descender or a tall letter: their angles may differ more. */
const UNSURE = { shape: 4, angle: 0.16 } as const;
/** Between words of tracked type the spacing counts on both sides of the space. */
const WORD_SPREADS = 2;
/** A piece with descenders may be taller still, if it has its top in common with the other and hangs lower; more loosely where both hold the same letter. */
const HANGING = { height: 1.6, top: 0.18, overlapping: 0.3 } as const;
/** A word of small letters only, as "a" or "on", is lower than one with stems and descenders, and lies within its height. */
const LOWER = { height: 2, beyond: 0.1 } as const;

/** What the pieces' readings say about how they may lie. */
export interface PieceHints {
  /** By how much their letters stand apart beyond what is usual, pixels; so much wider are the gaps between their words. */
  readonly spread?: number;
  /** Whether the lower piece is a word of small letters without stems. */
  readonly lowWord?: boolean;
}

/** The box of two pieces of one line (tight headlines are often detected in pieces), or `undefined` where they are not. */
export function joinOnBaseline(a: Box, b: Box, { spread = 0, lowWord = false }: PieceHints = {}): Box | undefined {
  const angle = (a.angle * a.width + b.angle * b.width) / (a.width + b.width);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [b.cx - a.cx, b.cy - a.cy];
  const [du, dv] = [dx * c + dy * s, dy * c - dx * s];
  const low = Math.min(a.height, b.height);
  const gap = Math.abs(du) - (a.width + b.width) / 2;
  const alike =
    Math.abs(dv) < ALIKE.offset * low &&
    (Math.max(a.height, b.height) < (gap < -OVERLAPPING.by * low ? OVERLAPPING.height : ALIKE.height) * low ||
      isHanging(a, b, { dv, top: gap < 0 ? HANGING.overlapping : HANGING.top }) ||
      (lowWord && isWithin(a, b, dv))) &&
    gap < ALIKE.gap * low + WORD_SPREADS * spread &&
    gap > -low &&
    Math.abs(a.angle - b.angle) < (isShort(a) || isShort(b) ? UNSURE.angle : ALIKE.angle);
  if (!alike || isColumn(a) || isColumn(b)) return undefined;
  const u0 = Math.min(-a.width / 2, du - b.width / 2);
  const u1 = Math.max(a.width / 2, du + b.width / 2);
  const [u, v] = [(u0 + u1) / 2, dv / 2];
  return {
    cx: a.cx + u * c - v * s,
    cy: a.cy + u * s + v * c,
    width: u1 - u0,
    height: Math.max(a.height, b.height) + Math.abs(dv),
    angle,
  };
}

const isShort = (box: Box): boolean => box.width < UNSURE.shape * box.height;

function isHanging(a: Box, b: Box, { dv, top }: { readonly dv: number; readonly top: number }): boolean {
  const low = Math.min(a.height, b.height);
  const tops = Math.abs(dv - b.height / 2 + a.height / 2);
  const lower = a.height > b.height ? dv < 0 : dv > 0;
  return lower && tops < top * low && Math.max(a.height, b.height) < HANGING.height * low;
}

/** Whether the lower box lies within the other's height, off its middle by `dv`. */
function isWithin(a: Box, b: Box, dv: number): boolean {
  const [low, high] = [Math.min(a.height, b.height), Math.max(a.height, b.height)];
  return high < LOWER.height * low && Math.abs(dv) + low / 2 < (0.5 + LOWER.beyond) * high;
}

const isColumn = (box: Box): boolean => box.height > 1.5 * box.width;
