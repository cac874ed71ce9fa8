import { quantile } from "../../../raster/statistics.ts";
import type { CharSpot } from "../../types.ts";
import type { SeenFace } from "./face-of-line.ts";
import { halfCell, likeness, roomForCell } from "./shape-cell.ts";
import { cellAt, lengthOf } from "./shape-strip.ts";

/** What a line may say: all characters worth a look, and what the reader made of it. */
export interface Known {
  readonly vocabulary: readonly string[];
  readonly read: readonly CharSpot[];
}

/** Least and widest step from character to character, shares of a cell's length. */
const NARROWEST = 0.94;
const WIDEST = 1.6;
/** How far the first and the last cell may lie off the ends of the line's box, shares of a cell's length. */
const OFF_END = 0.3;
/** How finely cells are placed at a first look, cell pixels. */
const STEP = 2;
/** Characters looked at closely in each cell, and how far around. */
const CLOSELY = 24;
const AROUND = 2;
/** What the reader's own sureness of a character is worth. */
const READ_SO = 0.08;

interface Glance {
  readonly best: number;
  readonly chars: readonly string[];
}

interface Vocabulary {
  readonly chars: readonly string[];
  /** Each one's cell at half size, where the face has it. */
  readonly halves: readonly (Float32Array | undefined)[];
}

/** The likeliest characters of the cell at a place, at a first look. */
function glanceAt({ cells, strip, across }: SeenFace, along: number, { chars, halves }: Vocabulary): Glance {
  const seen = halfCell(cellAt(strip, cells.columns, { along, across, out: roomForCell(cells.columns) }), cells.columns);
  const alike = new Float64Array(chars.length);
  for (let k = 0; k < alike.length; k++) {
    const half = halves[k];
    if (half) alike[k] = likeness(seen, half);
  }
  const least = quantile(alike, Math.max(0, 1 - (CLOSELY - 0.5) / alike.length));
  const likely: number[] = [];
  for (let k = 0; k < alike.length; k++) if (alike[k] >= least) likely.push(k);
  likely.sort((a, b) => alike[b]! - alike[a]!);
  return { best: alike[likely[0]!] ?? 0, chars: likely.map((k) => chars[k]!) };
}

interface Row {
  readonly places: readonly number[];
  readonly mean: number;
}

const even = (value: number): number => STEP * Math.round(value / STEP);

/** The row of evenly spaced cells from end to end in which most is recognised. */
function bestRow({ strip, cells }: SeenFace, glance: (along: number) => Glance): Row | undefined {
  const length = lengthOf(strip, cells.columns);
  const off = OFF_END * length;
  let best: Row | undefined;
  for (let first = even(strip.from - off); first <= strip.from + off; first += STEP) {
    for (let last = even(strip.to - length - off); last <= strip.to - length + off; last += STEP) {
      const span = last - first;
      const most = Math.floor(span / (NARROWEST * length));
      for (let steps = Math.max(1, Math.ceil(span / (WIDEST * length))); steps <= most; steps++) {
        const places = Array.from({ length: steps + 1 }, (_, k) => even(first + (k * span) / steps));
        const mean = places.reduce((sum, along) => sum + glance(along).best, 0) / places.length;
        if (mean > (best?.mean ?? 0)) best = { places, mean };
      }
    }
  }
  return best;
}

/** A character seen in a cell: `alike` 0–1, `likely` with what the reader made of it. */
interface Seen {
  readonly char: string;
  readonly along: number;
  readonly alike: number;
  readonly likely: number;
}

interface Place {
  readonly along: number;
  readonly chars: readonly string[];
  /** What the reader saw there. */
  readonly read: readonly CharSpot[];
}

function closely({ cells, strip, across }: SeenFace, { along: place, chars, read }: Place): Seen {
  let best: Seen = { char: "", along: place, alike: 0, likely: 0 };
  const bonus = new Map(read.map(({ char, confidence }) => [char, READ_SO * confidence]));
  const glyphs = [...new Set([...chars, ...bonus.keys()])].map((char) => ({ char, full: cells.full(char) }));
  const out = roomForCell(cells.columns);
  for (let off = -AROUND; off <= AROUND; off++) {
    for (let along = place - AROUND; along <= place + AROUND; along++) {
      const seen = cellAt(strip, cells.columns, { along, across: across + off, out });
      for (const { char, full } of glyphs) {
        const alike = full ? likeness(seen, full) : 0;
        const likely = alike + (bonus.get(char) ?? 0);
        if (likely > best.likely) best = { char, along, alike, likely };
      }
    }
  }
  return best;
}

type Glances = (along: number) => Glance;

function glancesIn(seen: SeenFace, chars: readonly string[]): Glances {
  const known = new Map<number, Glance>();
  const vocabulary = { chars, halves: chars.map((char) => seen.cells.half(char)) };
  return (along) => {
    const glance = known.get(along) ?? glanceAt(seen, along, vocabulary);
    known.set(along, glance);
    return glance;
  };
}

function spotOf({ strip, cells }: SeenFace, { char, along, alike }: Seen): CharSpot {
  const half = lengthOf(strip, cells.columns) / 2;
  return { char, at: (along + half - strip.from) / strip.scale, confidence: alike };
}

/** A line of nothing but Han characters read as a row of that face's; each spot's `confidence` is its likeness, 0–1. */
export function readRow(seen: SeenFace, { vocabulary, read }: Known): readonly CharSpot[] {
  const { strip, cells } = seen;
  const half = lengthOf(strip, cells.columns) / 2;
  const glance = glancesIn(seen, vocabulary);
  return (bestRow(seen, glance)?.places ?? []).map((along) => {
    const here = read.filter(({ at }) => Math.abs(strip.from + at * strip.scale - along - half) < half);
    return spotOf(seen, closely(seen, { along, chars: glance(along).chars, read: here }));
  });
}

/** How far from where the reader saw it a character is looked for, cell pixels. */
const ASIDE = 8;

/** How well the character that the reader saw lies where it saw it, 0–1. */
export function liesIn(seen: SeenFace, spot: CharSpot): number {
  const { strip, cells } = seen;
  const middle = even(strip.from + spot.at * strip.scale - lengthOf(strip, cells.columns) / 2);
  const places = Array.from({ length: 1 + ASIDE / AROUND }, (_, i) => middle - ASIDE + 2 * AROUND * i);
  return Math.max(...places.map((along) => closely(seen, { along, chars: [], read: [spot] }).alike));
}

/** One character read anew about where the reader saw it: where other signs stand beside Han, cells make no even row. */
export function readSpot(seen: SeenFace, spot: CharSpot, vocabulary: readonly string[]): CharSpot {
  const { strip, cells } = seen;
  const glance = glancesIn(seen, vocabulary);
  const middle = even(strip.from + spot.at * strip.scale - lengthOf(strip, cells.columns) / 2);
  const places = Array.from({ length: ASIDE + 1 }, (_, i) => middle - ASIDE + STEP * i);
  const along = places.reduce((best, place) => (glance(place).best > glance(best).best ? place : best));
  return spotOf(seen, closely(seen, { along, chars: glance(along).chars, read: [spot] }));
}
