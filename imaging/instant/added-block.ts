import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import type { Align } from "../text/typeset/align.ts";
import { breakRows, rowsAsked } from "../text/typeset/break-rows.ts";
import { widthOf } from "../text/typeset/layout.ts";

/** A string in rows, measured. Lengths in em of its setting, from the first row's aligned edge on its baseline. */
export interface AddedBlock {
  readonly rows: readonly string[];
  /** From baseline to baseline. */
  readonly leading: number;
  /** Where each row's pen starts. */
  readonly starts: readonly number[];
  /** Around the ink of all rows. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From row to row where no neighbour says: the letters' own height and so much more, within these bounds, em. */
const LEADING = { gap: 0.32, least: 1.15, most: 1.6 } as const;

function block(ruler: Ruler, setting: Setting, at: { rows: readonly string[]; align: Align; leading: number | undefined }): AddedBlock {
  const all = at.rows.map((row) => ruler.metrics(setting, row));
  const tallest = Math.max(...all.map((m) => m.bottom - m.top));
  const leading = at.leading ?? Math.min(LEADING.most, Math.max(LEADING.least, tallest + LEADING.gap));
  const starts = all.map(({ advance }) => ({ left: 0, center: -advance / 2, right: -advance })[at.align]);
  return {
    rows: at.rows,
    leading,
    starts,
    left: Math.min(...all.map((m, k) => starts[k] + m.left)),
    right: Math.max(...all.map((m, k) => starts[k] + m.right)),
    top: Math.min(...all.map((m, k) => k * leading + m.top)),
    bottom: Math.max(...all.map((m, k) => k * leading + m.bottom)),
  };
}

/** Size of type, as a share of that asked for, below which a text is rather broken, and how much each row more must gain. */
const BREAK = { below: 0.75, most: 3, gain: 1.12 } as const;

export interface BlockRequest {
  /** Line breaks in it are rows. */
  readonly text: string;
  /** So many rows are asked for. */
  readonly count: number | undefined;
  readonly align: Align;
  /** From row to row in em, where the picture's own text says. */
  readonly leading: number | undefined;
  /** Room for the ink, pixels. */
  readonly room: { readonly width: number; readonly height: number };
}

/** A string in the rows it asks for, or in those in which it finds room at its size; with the share of the size at which it does. */
export function blockFor(ruler: Ruler, setting: Setting, at: BlockRequest): { readonly block: AddedBlock; readonly scale: number } {
  const asked = rowsAsked(at.text);
  const inRows = (rows: readonly string[]) => {
    const made = block(ruler, setting, { ...at, rows });
    const { sizePx } = setting;
    const scale = Math.min(1, at.room.width / ((made.right - made.left) * sizePx), at.room.height / ((made.bottom - made.top) * sizePx));
    return { block: made, scale };
  };
  const broken = (count: number) => breakRows(at.text.trim(), count, (row) => widthOf(ruler, setting, row));
  if (asked.length > 1 || at.count === 1) return inRows(asked);
  const wished = at.count === undefined ? undefined : broken(at.count);
  if (wished) return inRows(wished);
  let best = inRows(asked);
  if (best.scale >= BREAK.below) return best;
  for (let count = 2; count <= BREAK.most; count++) {
    const rows = broken(count);
    const tried = rows && inRows(rows);
    if (tried && tried.scale > BREAK.gain * best.scale) best = tried;
  }
  return best;
}

/** Settings of the rows of a block whose ink has its middle at a point, pixels. */
export function placedRows(
  ruler: Ruler,
  setting: Setting,
  {
    block: { rows, starts, leading, left, right, top, bottom },
    x,
    y,
  }: { readonly block: AddedBlock; readonly x: number; readonly y: number },
): readonly { readonly text: string; readonly setting: Setting }[] {
  return rows.map((text, k) => {
    const middle = starts[k] + ruler.metrics(setting, text).advance / 2 - (left + right) / 2;
    return {
      text,
      setting: { ...setting, x: x + middle * setting.sizePx, y: y + (k * leading - (top + bottom) / 2) * setting.sizePx },
    };
  });
}
