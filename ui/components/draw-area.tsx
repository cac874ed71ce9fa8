import { useRef, useState } from "preact/hooks";
import type { Point, Rect } from "../../protocol/geometry.ts";
import { rectBetween } from "./box-drag.ts";

export interface DrawAreaProps {
  readonly picture: { readonly width: number; readonly height: number };
  readonly onDraw: (rect: Rect<"image">) => void;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)}%`;

/** A drag over the picture spans a rectangle. For the pointer only: a button beside it puts one in the middle for the keys. */
export function DrawArea({ picture, onDraw }: DrawAreaProps) {
  const start = useRef<Point<"image">>();
  const [rect, setRect] = useState<Rect<"image">>();
  const pointOf = (event: PointerEvent): Point<"image"> => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * picture.width, y: ((event.clientY - box.top) / box.height) * picture.height };
  };
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    start.current = pointOf(event);
  };
  const onPointerMove = (event: PointerEvent) => start.current && setRect(rectBetween(start.current, pointOf(event)));
  const onPointerUp = (event: PointerEvent) => {
    if (start.current) onDraw(rectBetween(start.current, pointOf(event)));
    start.current = undefined;
    setRect(undefined);
  };
  const place = rect && {
    left: percent(rect.x, picture.width),
    top: percent(rect.y, picture.height),
    width: percent(rect.width, picture.width),
    height: percent(rect.height, picture.height),
  };
  return (
    <div class="draw-area" onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp}>
      {place && <span class="drawn" style={place} />}
    </div>
  );
}

/** A rectangle in the middle of a picture, half as wide and a quarter as high. */
export const middleOf = ({ width, height }: DrawAreaProps["picture"]): Rect<"image"> => ({
  x: width / 4,
  y: (3 * height) / 8,
  width: width / 2,
  height: height / 4,
});
