import type { OrientedBox, Point } from "../../protocol/geometry.ts";

/** A direction of writing about a point of the picture: straightened, what is written so lies level there. Radians clockwise. */
export interface Turn {
  readonly angle: number;
  readonly x: number;
  readonly y: number;
}

export const LEVEL: Turn = { angle: 0, x: 0, y: 0 };

/** From this angle on, radians, a text is seen to be tilted. */
const TILTED = 0.03;

/** The direction of a text that is seen to be tilted; level otherwise. */
export const turnOf = ({ angle, cx, cy }: OrientedBox<"image">): Turn => (Math.abs(angle) < TILTED ? LEVEL : { angle, x: cx, y: cy });

function turned({ x, y }: Point<"image">, about: Point<"image">, angle: number): Point<"image"> {
  const [cos, sin, dx, dy] = [Math.cos(angle), Math.sin(angle), x - about.x, y - about.y];
  return { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos };
}

export const straightened = (p: Point<"image">, turn: Turn): Point<"image"> => turned(p, turn, -turn.angle);
export const tiltedAgain = (p: Point<"image">, turn: Turn): Point<"image"> => turned(p, turn, turn.angle);
