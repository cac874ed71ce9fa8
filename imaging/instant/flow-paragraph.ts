import { pasteFloat } from "../raster/crop.ts";
import type { RasterImage } from "../raster/raster.ts";
import { type Setting, slidAlong } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import { type FittedRows, fitRows, justified } from "../text/typeset/fit-rows.ts";
import { headroom } from "../text/typeset/headroom.ts";
import { widthOf } from "../text/typeset/layout.ts";
import { readOn } from "../text/typeset/pour.ts";
import { endsOf } from "../text/typeset/running-text.ts";
import type { Row } from "../text/typeset/wrap.ts";
import { type Stretch, type StretchRequest, stretchOf } from "./flow-stretch.ts";
import type { LineEdit } from "./line-edit.ts";
import { type InstantContext, type Reconstruction, reconstructLine } from "./reconstruct.ts";
import type { LaidOut } from "./replace-line.ts";

/** A line to set anew, with what its paragraph has made out of it already. */
export interface FlowingEdit extends LineEdit {
  readonly reconstruction?: Reconstruction;
  readonly laid?: LaidOut;
}

interface Flow {
  readonly context: InstantContext;
  readonly image: RasterImage;
  readonly lines: readonly TextLine[];
  readonly edits: readonly LineEdit[];
  readonly stretch: Stretch;
}

type Seen = ReadonlyMap<TextLine, Reconstruction>;

/** Reconstructs those of the lines that are not yet; `undefined` where one cannot be, or does not lie straight. */
async function seenToo({ context, image, lines, edits }: Flow, wanted: readonly TextLine[], seen: Seen): Promise<Seen | undefined> {
  const all = new Map(seen);
  for (const line of wanted) {
    if (all.has(line)) continue;
    const spelled = edits.find((edit) => edit.line === line)?.spelled;
    const kin = [...all.values()][0]?.candidates[0].face.family;
    const found = await reconstructLine(context, image, { line, lines, texts: [line.string, ...(spelled ? [spelled] : [])], kin });
    if (!found || found.setting.warp || found.setting.perspective) return undefined;
    all.set(line, found);
  }
  return all;
}

/** How the paragraph is set: as its line that was understood best; where it is justified, by its closest spaces. */
function styleOf({ stretch }: Flow, seen: Seen): Setting {
  const all = [...seen.values()];
  const worth = (r: Reconstruction): number => r.candidates[0].similarity * Math.sqrt(r.text.length);
  const { setting } = all.reduce((best, r) => (worth(r) > worth(best) ? r : best));
  if (stretch.align !== "justified") return setting;
  const alike = all.map((r) => r.setting).filter((s) => s.faceId === setting.faceId);
  return {
    ...setting,
    tracking: Math.min(...alike.map((s) => s.tracking)),
    wordGap: Math.min(...alike.map((s) => s.wordGap)),
  };
}

interface Measure {
  /** Longest ink of the stretch's row, counted from its first edited line, pixels. */
  readonly limit: (row: number) => number;
  /** From baseline to baseline, pixels. */
  readonly pitch: number;
  readonly rows: number;
}

/** The block's own box: from where a line begins to where the longest ends, and how many rows find room in it and below. */
function measureOf({ context, image, lines, stretch }: Flow, seen: Seen): Measure {
  const all = stretch.lines;
  const ends = endsOf(all);
  // Boxes are found with a rim around the ink.
  const rims = [...seen.values()].map((r) => (r.line.box.width - widthOf(context.ruler, r.setting, r.text)) / 2);
  const rim = rims.reduce((a, b) => a + b, 0) / rims.length;
  const [left, right] = [Math.min(...ends.map((e) => e.from)), Math.max(...ends.map((e) => e.to))];
  const limit = (row: number): number => {
    const own = ends[Math.min(stretch.first + row, all.length - 1)];
    if (stretch.align === "center") return Math.max(...ends.map((e) => e.to - e.from)) - 2 * rim;
    return (stretch.align === "right" ? own.to - left : right - own.from) - 2 * rim;
  };
  const { box } = all[0];
  const across = all.map((l) => -l.box.cx * Math.sin(box.angle) + l.box.cy * Math.cos(box.angle));
  const pitch = (across[all.length - 1] - across[0]) / (all.length - 1);
  const last = all[all.length - 1];
  const cleared = [...seen.values()].reduce(
    (under, { plate, region, mask }) => pasteFloat(under, plate.pixels, { x: region.rect.x, y: region.rect.y, only: mask }),
    image,
  );
  const others = lines.filter((line) => !all.includes(line));
  const span = [-last.box.width / 2, last.box.width / 2] as const;
  const free = headroom(cleared, last.box, { span, others, most: 6 * last.box.height });
  return { limit, pitch, rows: all.length - stretch.first + Math.max(0, Math.floor(free.below / pitch + 0.1)) };
}

/** How much shorter than its neighbours a line of ragged text may end before the next line's words are drawn up, em. */
const RAGGED = 1;
/** Em of tracking per character that a line may be drawn closer rather than broken. */
const CLOSER = 0.02;

/** Whether every edited line finds room in its own place, and leaves none that its neighbours would not. */
function staysInPlace({ context, edits, stretch }: Flow, style: Setting, { limit }: Measure): boolean {
  if (stretch.align === "justified" || (stretch.dealt && stretch.running)) return false;
  return edits.every(({ text }, i) => {
    const width = widthOf(context.ruler, style, text);
    const closer = CLOSER * style.sizePx * Math.max(0, [...text].length - 1);
    if (text.trim() === "" || width > limit(i) + closer) return false;
    const next = stretch.lines[stretch.first + i + 1];
    if (stretch.dealt || next === undefined) return true;
    const ends = endsOf(stretch.lines).slice(0, -1);
    const longest = Math.max(...ends.map((e) => e.to - e.from));
    const usual = Math.max(...ends.filter((_, k) => k !== stretch.first + i).map((e) => longest - (e.to - e.from)), 0);
    const piece = /^[^\s\p{Script=Han}]+|^./u.exec(next.string)?.[0] ?? "";
    const slack = limit(i) - width;
    return slack <= usual + RAGGED * style.sizePx || slack < widthOf(context.ruler, style, `${text} ${piece}`) - width;
  });
}

/** A line's setting in the paragraph's style, where its own differs from it by more than a fit's slack. */
function inStyle(own: Setting, { style, fitted }: { style: Setting; fitted: FittedRows }): Setting {
  const alike = own.faceId === style.faceId && Math.abs(own.weight - style.weight) <= 100 && Math.abs(own.sizePx / style.sizePx - 1) < 0.02;
  const base = alike ? { ...own, tracking: style.tracking, wordGap: style.wordGap } : { ...style, x: own.x, y: own.y, angle: own.angle };
  const { setting, scale } = fitted;
  return {
    ...base,
    sizePx: base.sizePx * scale,
    tracking: base.tracking + setting.tracking - style.tracking,
    condense: base.condense * (setting.condense / style.condense),
  };
}

interface Place {
  readonly text: string;
  /** Row of the stretch counted from its first edited line, and the line it hangs on likewise. */
  readonly row: number;
  readonly line: number;
  readonly lastOfAll: boolean;
}

/** Height of the letters' middle over the baseline, em. */
const MIDDLE_EM = 0.36;

/** One row where its line stood, or so many rows below the last line there was. */
function rowAt(flow: Flow, at: { own: Reconstruction; style: Setting; fitted: FittedRows; measure: Measure; place: Place }): Row {
  const { own, style, fitted, measure, place } = at;
  const { context, stretch } = flow;
  const inPlace = inStyle(own.setting, { style, fitted });
  const drawn = stretch.align === "justified" && !place.lastOfAll;
  const setting = drawn ? justified(context.ruler, inPlace, { text: place.text, width: measure.limit(place.row) }) : inPlace;
  const advance = (s: Setting, text: string): number => context.ruler.metrics(s, text).advance * s.sizePx * s.condense;
  const grown = (advance(setting, place.text) - advance(own.setting, own.text)) / 2;
  const along = stretch.align === "center" ? 0 : stretch.align === "right" ? -grown : grown;
  const smaller = MIDDLE_EM * (inPlace.sizePx - inPlace.sizePx / fitted.scale);
  const across = (place.row * fitted.scale - place.line) * measure.pitch + smaller;
  const slid = slidAlong(setting, along);
  const { angle } = own.setting;
  return { text: place.text, across, setting: { ...slid, x: slid.x - across * Math.sin(angle), y: slid.y + across * Math.cos(angle) } };
}

const plain = (text: string): string => text.replaceAll(/\s/g, "");

/** What is said of lines that moved or were set smaller. */
function notesOf({ stretch }: Flow, { note, rows }: FittedRows): readonly string[] {
  const before = stretch.lines.length - stretch.first;
  const count =
    rows.length === before ? [] : [`The paragraph now has ${stretch.first + rows.length} lines instead of ${stretch.lines.length}.`];
  return note === undefined ? count : [...count, `The paragraph of “${rows[0]}” is ${note}.`];
}

/** The lines that change, each with the rows that hang on it; lines too many fall empty. */
async function setAnew(
  flow: Flow,
  at: { seen: Seen; style: Setting; measure: Measure; fitted: FittedRows },
): Promise<readonly FlowingEdit[] | undefined> {
  const { stretch, edits } = flow;
  const { fitted, measure, style } = at;
  const after = stretch.lines.slice(stretch.first);
  const rows = after.map((line, k): { line: TextLine; own: readonly Place[] } => {
    const own = fitted.rows.flatMap((text, row): Place[] =>
      Math.min(row, after.length - 1) === k ? [{ text, row, line: k, lastOfAll: row === fitted.rows.length - 1 }] : [],
    );
    return { line, own };
  });
  const changed = rows.filter(
    ({ line, own }) => fitted.note !== undefined || own.length !== 1 || plain(own[0].text) !== plain(line.string),
  );
  const seen = await seenToo(
    flow,
    changed.map(({ line }) => line),
    at.seen,
  );
  if (!seen) return undefined;
  return changed.map(({ line, own }, i) => {
    const spelled = edits.find((edit) => edit.line === line)?.spelled;
    const text = own.map((place) => place.text).join("\n");
    const edit: FlowingEdit = { line, text, ...(spelled ? { spelled } : {}) };
    const reconstruction = seen.get(line)!;
    const [first, ...more] = own.map((place) => rowAt(flow, { own: reconstruction, style, fitted, measure, place }));
    if (first === undefined) return edit;
    const layout = {
      rows: [first, ...more] as const,
      pitchPx: measure.pitch * fitted.scale,
      shifts: { left: 0, center: 0, right: 0 },
      ...(i === 0 ? { refit: fitted.refit, warnings: notesOf(flow, fitted) } : { warnings: [] }),
    };
    return { ...edit, reconstruction, laid: { layout, align: stretch.align === "justified" ? "left" : stretch.align } };
  });
}

export interface Flowed {
  readonly edits: readonly FlowingEdit[];
  /** Lines whose edits, of whichever wish, are carried out with these. */
  readonly taken: readonly TextLine[];
}

/** The stretch with the lines before it taken in. */
const fromTheTop = (stretch: Stretch): Stretch => ({
  ...stretch,
  first: 0,
  text: [...stretch.lines.slice(0, stretch.first).map(({ string }) => string), stretch.text].reduce(readOn),
});

/**
 * Edits of one wish with the lines that flow on from them: where several lines of a paragraph are set anew, or a line of running text becomes
 * longer or shorter than its place, words go over to the next line or come back from it. Lines before the first edited one stay, as do those from
 * which on the breaks are as they were. Elsewhere the edits come back as they are. Costs a reconstruction of every line that changes.
 */
export async function flowEdits(context: InstantContext, image: RasterImage, at: StretchRequest): Promise<Flowed> {
  const stretch = stretchOf(at);
  const asTheyAre: Flowed = { edits: at.edits, taken: [] };
  if (!stretch) return asTheyAre;
  const flow: Flow = { context, image, stretch, edits: stretch.edits, lines: at.lines };
  const seen = await seenToo(
    flow,
    stretch.edits.map(({ line }) => line),
    new Map(),
  );
  if (!seen) return asTheyAre;
  const style = styleOf(flow, seen);
  const measure = measureOf(flow, seen);
  if (staysInPlace(flow, style, measure))
    return { edits: at.edits.map((edit) => ({ ...edit, reconstruction: seen.get(edit.line)! })), taken: [] };
  const rest = stretch.lines.slice(stretch.last + 1).map(({ string }) => string);
  const fit = ({ text, align }: Stretch, { limit, rows }: Measure) =>
    fitRows(context.ruler, { setting: style, text, rest, align, limit, most: rows });
  const fitted = fit(stretch, measure);
  // Not one part of a paragraph is made closer or smaller than the rest.
  const top = fitted?.note !== undefined && stretch.first > 0;
  const whole = top ? { ...flow, stretch: fromTheTop(stretch) } : flow;
  const box = top ? measureOf(whole, seen) : measure;
  const all = top ? fit(whole.stretch, box) : fitted;
  const edits = all && (await setAnew(whole, { seen, style, measure: box, fitted: all }));
  return edits ? { edits, taken: stretch.edits.map(({ line }) => line) } : asTheyAre;
}
