import { penPositions } from "../pens.ts";
import type { Ruler } from "../ruler.ts";
import { type Setting, slidAlong } from "../setting.ts";
import type { Align } from "./align.ts";
import { keptCharacters, settleShift } from "./keep.ts";
import { inkEnds } from "./line-plane.ts";
import type { Room } from "./room.ts";

export interface LayoutRequest {
  readonly before: { readonly setting: Setting; readonly text: string };
  readonly text: string;
  /** The setting to start from: the original's, or restyled, or in another face. */
  readonly setting: Setting;
  readonly align: Align;
  readonly room: Room;
  /** Align by the advance box as design tools do; by the ink where the face is too unlike for its bearings to mean anything. */
  readonly byPen: boolean;
  /** Let kept characters stay exactly where they are where that costs next to nothing. */
  readonly settle: boolean;
}

export interface Layout {
  readonly setting: Setting;
  /** How far along the line each alignment moves the middle, before kept characters are let stand. */
  readonly shifts: Readonly<Record<Align, number>>;
  readonly warnings: readonly string[];
}

const TRACKING_LEAST = -0.045;
const CONDENSE_LEAST = 0.86;
const LONG = 1.5;
/** Letters may reach so far into the margin kept from what stands around, em, before they are drawn together. */
const INTO_MARGIN_EM = 0.12;
/** How far a line may stray from its alignment so that kept characters need not move, em: not to be seen beside aligned neighbours. */
const SETTLE_EM = 0.045;

/** Width of the ink, pixels along the line. */
export const widthOf = (ruler: Ruler, setting: Setting, text: string): number => {
  const m = ruler.metrics(setting, text);
  return (m.right - m.left) * setting.sizePx * setting.condense;
};

/** Tightens a setting until the text is no wider than `limit`: tracking first, then condensing, then size. */
function tightened(ruler: Ruler, start: Setting, at: { text: string; limit: number }): { setting: Setting; note?: string } {
  let setting = start;
  const over = () => widthOf(ruler, setting, at.text) / at.limit;
  if (over() <= 1) return { setting };
  const gaps = [...at.text].length - 1;
  if (gaps > 0) {
    const excess = (widthOf(ruler, setting, at.text) - at.limit) / (gaps * setting.sizePx * setting.condense);
    setting = { ...setting, tracking: Math.max(Math.min(setting.tracking, TRACKING_LEAST), setting.tracking - excess) };
  }
  if (over() <= 1) return { setting, note: "set a little tighter to fit the space" };
  setting = { ...setting, condense: setting.condense * Math.max(CONDENSE_LEAST, 1 / over()) };
  if (over() <= 1.001) return { setting, note: "condensed to fit the space" };
  const shrink = 1 / over();
  setting = { ...setting, sizePx: setting.sizePx * shrink };
  return { setting, note: `set at ${Math.round(shrink * 100)} % of the original size to fit the space` };
}

/** As `tightened`, for a line in the place of another: one that is hardly longer stays as it is set, and one whose advances take no more room whatever its ink's ends do. */
export function fittedInto(
  ruler: Ruler,
  { before, setting }: Pick<LayoutRequest, "before" | "setting">,
  at: { readonly text: string; readonly limit: number },
): ReturnType<typeof tightened> {
  const advance = (s: Setting, text: string): number => ruler.metrics(s, text).advance * s.sizePx * s.condense;
  const noLonger = advance(setting, at.text) <= advance(before.setting, before.text);
  const hardlyLonger = widthOf(ruler, setting, at.text) <= at.limit + INTO_MARGIN_EM * setting.sizePx;
  return noLonger || hardlyLonger ? { setting } : tightened(ruler, setting, at);
}

/** Ends of the advance box relative to the setting's middle. */
export const penEnds = (ruler: Ruler, setting: Setting, text: string): readonly [number, number] => {
  const half = (ruler.metrics(setting, text).advance * setting.sizePx * setting.condense) / 2;
  return [-half, half];
};

/** Widest the text may become, pixels: as far as the room reaches on the side it grows to. */
export const limitOf = (align: Align, width: number, room: Room): number => {
  if (align === "left") return width + room.after;
  if (align === "right") return width + room.before;
  return width + 2 * Math.min(room.before, room.after);
};

/** The new middle relative to the old one along the line, so that the aligned edge of the ink stays. */
function alignShift(align: Align, before: readonly [number, number], after: readonly [number, number]): number {
  if (align === "left") return before[0] - after[0];
  if (align === "right") return before[1] - after[1];
  return (before[0] + before[1]) / 2 - (after[0] + after[1]) / 2;
}

/** What to say where the new text is far wider than the old one. */
export function growthNote(ruler: Ruler, { before, setting, text }: LayoutRequest): string | undefined {
  const times = widthOf(ruler, setting, text) / widthOf(ruler, before.setting, before.text);
  return times > LONG
    ? `The new text is ${times.toFixed(1)} times as wide as the old one; look whether it still suits the design.`
    : undefined;
}

/** Places the new text: alignment kept, width watched, kept characters left standing where possible. */
export function layoutText(ruler: Ruler, request: LayoutRequest): Layout {
  const { before, text, align } = request;
  const oldWidth = widthOf(ruler, before.setting, before.text);
  const warnings: string[] = [];
  const grown = growthNote(ruler, request);
  if (grown !== undefined) warnings.push(grown);
  const limit = Math.max(limitOf(align, oldWidth, request.room), oldWidth);
  const fitted = fittedInto(ruler, request, { text, limit });
  if (fitted.note) warnings.push(`“${text}” is ${fitted.note}.`);
  const ends = request.byPen ? penEnds : inkEnds;
  const [old, fresh] = [ends(ruler, before.setting, before.text), ends(ruler, fitted.setting, text)];
  const shifts = { left: alignShift("left", old, fresh), center: alignShift("center", old, fresh), right: alignShift("right", old, fresh) };
  const shift = shifts[align];
  const start: Setting = { ...fitted.setting, x: before.setting.x, y: before.setting.y };
  let along = shift;
  if (request.settle && !fitted.note) {
    const pairs = keptCharacters(before.text, text).filter(([i]) => [...before.text][i].trim() !== "");
    const pens = {
      before: penPositions(ruler, before.setting, before.text),
      after: penPositions(ruler, start, text).map((p) => p + shift),
    };
    along += settleShift(pairs, pens, start.sizePx * SETTLE_EM);
  }
  return { setting: slidAlong(start, along), shifts, warnings };
}
