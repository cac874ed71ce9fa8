import type { RasterImage } from "../../raster/raster.ts";
import { seenAt, unseenAt } from "../perspective.ts";
import type { TextLine } from "../types.ts";
import { apart, EDGE_WITHIN, GROUND_AT, goesOn, patchAt, type Strip, samenessOf, stripAt } from "./ground-beside.ts";
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

/** How far from a line, middle to middle in heights, the rows above and below it stand. */
const NEXT_ROW = { least: 0.5, most: 2.2 } as const;
/** Share of a change of ground by which what lies beside another row may differ from it there and be the same change. */
const ALIKE = 0.4;

/** A change of ground at one place along a line. */
interface Change {
  readonly u: number;
  readonly here: Strip;
  /** Where the ground was still as before. */
  readonly since: number;
  readonly back: Strip;
}

/** Whether a row right above or below stands across the very change of ground that a line would: what ends no row of a block ends none. */
function crossedByRow(image: RasterImage, { box }: TextLine, { u, here, since, back }: Change, others: readonly TextLine[]): boolean {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const limit = Math.max(22, ALIKE * apart(here.mean, back.mean));
  return others.some((other) => {
    const v = -(other.box.cx - box.cx) * sin + (other.box.cy - box.cy) * cos;
    const at = (along: number, across: number) => ({ x: box.cx + along * cos - across * sin, y: box.cy + along * sin + across * cos });
    const reaches = [u, since].every((along) => coversPoint(other, at(along, v).x, at(along, v).y));
    if (!reaches || Math.abs(v) < NEXT_ROW.least * box.height || Math.abs(v) > NEXT_ROW.most * box.height) return false;
    const isLike = (along: number, strip: Strip): boolean =>
      [-1, 1].some((side) => {
        const { x, y } = at(along, v + side * GROUND_AT * other.box.height);
        const ground = patchAt(image, Math.floor(x), Math.floor(y));
        return ground !== undefined && apart(ground, strip.mean) < limit;
      });
    return isLike(u, here) && isLike(since, back);
  });
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
  const same = samenessOf(image, box, { side: at.side, start, isCovered: (x, y) => at.others.some((o) => coversPoint(o, x, y)) });
  const passed: Strip[] = [];
  let d = Math.ceil(own / step) * step;
  for (; ; d += step) {
    const u = at.side * (edge + d);
    const here = stripAt(image, box, u);
    if (!here) return Math.max(0, d - Math.max(margin, EDGE_MARGIN * Math.min(image.width, image.height)));
    const before = { back: passed.at(-Math.ceil(own / step)) ?? start, just: passed.at(-2) ?? start };
    const change = { u, here, since: u - at.side * own, back: before.back };
    const goes = goesOn(here, before, same) || crossedByRow(image, line, change, at.others);
    if (!goes || isTaken(line, u, at.others)) break;
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
