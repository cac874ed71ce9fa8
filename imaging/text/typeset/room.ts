import type { RasterImage } from "../../raster/raster.ts";
import { seenAt, unseenAt } from "../perspective.ts";
import type { TextLine } from "../types.ts";
import { EDGE_WITHIN, goesOn, type Strip, samenessOf, stripAt } from "./ground-beside.ts";
import type { LinePlane } from "./line-plane.ts";

/** Free length beyond each end of a line along its direction, pixels. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/** Whether a point of the picture lies in a line's box. */
export const coversPoint = (line: TextLine, x: number, y: number): boolean => {
  const cos = Math.cos(line.box.angle);
  const sin = Math.sin(line.box.angle);
  const dx = x - line.box.cx;
  const dy = y - line.box.cy;
  return Math.abs(dx * cos + dy * sin) < line.box.width / 2 && Math.abs(-dx * sin + dy * cos) < line.box.height / 2;
};

/** Kept free at the picture's edge, of its shorter side. */
const EDGE_MARGIN = 0.05;

/** Where a line's room is looked at for other lines, heights from its middle: less than boxes of rows set close share. */
const ROWS_FREE = [-0.25, 0, 0.25] as const;

/** Whether another line stands at `u` from a line's middle, where its letters would be. */
function isTaken({ box }: TextLine, u: number, others: readonly TextLine[]): boolean {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const places = ROWS_FREE.map((row) => ({
    x: box.cx + u * cos - row * box.height * sin,
    y: box.cy + u * sin + row * box.height * cos,
  }));
  return others.some((other) => places.some(({ x, y }) => coversPoint(other, x, y)));
}

/** Walks outward from one end until another line, the picture's margin or a change of background. */
function walk(image: RasterImage, line: TextLine, at: { side: 1 | -1; others: readonly TextLine[] }): number {
  const { box } = line;
  const edge = box.width / 2;
  // The line's own shadow or glow may reach over its end; a little further out the ground shows.
  const own = EDGE_WITHIN * box.height;
  const start = stripAt(image, box, at.side * (edge + own)) ?? stripAt(image, box, at.side * edge);
  if (!start) return 0;
  const step = Math.max(1, box.height / 16);
  const margin = 0.35 * box.height;
  const same = samenessOf(image, box, { start, isCovered: (x, y) => at.others.some((o) => coversPoint(o, x, y)) });
  const passed: Strip[] = [];
  let d = Math.ceil(own / step) * step;
  for (; ; d += step) {
    const u = at.side * (edge + d);
    const here = stripAt(image, box, u);
    if (!here) return Math.max(0, d - Math.max(margin, EDGE_MARGIN * Math.min(image.width, image.height)));
    const before = { back: passed.at(-Math.ceil(own / step)) ?? start, just: passed.at(-2) ?? start };
    if (!goesOn(here, before, same) || isTaken(line, u, at.others)) break;
    passed.push(here);
  }
  return Math.max(0, d - margin);
}

/** How far a line may grow to each side before it meets other text, the picture's edge or a different background. */
export function roomAround(image: RasterImage, line: TextLine, all: readonly TextLine[]): Room {
  const others = all.filter((o) => o !== line);
  return { before: walk(image, line, { side: -1, others }), after: walk(image, line, { side: 1, others }) };
}

/** Room seen in the picture as it is on the line's own plane, where the string is laid out: towards the near end the same length seen holds less type. */
export function roomOnPlane({ perspective, ends: [a, b] }: LinePlane, room: Room): Room {
  if (!perspective) return room;
  const beyond = (end: number, by: number): number =>
    unseenAt(perspective, { u: seenAt(perspective, { u: end, v: 0 }).u + by, v: 0 }).u - end;
  return { before: Math.max(0, -beyond(a, -room.before)), after: Math.max(0, beyond(b, room.after)) };
}
