import type { KnownLine } from "../text/find/read-known.ts";
import { STRAIGHT_ON, seenAt } from "../text/perspective.ts";
import type { Ruler } from "../text/ruler.ts";
import type { DrawnString } from "./read-as-drawn.ts";

/** A set row as a place to read at; `undefined` where it bends or stands in a column. */
export function knownLine(ruler: Ruler, { text, setting }: Pick<DrawnString, "text" | "setting">): KnownLine | undefined {
  if (setting.warp || setting.vertical) return undefined;
  const half = (ruler.metrics(setting, text).advance * setting.sizePx * setting.condense) / 2;
  const [cos, sin] = [Math.cos(setting.angle), Math.sin(setting.angle)];
  const lean = Math.tan(setting.slant);
  return {
    from: -half,
    to: half,
    size: setting.sizePx,
    seenAt: (u, v) => {
      const seen = seenAt(setting.perspective ?? STRAIGHT_ON, { u: u - lean * v, v });
      return { x: setting.x + seen.u * cos - seen.v * sin, y: setting.y + seen.u * sin + seen.v * cos };
    },
  };
}
