import type { Operation } from "../../protocol/plan.ts";

const SAID =
  /(?<a>top|bottom|left|right) to (?:the )?(?<b>top|bottom|left|right)|(?<z>[上下左右])(?:往|到|至|而|向)(?<y>[上下左右])|(?<h>水平|横向|\bhorizontal(?:ly)?\b)|(?<d>对角|斜向|\bdiagonal(?:ly)?\b)/u;
const SIDES_ZH: Readonly<Record<string, string>> = { 上: "top", 下: "bottom", 左: "left", 右: "right" };

/** Which way a ground's gradient is to run, in the words of the engine; undefined for from top to bottom, which it does anyway. */
function wayIn(key: string): string | undefined {
  const hit = SAID.exec(key)?.groups;
  if (hit === undefined) return undefined;
  if (hit.h !== undefined) return "left to right";
  if (hit.d !== undefined) return "diagonal";
  const [from, to] = [hit.a ?? SIDES_ZH[hit.z ?? ""], hit.b ?? SIDES_ZH[hit.y ?? ""]];
  const way = `${from} to ${to}`;
  return /^(?:left to right|right to left|bottom to top)$/.test(way) ? way : undefined;
}

/** The operations with the way the one gradient behind the subject runs, wherever in the instruction it was said. */
export function gradientWays(key: string, operations: readonly Operation[]): readonly Operation[] {
  const grounds = operations.filter(({ kind, style }) => kind === "background.recolour" && style?.gradient !== undefined);
  if (grounds.length !== 1 || operations.some((op) => op.style?.gradient !== undefined && !grounds.includes(op))) return operations;
  const way = wayIn(key);
  return way === undefined
    ? operations
    : operations.map((op) => (grounds.includes(op) && op.value === undefined ? { ...op, value: way } : op));
}
