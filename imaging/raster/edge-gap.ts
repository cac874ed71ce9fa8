import type { Operation } from "../../protocol/plan.ts";

/** Room between what is placed and the picture's edges, pixels: across and down. */
export interface EdgeGap {
  readonly x: number;
  readonly y: number;
}

const PLAIN = /^(?:margin )?(?<number>\d+(?:\.\d+)?) ?(?<unit>px|像素|%)?(?=,|$)/i;
const SIDED = /\b(?<side>left|right|top|bottom) (?<number>\d+(?:\.\d+)?)(?<unit>px|%)/g;

/** The gap an operation's value asks for: `5` or "5%" of the shorter side, "20px", "left 20px, top 16px". `usual` percent where it says none, and never more than leaves a tenth of the picture free. */
export function edgeGap(
  value: Operation["value"],
  { width, height }: { readonly width: number; readonly height: number },
  usual: number,
): EdgeGap {
  const shorter = Math.min(width, height);
  const px = (number: string | undefined, unit: string | undefined): number =>
    Math.round(Math.min(0.45 * shorter, unit === undefined || unit === "%" ? (Number(number) / 100) * shorter : Number(number)));
  const said = String(value ?? "");
  const plain = PLAIN.exec(said)?.groups;
  if (plain) return { x: px(plain.number, plain.unit), y: px(plain.number, plain.unit) };
  const gap = { x: px(String(usual), "%"), y: px(String(usual), "%") };
  for (const { groups } of said.matchAll(SIDED)) gap[/left|right/.test(groups?.side ?? "") ? "x" : "y"] = px(groups?.number, groups?.unit);
  return gap;
}
