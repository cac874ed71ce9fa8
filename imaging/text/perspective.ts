/**
 * A line seen at an angle: the point (`u`, `v`) of the flat line, pixels from its middle on the baseline, is seen at
 * (`u`, `v`) / (1 + `along`·u + `across`·v). Per pixel; 0 and 0 = seen straight on.
 */
export interface Perspective {
  readonly along: number;
  readonly across: number;
}

export const STRAIGHT_ON: Perspective = { along: 0, across: 0 };

export interface FlatPoint {
  readonly u: number;
  readonly v: number;
}

/** Least nearness that is still drawn: beyond lies the horizon. */
const NEAREST = 0.2;

/** How much smaller things are at a point of the flat line than at its middle. */
export const depthAt = (p: Perspective, { u, v }: FlatPoint): number => Math.max(NEAREST, 1 + p.along * u + p.across * v);

/** Where a point of the flat line is seen. */
export function seenAt(p: Perspective, point: FlatPoint): FlatPoint {
  const depth = depthAt(p, point);
  return { u: point.u / depth, v: point.v / depth };
}

/** The point of the flat line that is seen at a place: undoes `seenAt`. */
export function unseenAt(p: Perspective, { u, v }: FlatPoint): FlatPoint {
  const back = Math.max(NEAREST, 1 - p.along * u - p.across * v);
  return { u: u / back, v: v / back };
}

/** The upright 2 × 2 part of a line's transform: rows of (u, v) per em square. */
export interface Frame2 {
  readonly sizePx: number;
  readonly condense: number;
  readonly slant: number;
}

/** `[[a, b], [c, d]]` times the matrix of a frame, taken apart again into a turn and a frame. */
export function turnedFrame([[a, b], [c, d]]: readonly (readonly [number, number])[], frame: Frame2): Frame2 & { readonly turn: number } {
  const wide = frame.sizePx * frame.condense;
  const lean = -Math.tan(frame.slant) * frame.sizePx;
  const first = { u: a * wide, v: c * wide };
  const second = { u: a * lean + b * frame.sizePx, v: c * lean + d * frame.sizePx };
  const turn = Math.atan2(first.v, first.u);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const sizePx = -second.u * sin + second.v * cos;
  return { turn, sizePx, condense: Math.hypot(first.u, first.v) / sizePx, slant: -Math.atan((second.u * cos + second.v * sin) / sizePx) };
}

/** The line as it looks close to a point: where that is seen, and the frame there. */
export function nearPoint(p: Perspective, point: FlatPoint, frame: Frame2): FlatPoint & Frame2 & { readonly turn: number } {
  const depth = depthAt(p, point);
  const seen = seenAt(p, point);
  const slopes = [
    [(1 - seen.u * p.along) / depth, (-seen.u * p.across) / depth],
    [(-seen.v * p.along) / depth, (1 - seen.v * p.across) / depth],
  ] as const;
  return { ...seen, ...turnedFrame(slopes, frame) };
}

/** The same surface told from another point `u` of the flat baseline: what is written there keeps to it. */
export function seenFrom(p: Perspective, u: number, frame: Frame2): { readonly perspective: Perspective; readonly u: number } & Frame2 {
  const here = nearPoint(p, { u, v: 0 }, frame);
  const depth = depthAt(p, { u, v: 0 });
  // Flat lengths are those of the new middle: `along` by 1 − u·along there, `across` corrected for the lean that point sees.
  const stretch = (1 - here.u * p.along) / depth;
  const lean = (-here.u * p.across) / depth;
  const along = p.along / depth / stretch;
  return {
    perspective: { along, across: (p.across / depth - along * lean) * depth },
    u: here.u,
    sizePx: here.sizePx,
    condense: here.condense,
    slant: here.slant,
  };
}
