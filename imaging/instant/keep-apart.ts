import type { OrientedBox, Point } from "../../protocol/geometry.ts";
import type { TextLine } from "../text/types.ts";

/** A line that grown letters come close to. */
export interface Crowded {
  readonly line: TextLine;
  /** How much nearer the letters come, pixels across their line; towards its feet where positive. */
  readonly nearer: number;
}

/** A found box has air around its letters: this share of it, from the middle, is ink. */
const CORE = 0.84;
/** Share of the old distance that must be left, and distance from which lines stand apart whatever it was, share of the letters' height. */
const KEPT = 0.6;
const APART = 0.4;

/** Ends of a line's ink along and across the axes of a box, off its middle. */
function endsIn(
  { cx, cy, angle }: OrientedBox<"image">,
  { box }: TextLine,
): { readonly u: readonly number[]; readonly v: readonly number[] } {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [box.cx - cx, box.cy - cy];
  const turn = box.angle - angle;
  const along = Math.abs(Math.cos(turn)) * box.width + Math.abs(Math.sin(turn)) * CORE * box.height;
  const across = Math.abs(Math.sin(turn)) * box.width + Math.abs(Math.cos(turn)) * CORE * box.height;
  const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin];
  return { u: [u - along / 2, u + along / 2], v: [v - across / 2, v + across / 2] };
}

/** Whether one line is crowded, and by how much. `v`: ends of the letters across, in the axes of `grown`. */
function crowdedBy(
  grown: OrientedBox<"image">,
  at: { readonly keptV: readonly [number, number]; readonly line: TextLine },
): Crowded | undefined {
  const { u, v } = endsIn(grown, at.line);
  if (u[0] > grown.width / 2 || u[1] < -grown.width / 2) return undefined;
  const [top, bottom] = [-grown.height / 2, grown.height / 2];
  const above = v[0] + v[1] < 0;
  const [before, now] = above ? [at.keptV[0] - v[1], top - v[1]] : [v[0] - at.keptV[1], v[0] - bottom];
  if (before <= 0 || now >= KEPT * before || now >= APART * grown.height) return undefined;
  return { line: at.line, nearer: above ? before - now : now - before };
}

/**
 * Lines that letters come close to by having grown. `kept`: tight around the same string at the size it had, `grown`: at the size it is set now;
 * both level with each other. Lines that stood in each other's way before tell nothing.
 */
export function crowdedLines(kept: OrientedBox<"image">, grown: OrientedBox<"image">, others: readonly TextLine[]): readonly Crowded[] {
  const [cos, sin] = [Math.cos(grown.angle), Math.sin(grown.angle)];
  const off = (kept.cy - grown.cy) * cos - (kept.cx - grown.cx) * sin;
  const keptV = [off - kept.height / 2, off + kept.height / 2] as const;
  return others.flatMap((line) => crowdedBy(grown, { keptV, line }) ?? []);
}

/** How far grown letters should move across their line to stand as far from what they crowd as they did; 0 where it is crowded on both sides. */
export function wayOut(crowded: readonly Crowded[]): number {
  const [down, up] = [Math.max(0, ...crowded.map((c) => c.nearer)), Math.min(0, ...crowded.map((c) => c.nearer))];
  return down > 0 && up < 0 ? 0 : down + up;
}

/** A point moved across a line's direction. */
export const movedAcross = <T extends Point<"image">>(at: T, angle: number, by: number): T => ({
  ...at,
  x: at.x - Math.sin(angle) * by,
  y: at.y + Math.cos(angle) * by,
});
