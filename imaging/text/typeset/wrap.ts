import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { breakRows, rowsAsked } from "./break-rows.ts";
import type { Headroom, Span } from "./headroom.ts";
import { fittedInto, growthNote, type Layout, type LayoutRequest, layoutText, limitOf, penEnds, widthOf } from "./layout.ts";

export interface WrapRequest extends Omit<LayoutRequest, "text"> {
  /** Line breaks in it are rows asked for. */
  readonly text: string;
  /** So many rows are asked for; absent: as the place wants. */
  readonly rows?: number | undefined;
  /** From row to row where the line stands in a paragraph, pixels. */
  readonly pitchPx?: number | undefined;
  /** Of the old line across its direction, as found, pixels. */
  readonly height: number;
  /** Free ground above and below the line over a stretch of it; asked only where rows are thought of. */
  readonly headroom: (span: Span) => Headroom;
}

/** One row: how it is set, and how far its baseline lies below the old one, across the line. */
export interface Row {
  readonly text: string;
  readonly setting: Setting;
  readonly across: number;
}

export interface WrappedLayout {
  readonly rows: readonly [Row, ...Row[]];
  /** From row to row, pixels. */
  readonly pitchPx: number;
  /** As of `Layout`, of the first row. */
  readonly shifts: Layout["shifts"];
  /** What the place made of it without being asked: rows instead of one line, or letters much narrower or smaller; absent = set as asked. */
  readonly refit?: "rows" | "narrow" | undefined;
  readonly warnings: readonly string[];
}

/** Below this share of its size a line is rather broken, into at most so many rows, if each one more leaves it larger by `gain`. */
const BREAK = { below: 0.85, most: 3, gain: 1.12 } as const;
/** From row to row: the letters' own height and so much more, within these bounds, em. */
const LEADING = { gap: 0.3, least: 1.1, most: 1.6 } as const;
/** Rows smaller than this share of the original are no wrap that was made for its place. */
const LEAST = 0.4;
/** Below this share of the width asked for, or by so much less, em, a string is seen to be set narrower. */
const NARROW = { share: 0.93, em: 0.2 } as const;

function pitchFor(ruler: Ruler, setting: Setting, { text, pitchPx, before }: WrapRequest): number {
  if (setting.vertical) return 1.5 * setting.sizePx;
  if (pitchPx !== undefined) return (pitchPx * setting.sizePx) / before.setting.sizePx;
  const m = ruler.metrics(setting, text);
  return Math.min(LEADING.most, Math.max(LEADING.least, m.bottom - m.top + LEADING.gap)) * setting.sizePx;
}

/** Height of the letters' middle over the baseline, em. */
const MIDDLE_EM = 0.36;
const overBaseline = (setting: Setting): number => (setting.vertical ? 0 : MIDDLE_EM * setting.sizePx);

interface Block {
  /** From the first baseline to the last, and height of one row, pixels. */
  readonly depth: number;
  readonly row: number;
}

/** Whether a line stands in the middle of a button or a band, which whatever takes its place should keep. */
const inBand = ({ above, below }: Headroom, rowHeight: number): boolean =>
  Math.max(above, below) < 2 * rowHeight && Math.abs(above - below) < Math.max(0.35 * Math.max(above, below), 0.25 * rowHeight);

/** Middle of the first row beside the old line's middle so that all rows fit, pixels across: it stays where below is room, else the block moves up. */
function firstMiddle({ depth, row }: Block, old: number, free: Headroom): number {
  const wanted = inBand(free, old) ? -depth / 2 : 0;
  const [top, bottom] = [-old / 2 - free.above, old / 2 + free.below];
  return Math.max(top + row / 2, Math.min(wanted, bottom - row / 2 - depth));
}

interface Attempt extends WrappedLayout {
  /** Of the size asked for. */
  readonly scale: number;
  /** The same with tightening and condensing counted in: 1 = as asked for. */
  readonly ease: number;
  /** Width that it lacks to what was asked for, em. */
  readonly lostEm: number;
}

/** Puts rows of one setting below each other, each aligned by its advance box as design tools do. */
function stacked(
  ruler: Ruler,
  request: WrapRequest,
  at: { rows: readonly string[]; setting: Setting; pitchPx: number; first: number },
): Pick<WrappedLayout, "rows" | "shifts"> {
  const { setting: anchor, shifts } = layoutText(ruler, {
    ...request,
    text: at.rows[0],
    setting: at.setting,
    settle: false,
    room: { before: 1e6, after: 1e6 },
  });
  const ends = at.rows.map((row) => penEnds(ruler, at.setting, row));
  const { cos, sin } = { cos: Math.cos(anchor.angle), sin: Math.sin(anchor.angle) };
  const rows = at.rows.map((text, k): Row => {
    const edge = { left: 0, center: 0.5, right: 1 }[request.align];
    const place = ([from, to]: readonly [number, number]) => from + edge * (to - from);
    const along = place(ends[0]) - place(ends[k]);
    const across = at.first + k * at.pitchPx;
    return { text, across, setting: { ...anchor, x: anchor.x + along * cos - across * sin, y: anchor.y + along * sin + across * cos } };
  });
  const [top, ...others] = rows;
  return { rows: [top, ...others], shifts };
}

/** These rows at the largest size that the place allows: narrowed as one line would be, and no taller than the free ground. */
function attempt(ruler: Ruler, request: WrapRequest, rows: readonly string[]): Attempt {
  const { before, align, room } = request;
  const oldWidth = widthOf(ruler, before.setting, before.text);
  const limit = Math.max(limitOf(align, oldWidth, room), oldWidth);
  const widest = rows.reduce((a, b) => (widthOf(ruler, request.setting, b) > widthOf(ruler, request.setting, a) ? b : a));
  const narrow = fittedInto(ruler, request, { text: widest, limit });
  const [asked, wide] = [widthOf(ruler, request.setting, widest), widthOf(ruler, narrow.setting, widest)];
  const spare = { left: (wide - oldWidth) / 2, center: 0, right: (oldWidth - wide) / 2 }[align];
  const free = request.headroom([spare - wide / 2, spare + wide / 2]);
  const pitch = pitchFor(ruler, narrow.setting, request);
  const old = request.height;
  const shrunk = narrow.setting.sizePx / request.before.setting.sizePx;
  const block = { depth: (rows.length - 1) * pitch, row: old * shrunk };
  const tall = Math.min(1, (free.above + free.below + old) / (block.depth + block.row));
  const setting = { ...narrow.setting, sizePx: narrow.setting.sizePx * tall };
  const middle = firstMiddle({ depth: block.depth * tall, row: block.row * tall }, old, free);
  const first = middle + overBaseline(setting) - overBaseline(before.setting);
  const laid = stacked(ruler, request, { rows, setting, pitchPx: pitch * tall, first });
  return {
    ...laid,
    pitchPx: pitch * tall,
    warnings: [],
    scale: setting.sizePx / request.setting.sizePx,
    ease: tall * (wide / asked),
    lostEm: (asked - tall * wide) / request.setting.sizePx,
  };
}

const NUMBER_WORDS = ["no", "one line", "two lines", "three lines", "four lines", "five lines", "six lines"];
const told = (request: WrapRequest, { rows, scale }: Attempt, text: string): readonly string[] => {
  const size = scale < 0.985 ? ` at ${Math.round(scale * 100)} % of the original size` : "";
  const asked = request.rows !== undefined || rowsAsked(request.text).length > 1;
  return asked && size === ""
    ? []
    : [`“${text}” is set in ${NUMBER_WORDS[rows.length] ?? `${rows.length} lines`}${size} to fit the space.`];
};

/** One line as it is: for what is not broken. Made smaller in the middle of a band, it keeps that middle. */
function alone(ruler: Ruler, request: WrapRequest, text: string): Attempt {
  const { setting, shifts, warnings } = layoutText(ruler, { ...request, text });
  const scale = setting.sizePx / request.setting.sizePx;
  const [asked, wide] = [widthOf(ruler, request.setting, text), widthOf(ruler, setting, text)];
  const [ease, lostEm] = [wide / asked, (asked - wide) / request.setting.sizePx];
  const straight = { rows: [{ text, setting, across: 0 }], pitchPx: 0, shifts, warnings, scale, ease, lostEm } as const;
  if (scale > 0.985 || setting.warp || setting.perspective) return straight;
  if (!inBand(request.headroom([-wide / 2, wide / 2]), request.height)) return straight;
  const across = overBaseline(setting) - overBaseline(request.setting);
  const lifted = { ...setting, x: setting.x - across * Math.sin(setting.angle), y: setting.y + across * Math.cos(setting.angle) };
  return { ...straight, rows: [{ text, setting: lifted, across }] };
}

const ENDS_WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;
const BEGINS_WIDE = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Rows read on in one line: a space between words, none between Han characters; spaces within a row are its own. */
function inOneLine(text: string): string {
  const [first = "", ...others] = rowsAsked(text);
  return others.reduce((line, row) => (ENDS_WIDE.test(line) && BEGINS_WIDE.test(row) ? line + row : `${line} ${row}`), first);
}

const narrowed = ({ ease, lostEm }: Attempt): Pick<WrappedLayout, "refit"> =>
  ease < NARROW.share || lostEm > NARROW.em ? { refit: "narrow" } : {};

/** The rows that were asked for, by breaks in the text or by number. */
function wished(ruler: Ruler, request: WrapRequest, text: string): readonly string[] | undefined {
  const asked = rowsAsked(request.text);
  if (asked.length > 1) return asked;
  const { rows } = request;
  return rows === undefined || rows < 2 ? undefined : breakRows(text, rows, (row) => widthOf(ruler, request.setting, row));
}

/** The best of two or three rows, where one line would come out small and the place has room for them. */
function broken(ruler: Ruler, request: WrapRequest, at: { text: string; ease: number }): Attempt | undefined {
  let best: Attempt | undefined;
  for (let count = 2; count <= BREAK.most; count++) {
    const rows = breakRows(at.text, count, (row) => widthOf(ruler, request.setting, row));
    const tried = rows && attempt(ruler, request, rows);
    if (tried && tried.ease > (best?.ease ?? at.ease) * BREAK.gain) best = tried;
  }
  return best;
}

/**
 * Places the new text as `layoutText` does, or in rows: where line breaks or a number of rows ask for it, or where one line would be set small and
 * there is free ground above or below. Bent lines and lines in perspective are not broken.
 */
export function wrapText(ruler: Ruler, request: WrapRequest): WrappedLayout {
  const text = inOneLine(request.text);
  const asked = wished(ruler, request, text);
  const bent = request.setting.warp !== undefined || request.setting.perspective !== undefined;
  const plain = alone(ruler, request, text);
  const single = { ...plain, ...narrowed(plain) };
  if (bent)
    return asked === undefined
      ? single
      : { ...single, warnings: [...single.warnings, `“${text}” stands on a bent or slanting line and was not broken.`] };
  if (asked !== undefined) {
    const tried = attempt(ruler, request, asked);
    if (tried.scale >= LEAST) return { ...tried, ...narrowed(tried), warnings: told(request, tried, text) };
    return {
      ...single,
      warnings: [...single.warnings, `There is no room for ${asked.length} lines where “${text}” stands, so it was set in one.`],
    };
  }
  const keep = request.rows === 1 || single.scale >= BREAK.below;
  const wrapped = keep ? undefined : broken(ruler, request, { text, ease: single.ease });
  if (wrapped === undefined) return single;
  const grown = growthNote(ruler, { ...request, text });
  return { ...wrapped, refit: "rows", warnings: [...(grown === undefined ? [] : [grown]), ...told(request, wrapped, text)] };
}
