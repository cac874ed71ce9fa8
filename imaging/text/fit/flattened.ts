import { createPlane, type Plane } from "../../raster/raster.ts";
import { planeAt } from "../../raster/resample.ts";
import { type LineFrame, lineFrame } from "../frame.ts";
import { type Perspective, seenAt, unseenAt } from "../perspective.ts";
import { type Setting, slidAlong } from "../setting.ts";

/** The plane a line was found to lie on: where and how it is seen. */
export interface SeenPlane extends Pick<Setting, "x" | "y" | "angle"> {
  readonly perspective: Perspective;
}

/** Letters as they are on their plane, seen straight on; pixel (0, 0) is the plane's point (`u`, `v`). */
export interface Flattened {
  readonly shape: Plane;
  readonly frame: LineFrame;
  readonly u: number;
  readonly v: number;
}

const MARGIN = 12;
/** Largest flat picture, pixels: planes near their horizon grow without end. */
const MOST = 4_000_000;
const INK = 0.3;

/** A shape's letters seen straight on; `undefined` where there is no ink or the plane runs away. */
export function flattened(shape: Plane, plane: SeenPlane): Flattened | undefined {
  const [cos, sin] = [Math.cos(plane.angle), Math.sin(plane.angle)];
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < shape.data.length; i++) {
    if (shape.data[i] < INK) continue;
    const [dx, dy] = [(i % shape.width) + 0.5 - plane.x, Math.floor(i / shape.width) + 0.5 - plane.y];
    const { u, v } = unseenAt(plane.perspective, { u: dx * cos + dy * sin, v: -dx * sin + dy * cos });
    [u0, u1, v0, v1] = [Math.min(u0, u), Math.max(u1, u), Math.min(v0, v), Math.max(v1, v)];
  }
  const [width, height] = [Math.ceil(u1 - u0) + 2 * MARGIN, Math.ceil(v1 - v0) + 2 * MARGIN];
  if (!(width * height < MOST)) return undefined;
  const [left, top] = [u0 - MARGIN, v0 - MARGIN];
  const out = createPlane(width, height);
  for (let i = 0; i < out.data.length; i++) {
    const { u, v } = seenAt(plane.perspective, { u: left + (i % width) + 0.5, v: top + Math.floor(i / width) + 0.5 });
    out.data[i] = planeAt(shape, plane.x + u * cos - v * sin - 0.5, plane.y + u * sin + v * cos - 0.5);
  }
  const box = { cx: width / 2, cy: height / 2, width: u1 - u0, height: v1 - v0, angle: 0 };
  return { shape: out, frame: lineFrame(box, { x: 0, y: 0, width, height }), u: left, v: top };
}

/** What was set on the flat letters, back on the plane; exact but for how far its baseline is off the plane's own. */
export function ontoPlane(setting: Setting, { u, v }: Flattened, plane: SeenPlane): Setting {
  const on = slidAlong(
    { ...setting, x: plane.x, y: plane.y, angle: plane.angle + setting.angle, perspective: plane.perspective },
    setting.x + u,
  );
  const across = setting.y + v;
  return { ...on, x: on.x - Math.sin(plane.angle) * across, y: on.y + Math.cos(plane.angle) * across };
}
