import type { TextReport } from "../../protocol/edit.ts";
import { boundsOf, type OrientedBox, type Point, type Rect } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { ImagingPorts } from "../ports.ts";
import { luma } from "../raster/colour.ts";
import { edgeGap } from "../raster/edge-gap.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import type { Align } from "../text/typeset/align.ts";
import { type AddedBlock, placedRows } from "./added-block.ts";
import { plateReach } from "./added-plate.ts";
import { type Anchor, alignedAs, anchorOf, besideText, turnBeside } from "./beside-text.ts";
import type { InstantContext } from "./reconstruct.ts";
import { LEVEL, straightened, type Turn, tiltedAgain } from "./turn.ts";

export interface AddRequest {
  readonly ports: ImagingPorts;
  readonly context: InstantContext;
  readonly lines: readonly TextLine[];
  readonly operation: Operation;
  readonly region: Rect<"image"> | undefined;
  readonly state: {
    image: RasterImage;
    readonly mask: Mask;
    readonly texts: TextReport[];
    readonly reasons: string[];
    readonly warnings: string[];
  };
}

/** Kept free at the picture's edges, of its shorter side. */
export const MARGIN = 0.06;

/** Middle of the text at its place of nine, as far from the edges as is said. */
function placeOf({ where = "center", value }: Operation, at: { image: RasterImage; width: number; height: number }): Point<"image"> {
  const margin = edgeGap(value, at.image, 100 * MARGIN);
  const x = where.includes("left")
    ? margin.x + at.width / 2
    : where.includes("right")
      ? at.image.width - margin.x - at.width / 2
      : at.image.width / 2;
  const y = where.includes("top")
    ? margin.y + at.height / 2
    : where.includes("bottom")
      ? at.image.height - margin.y - at.height / 2
      : at.image.height / 2;
  return { x, y };
}

const overlaps = (a: Rect<"image">, b: Rect<"image">): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where text stands, straightened: the picture's own, and what the same request has set. */
const takenBy = ({ lines, state }: AddRequest, turn: Turn): readonly Rect<"image">[] =>
  [...lines, ...state.texts].map(({ quad }) => boundsOf<"image">(quad.map((p) => straightened(p, turn))));

/** How busy the ground is under a box that was straightened: spread of its luma, 0–255, from a coarse grid of samples. */
function busyness(image: RasterImage, box: Rect<"image">, turn: Turn): number {
  let [sum, squares, n] = [0, 0, 0];
  for (let j = 0; j < 9; j++) {
    for (let k = 0; k < 28; k++) {
      const p = tiltedAgain({ x: box.x + (box.width * k) / 27, y: box.y + (box.height * j) / 8 }, turn);
      const [x, y] = [Math.round(p.x), Math.round(p.y)];
      if (x < 0 || y < 0 || x >= image.width || y >= image.height) return Number.POSITIVE_INFINITY;
      const i = (y * image.width + x) * 4;
      const value = luma(image.data[i], image.data[i + 1], image.data[i + 2]);
      sum += value;
      squares += value * value;
      n++;
    }
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly busy: number;
}

/** Steps aside that are looked at; none where a text shares an edge with the one it stands by. */
const ASIDE = 3;

/** The calmest place near the wanted one that covers no text; a step away costs as much as a little unrest. All straightened. */
function calmest(
  wanted: { x: number; y: number },
  at: { taken: readonly Rect<"image">[]; width: number; height: number; image: RasterImage; turn: Turn },
  aside = ASIDE,
): Spot | undefined {
  let best: (Spot & { readonly cost: number }) | undefined;
  for (let row = -10; row <= 10; row++) {
    for (let column = -aside; column <= aside; column++) {
      const x = wanted.x + column * 0.12 * at.width;
      const y = wanted.y + row * 0.35 * at.height;
      const pad = 0.15 * at.height;
      const box = { x: x - at.width / 2 - pad, y: y - at.height / 2 - pad, width: at.width + 2 * pad, height: at.height + 2 * pad };
      if (at.taken.some((other) => overlaps(box, other))) continue;
      const busy = busyness(at.image, box, at.turn);
      const cost = busy + 1.2 * Math.abs(row) + 2 * Math.abs(column);
      if (Number.isFinite(busy) && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { x, y, busy, cost };
    }
  }
  return best;
}

export interface Placement {
  readonly rows: readonly { readonly text: string; readonly setting: Setting; readonly box: OrientedBox<"image"> }[];
  /** Around the ink of all rows. */
  readonly ink: Rect<"image">;
  readonly crowded: boolean;
  /** Unrest of the ground under it, 0–255. */
  readonly busy: number;
}

/** The text the new one is to stand beside. */
const anchorFor = ({ lines, state, operation }: AddRequest): Anchor | undefined =>
  anchorOf({ lines, written: state.texts }, operation.target);

/** As wished, as the text it stands above or below, or towards the side of the picture it stands on. */
export function alignFor(request: AddRequest): Align {
  const { style, where, target } = request.operation;
  if (style?.align) return style.align;
  if (target !== undefined && where !== "left" && where !== "right")
    return request.region ? "center" : alignedAs(request.state.image, anchorFor(request), request.lines);
  if (target !== undefined || where === undefined) return "center";
  return where.includes("left") ? "left" : where.includes("right") ? "right" : "center";
}

/** Where the rows of a new text stand: at the place that was asked for, or the calmest near it that covers no other text. */
export function placed(request: AddRequest, start: Setting, block: AddedBlock): Placement {
  const { operation, region, state } = request;
  const { ruler } = request.context;
  const ink = { width: (block.right - block.left) * start.sizePx, height: (block.bottom - block.top) * start.sizePx };
  const plate = plateReach(operation.style?.plate, start.sizePx);
  const [width, height] = [ink.width + 2 * plate.x, ink.height + 2 * plate.y];
  const anchor = region ? undefined : anchorFor(request);
  const beside = anchor && besideText(state.image, anchor, { where: operation.where, width, height, align: alignFor(request) });
  const wanted = region
    ? { x: region.x + region.width / 2, y: region.y + region.height / 2 }
    : (beside ?? placeOf(operation, { image: state.image, width, height }));
  if (operation.target !== undefined && !region && beside === undefined)
    state.warnings.push(`“${operation.target}” is not in the picture exactly once, so the new text was not placed beside it.`);
  // A panel lies level under any text.
  const turn = operation.style?.plate ? LEVEL : turnBeside(anchor);
  const around = { taken: takenBy(request, turn), width, height, image: state.image, turn };
  const aligned = beside && calmest(wanted, around, 0);
  const free = region ? undefined : (aligned ?? calmest(wanted, around));
  const at = free ?? wanted;
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height };
  return {
    rows: placedRows(ruler, start, { block, x: at.x, y: at.y }).map((row) => tilted(ruler, row, turn)),
    ink: { ...ink, x: at.x - ink.width / 2, y: at.y - ink.height / 2 },
    crowded: free === undefined && !region,
    busy: free?.busy ?? busyness(state.image, box, turn),
  };
}

/** A straightened row as it stands in the picture, with its box. */
function tilted(ruler: Ruler, row: { readonly text: string; readonly setting: Setting }, turn: Turn): Placement["rows"][number] {
  const { cx, cy, ...box } = boxOf(ruler, row);
  const middle = tiltedAgain({ x: cx, y: cy }, turn);
  const setting = { ...row.setting, ...tiltedAgain(row.setting, turn), angle: turn.angle };
  return { text: row.text, setting, box: { ...box, cx: middle.x, cy: middle.y, angle: turn.angle } };
}

/** Around a level row's ink, with the room that reading wants. */
function boxOf(ruler: Ruler, { text, setting }: { readonly text: string; readonly setting: Setting }): OrientedBox<"image"> {
  const m = ruler.metrics(setting, text);
  const [width, height] = [(m.right - m.left) * setting.sizePx, (m.bottom - m.top) * setting.sizePx];
  const margin = 0.18 * height;
  const cx = setting.x + ((m.left + m.right) / 2 - m.advance / 2) * setting.sizePx;
  const cy = setting.y + ((m.top + m.bottom) / 2) * setting.sizePx;
  return { cx, cy, width: width + 2 * margin, height: height + 2 * margin, angle: 0 };
}
