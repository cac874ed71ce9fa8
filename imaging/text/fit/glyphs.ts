import { solveLinear } from "../../raster/linear-system.ts";
import type { Plane } from "../../raster/raster.ts";
import { penPositions } from "../pens.ts";
import { characterSettings } from "../placed-characters.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { WARPED, type Warp, type Warped } from "../warp.ts";
import type { Freedom } from "./motion.ts";
import { type FitTarget, refine } from "./refine.ts";

/** One character fitted by itself, near its place in the line. */
export interface GlyphFit {
  readonly char: string;
  /** Centre along the line, pixels from its middle. */
  readonly u: number;
  /** Overlap and union of its ink with what is seen there. */
  readonly both: number;
  readonly either: number;
  /** What it does beyond the line's setting; units as in `Warp`. */
  readonly off: Readonly<Record<Warped, number>>;
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly shape: Plane;
}

/** The shape around one character, with the ink of its neighbours' cells left out. Coordinates in shape pixels. */
function windowAround(target: FitTarget, setting: Setting, cell: { from: number; to: number; line: Setting }): Window | undefined {
  const { shape, scale } = target;
  const reach = 0.95 * setting.sizePx * scale;
  const middle = -0.36 * setting.sizePx;
  const cx = (setting.x - Math.sin(setting.angle) * middle) * scale;
  const cy = (setting.y + Math.cos(setting.angle) * middle) * scale;
  const x = Math.max(0, Math.floor(cx - reach));
  const y = Math.max(0, Math.floor(cy - reach));
  const width = Math.min(shape.width, Math.ceil(cx + reach)) - x;
  const height = Math.min(shape.height, Math.ceil(cy + reach)) - y;
  if (width < 4 || height < 4) return undefined;
  const data = new Float32Array(width * height);
  const [cos, sin] = [Math.cos(cell.line.angle), Math.sin(cell.line.angle)];
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const u = ((x + i + 0.5) / scale - cell.line.x) * cos + ((y + j + 0.5) / scale - cell.line.y) * sin;
      if (u >= cell.from && u <= cell.to) data[j * width + i] = shape.data[(y + j) * shape.width + x + i];
    }
  }
  return { x, y, shape: { width, height, data } };
}

const OWN: readonly Freedom[] = ["x", "y", "size", "condense", "slant", "angle"];

function fitGlyph(ruler: Ruler, at: { char: string; u: number; setting: Setting; window: Window; target: FitTarget }): GlyphFit {
  const { setting, window, target } = at;
  const start = { ...setting, x: setting.x - window.x / target.scale, y: setting.y - window.y / target.scale };
  const own: FitTarget = { text: at.char, shape: window.shape, scale: target.scale, extraBlur: target.extraBlur ?? 0, draft: true };
  const found = refine(ruler, start, { target: own, freedoms: OWN, rounds: 4 }).setting;
  const { width, height } = window.shape;
  const softness = Math.hypot(found.softness, (target.extraBlur ?? 0) / target.scale);
  const drawn = settingCoverage(
    ruler,
    { ...found, softness },
    { text: at.char, target: { width, height, scale: target.scale, draft: true } },
  );
  let [both, either] = [0, 0];
  for (let i = 0; i < drawn.data.length; i++) {
    both += Math.min(drawn.data[i], window.shape.data[i]);
    either += Math.max(drawn.data[i], window.shape.data[i]);
  }
  const [cos, sin] = [Math.cos(setting.angle), Math.sin(setting.angle)];
  const [dx, dy] = [found.x - start.x, found.y - start.y];
  return {
    char: at.char,
    u: at.u,
    both,
    either,
    off: {
      along: (dx * cos + dy * sin) / setting.sizePx,
      across: (-dx * sin + dy * cos) / setting.sizePx,
      slant: found.slant - setting.slant,
      turn: found.angle - setting.angle,
      size: Math.log(found.sizePx / setting.sizePx),
      condense: Math.log(found.condense / setting.condense),
    },
  };
}

/** Evenly spread picks of `most` out of `count`, ends included. */
function spreadPicks(count: number, most: number): ReadonlySet<number> {
  if (count <= most) return new Set(Array.from({ length: count }, (_, k) => k));
  return new Set(Array.from({ length: most }, (_, k) => Math.round((k * (count - 1)) / (most - 1))));
}

/** Fits characters by themselves, at most `most` spread over the line, each starting from its place. ~30 small renderings each. */
export function fitGlyphs(ruler: Ruler, line: Setting, at: { readonly target: FitTarget; readonly most: number }): readonly GlyphFit[] {
  const { target } = at;
  const pens = penPositions(ruler, line, target.text);
  const places = [...target.text].map((char, i) => ({ char, i })).filter(({ char }) => char.trim() !== "");
  const picked = spreadPicks(places.length, at.most);
  return characterSettings(ruler, line, target.text).flatMap((piece, k) => {
    if (!picked.has(k)) return [];
    const { i } = places[k];
    const slack = 0.06 * line.sizePx;
    const window = windowAround(target, piece.setting, { from: pens[i] - slack, to: pens[i + 1] + slack, line });
    return window ? [fitGlyph(ruler, { char: piece.text, u: piece.u, setting: piece.setting, window, target })] : [];
  });
}

/** Overlap of all characters together when each may stand a little off, 0–1: tells faces apart even where the line bends. */
export function glyphSimilarity(glyphs: readonly GlyphFit[]): number {
  const sum = (key: "both" | "either") => glyphs.reduce((a, g) => a + g[key], 0);
  return glyphs.length === 0 ? 0 : sum("both") / Math.max(1, sum("either"));
}

/** Least-squares polynomial of the given degree through weighted points. */
function polynomialThrough(points: readonly { t: number; value: number; weight: number }[], degree: number): readonly number[] {
  const n = degree + 1;
  const rows = Array.from({ length: n }, () => new Float64Array(n + 1));
  for (const p of points) {
    for (let r = 0; r < n; r++) {
      for (let c = 0; c < n; c++) rows[r][c] += p.weight * p.t ** (r + c);
      rows[r][n] += p.weight * p.value * p.t ** r;
    }
  }
  for (let r = 0; r < n; r++) rows[r][r] += 1e-6;
  return solveLinear(rows) ? rows.map((row) => row[n]) : rows.map(() => 0);
}

/** Bend of a line from what its characters do: straight trends for three characters, curves from five on. Outliers weigh little. */
export function warpOf(glyphs: readonly GlyphFit[], half: number): Warp | undefined {
  const good = glyphs.filter((g) => g.both > 0.45 * g.either && Math.abs(g.off.along) < 0.25 && Math.abs(g.off.across) < 0.25);
  if (good.length < 2) return undefined;
  const degree = good.length >= 6 ? 2 : 1;
  const fitted = (key: Warped) => {
    const points = good.map((g) => ({ t: g.u / half, value: g.off[key], weight: g.both / g.either }));
    return polynomialThrough(points, key === "condense" ? 0 : degree);
  };
  const entries = WARPED.map((key) => [key, fitted(key)] as const);
  return { half, from: 0, ...(Object.fromEntries(entries) as Record<Warped, readonly number[]>) };
}
