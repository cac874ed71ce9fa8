import type { Where } from "../../protocol/plan.ts";
import type { Source } from "./layer/layer-state.ts";

const ROWS = ["top", "", "bottom"] as const;
const COLUMNS = ["left", "", "right"] as const;
const third = (at: number, length: number): number => Math.max(0, Math.min(2, Math.floor((3 * at) / length)));

/** The third of the picture a point lies in. */
export function whereOf({ x, y }: { readonly x: number; readonly y: number }, { placement }: Source): Where {
  const words = [ROWS[third(y, placement.imageHeight)], COLUMNS[third(x, placement.imageWidth)]].filter((w) => w !== "");
  return (words.join("-") || "center") as Where;
}
