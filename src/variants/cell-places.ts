import type { VariantLayout } from "../../protocol/bridge.ts";
import type { Point, Rect, Size } from "../../protocol/geometry.ts";

/** Space between variants and around them, canvas units. */
export const GAP = 40;
/** Room for a label under a picture of a contact sheet. */
export const LABEL_HEIGHT = 32;

/** Columns of a contact sheet: as square as the count allows. */
export const sheetColumns = (count: number): number => Math.ceil(Math.sqrt(count));

/** Where the cells lie in what holds them, in order: one row, or a grid with labels. */
export function cellPlaces(layout: VariantLayout, count: number, cell: Size<"canvas">): readonly Point<"canvas">[] {
  const columns = layout === "sheet" ? sheetColumns(count) : count;
  const rowHeight = cell.height + GAP + (layout === "sheet" ? LABEL_HEIGHT : 0);
  return Array.from({ length: count }, (_, i) => ({
    x: GAP + (i % columns) * (cell.width + GAP),
    y: GAP + Math.floor(i / columns) * rowHeight,
  }));
}

/** The size of what holds the cells. */
export function holderSize(layout: VariantLayout, count: number, cell: Size<"canvas">): Size<"canvas"> {
  const columns = layout === "sheet" ? sheetColumns(count) : count;
  const rows = Math.ceil(count / columns);
  const label = layout === "sheet" ? LABEL_HEIGHT : 0;
  return { width: GAP + columns * (cell.width + GAP), height: GAP + rows * (cell.height + label + GAP) };
}

/** The first free place for something of this size to the right of `home` among `others` on the same level, canvas units. */
export function freePlace(home: Rect<"canvas">, size: Size<"canvas">, others: readonly Rect<"canvas">[]): Point<"canvas"> {
  const start = { x: home.x + home.width + 2 * GAP, y: home.y };
  const hit = (x: number) =>
    others.filter((o) => x < o.x + o.width && o.x < x + size.width && start.y < o.y + o.height && o.y < start.y + size.height);
  let x = start.x;
  for (let blocking = hit(x); blocking.length > 0; blocking = hit(x)) x = Math.max(...blocking.map((o) => o.x + o.width)) + 2 * GAP;
  return { x, y: start.y };
}
