import type { Operation } from "../../../protocol/plan.ts";

/** How large a frame is wished: a share or a number of pixels per side, a ratio of width to height, or a size. */
export type FrameWish =
  | { readonly by: "percent"; readonly amount: number }
  | { readonly by: "pixels"; readonly amount: number }
  | { readonly by: "ratio"; readonly ratio: number }
  /** One measure of the whole picture; the other stays. */
  | { readonly by: "length"; readonly axis: "width" | "height"; readonly amount: number }
  | { readonly by: "size"; readonly width: number; readonly height: number };

const RATIO = /^(\d+(?:\.\d+)?)\s*[:：/]\s*(\d+(?:\.\d+)?)$/;
const SIZE = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i;
const PIXELS = /^(\d+(?:\.\d+)?)\s*(?:px|像素|pixels?)$/i;
const LENGTH = /^(\d{1,5})\s*px (wide|tall)$/;
const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/;

function fromWords(text: string): FrameWish | undefined {
  const ratio = RATIO.exec(text);
  if (ratio !== null) return { by: "ratio", ratio: Number(ratio[1]) / Number(ratio[2]) };
  const size = SIZE.exec(text);
  if (size !== null) return { by: "size", width: Number(size[1]), height: Number(size[2]) };
  const length = LENGTH.exec(text);
  if (length !== null) return { by: "length", axis: length[2] === "wide" ? "width" : "height", amount: Number(length[1]) };
  const pixels = PIXELS.exec(text);
  if (pixels !== null) return { by: "pixels", amount: Math.round(Number(pixels[1])) };
  const percent = PERCENT.exec(text);
  return percent === null ? undefined : { by: "percent", amount: Number(percent[1]) };
}

const positive = (wish: FrameWish | undefined): FrameWish | undefined => {
  if (wish === undefined) return undefined;
  const values = wish.by === "size" ? [wish.width, wish.height] : wish.by === "ratio" ? [wish.ratio] : [wish.amount];
  return values.every((value) => Number.isFinite(value) && value > 0) ? wish : undefined;
};

/** Reads the `value` of `crop` and `canvas.extend`: a number is percent, words are `16:9`, `1080x1080`, `1920px wide`, `1080px tall`, `200px` or `15%`. */
export function frameWish(value: Operation["value"]): FrameWish | undefined {
  if (typeof value === "number") return positive({ by: "percent", amount: value });
  return typeof value === "string" ? positive(fromWords(value.trim())) : undefined;
}

export type Side = "left" | "right" | "top" | "bottom";
export const SIDES: readonly Side[] = ["left", "right", "top", "bottom"];

/** The sides an operation speaks of; all four where it names none. A corner is its two sides. */
export function sidesOf({ sides, where }: Operation): readonly Side[] {
  if (sides !== undefined) return sides;
  const named = SIDES.filter((side) => where?.split("-").includes(side));
  return named.length === 0 ? SIDES : named;
}

/** Pixels per side for a wish by share or pixels: a share is of the picture's width for left and right, of its height for top and bottom. */
export function perSide(
  wish: Extract<FrameWish, { by: "percent" | "pixels" }>,
  sides: readonly Side[],
  size: { readonly width: number; readonly height: number },
): Readonly<Record<Side, number>> {
  const length = (side: Side): number => (side === "left" || side === "right" ? size.width : size.height);
  const amount = (side: Side): number => {
    if (!sides.includes(side)) return 0;
    return Math.round(wish.by === "pixels" ? wish.amount : (wish.amount / 100) * length(side));
  };
  return { left: amount("left"), right: amount("right"), top: amount("top"), bottom: amount("bottom") };
}
