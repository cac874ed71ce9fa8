import type { Point, Rect } from "../../../protocol/geometry.ts";
import type { Where } from "../../../protocol/plan.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import type { Source } from "../layer/layer-state.ts";
import { plainReading } from "../same-reading.ts";

const centreOf = ({ quad }: FoundText): Point<"image"> => ({
  x: quad.reduce((sum, p) => sum + p.x, 0) / quad.length,
  y: quad.reduce((sum, p) => sum + p.y, 0) / quad.length,
});

/** Other texts the wording of row `index` would also be found in. */
export function rivalsOf({ texts }: Source, index: number): readonly FoundText[] {
  const own = plainReading(texts[index]?.string ?? "");
  return texts.filter((text, i) => i !== index && plainReading(text.string).includes(own));
}

const ROWS = ["top", "", "bottom"] as const;
const COLUMNS = ["left", "", "right"] as const;
const third = (at: number, length: number): number => Math.max(0, Math.min(2, Math.floor((3 * at) / length)));

/** The third of the picture row `index` lies in. */
export function whereOf({ texts, placement }: Source, index: number): Where {
  const centre = centreOf(texts[index]!);
  const words = [ROWS[third(centre.y, placement.imageHeight)], COLUMNS[third(centre.x, placement.imageWidth)]].filter((w) => w !== "");
  return (words.join("-") || "center") as Where;
}

function cutAway(area: Rect<"image">, own: Point<"image">, rival: Point<"image">): Rect<"image"> {
  const { x, y, width, height } = area;
  const beside = Math.abs(rival.x - own.x) > Math.abs(rival.y - own.y);
  const cut = Math.round(beside ? (own.x + rival.x) / 2 : (own.y + rival.y) / 2);
  if (beside) return rival.x > own.x ? { ...area, width: cut - x } : { ...area, x: cut, width: x + width - cut };
  return rival.y > own.y ? { ...area, height: cut - y } : { ...area, y: cut, height: y + height - cut };
}

const holds = (area: Rect<"image">, p: Point<"image">): boolean =>
  p.x >= area.x && p.x <= area.x + area.width && p.y >= area.y && p.y <= area.y + area.height;

/**
 * The widest part of the picture that holds row `index` and none of its rivals' centres. The region of a request also bounds what may
 * change, so it must leave room for a longer wording. Image pixels.
 */
export function territoryOf(source: Source, index: number): Rect<"image"> {
  const own = centreOf(source.texts[index]!);
  const whole: Rect<"image"> = { x: 0, y: 0, width: source.placement.imageWidth, height: source.placement.imageHeight };
  return rivalsOf(source, index)
    .map(centreOf)
    .reduce<Rect<"image">>((area, rival) => (holds(area, rival) ? cutAway(area, own, rival) : area), whole);
}
