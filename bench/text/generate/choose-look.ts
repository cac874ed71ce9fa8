import { inkOn, inksOn } from "./palette.ts";
import type { Category, Colour, FillSpec, ShadowSpec, TextSpec } from "./poster-spec.ts";
import type { Random } from "./random.ts";

type Look = Pick<TextSpec, "fill" | "outline" | "shadow" | "opacity">;
interface At {
  readonly category: Category;
  readonly grounds: readonly Colour[];
  readonly sizePx: number;
  readonly count: number;
}

function fillFor(random: Random, { category, grounds, count }: At): FillSpec {
  if (category === "per-character") return { kind: "perCharacter", colours: inksOn(random, grounds, count) };
  if (category !== "gradient-fill") return { kind: "solid", colour: inkOn(random, grounds) };
  const [from, to] = inksOn(random, grounds, 2);
  return { kind: "gradient", axis: random.chance(0.7) ? "v" : "h", from, to };
}

function shadowFor(random: Random, { category, grounds, sizePx }: At, ink: Colour): ShadowSpec | undefined {
  if (category === "glow")
    return {
      colour: random.chance(0.5) ? ink : inkOn(random, grounds, 60),
      opacity: 0.9,
      dx: 0,
      dy: 0,
      blur: random.between(0.15, 0.45) * sizePx,
      times: 2,
    };
  if (category !== "shadow") return undefined;
  const far = random.between(0.03, 0.09) * sizePx;
  const blur = random.chance(0.3) ? 0 : random.between(0.02, 0.12) * sizePx;
  return {
    colour: random.chance(0.7) ? [0, 0, 0] : inkOn(random, [ink], 80),
    opacity: random.between(0.35, 0.9),
    dx: far,
    dy: far * random.between(0.6, 1.2),
    blur,
    times: 1,
  };
}

/** Fill and effects of the string to replace, as the category says. */
export function subjectLook(random: Random, at: At): Look {
  const fill = fillFor(random, at);
  const ink = fill.kind === "solid" ? fill.colour : fill.kind === "gradient" ? fill.from : fill.colours[0];
  const shadow = shadowFor(random, at, ink);
  const outline =
    at.category === "outline" ? { colour: inkOn(random, [ink], 80), width: random.between(0.025, 0.07) * at.sizePx } : undefined;
  const opacity = at.category === "opacity" ? random.between(0.6, 0.9) : undefined;
  return { fill, ...(outline ? { outline } : {}), ...(shadow ? { shadow } : {}), ...(opacity === undefined ? {} : { opacity }) };
}
