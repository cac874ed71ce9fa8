import { blurPlane } from "../../raster/blur.ts";
import type { Rgb } from "../../raster/colour.ts";
import type { Plane } from "../../raster/raster.ts";
import { type Shadow, shadowShare } from "./shadow.ts";

/** What the letters' surroundings lack against the ground, per channel, where the letters themselves do not hide it. */
export interface Lack {
  readonly channels: readonly Plane[];
  /** Share of a shadow that the letters let through where that is less than all. */
  readonly through?: Plane;
  readonly seen: Plane;
}

/** Letters and what is lacking around them, made smaller by `scale`. */
export interface Scaled {
  readonly ink: Plane;
  readonly lack: Lack;
  readonly scale: number;
}

/** Colour and opacity that take the ground's mean down (or up) by the strength found; the least opacity that can. */
function tint(strength: Rgb, ground: Rgb): { colour: Rgb; opacity: number } {
  const needed = strength.map((s, c) => (s >= 0 ? s / Math.max(1, ground[c]) : -s / Math.max(1, 255 - ground[c])));
  const opacity = Math.max(0.04, Math.min(1, Math.max(...needed) * 1.02));
  const colour = ground.map((g, c) => Math.max(0, Math.min(255, g - strength[c] / opacity))) as unknown as Rgb;
  return { colour, opacity };
}

/** A shadow's form, in the pixels it is looked at in; its colour follows. */
interface Form {
  readonly dx: number;
  readonly dy: number;
  readonly blur: number;
  readonly times: number;
  /** Of each copy; of a single one only its product with the colour shows. */
  readonly opacity: number;
}

interface Drawn extends Form {
  readonly shadow: Pick<Shadow, "colour" | "opacity">;
  /** Share of the lack left unexplained. */
  readonly left: number;
}

/** What forms are tried on: the pixels asked and the letters' blurred copies, made once each. */
interface Trial {
  readonly of: Scaled;
  readonly asked: Int32Array;
  readonly ground: Rgb;
  readonly total: number;
  readonly soft: (blur: number) => Plane;
}

function trialOf(of: Scaled, ground: Rgb): Trial {
  const { lack, ink } = of;
  const asked: number[] = [];
  let total = 0;
  for (let i = 0; i < lack.seen.data.length; i++) {
    if (lack.seen.data[i] < 0.5) continue;
    asked.push(i);
    for (const { data } of lack.channels) total += data[i] * data[i];
  }
  const made = new Map<number, Plane>();
  const soft = (blur: number): Plane => {
    const plane = made.get(blur) ?? (blur > 0.3 ? blurPlane(ink, blur) : ink);
    made.set(blur, plane);
    return plane;
  };
  return { of, asked: Int32Array.from(asked), ground, total, soft };
}

/** A plane's value between its pixels, 0 beyond its borders. */
function between({ width, height, data }: Plane, x: number, y: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) return 0;
  const [fx, fy, i] = [x - ix, y - iy, iy * width + ix];
  const above = data[i] + (data[i + 1] - data[i]) * fx;
  return above + (data[i + width] + (data[i + width + 1] - data[i + width]) * fx - above) * fy;
}

/** Draws a shadow of this form in the colour that suits it best. */
function drawn({ of: { lack }, asked, ground, total, soft }: Trial, form: Form): Drawn {
  const plane = soft(form.blur);
  const { width } = plane;
  let own = 1e-6;
  const cross = [0, 0, 0];
  for (const i of asked) {
    const y = Math.floor(i / width);
    const s = between(plane, i - y * width - form.dx, y - form.dy);
    if (s < 0.004) continue;
    const share = (form.times === 1 ? s : shadowShare(form, s)) * (lack.through?.data[i] ?? 1);
    own += share * share;
    for (let c = 0; c < 3; c++) cross[c] += share * lack.channels[c].data[i];
  }
  const strength = cross.map((v) => v / own) as unknown as Rgb;
  const shadow = form.times === 1 ? tint(strength, ground) : { colour: below(ground, strength), opacity: form.opacity };
  const dense = form.times === 1 ? shadow.opacity : 1;
  const explained = [0, 1, 2].reduce((sum, c) => {
    const real = (ground[c] - shadow.colour[c]) * dense;
    return sum + 2 * real * cross[c] - real * real * own;
  }, 0);
  return { ...form, shadow, left: 1 - explained / Math.max(1e-6, total) };
}

const below = (ground: Rgb, strength: Rgb): Rgb => ground.map((g, c) => Math.max(0, Math.min(255, g - strength[c]))) as unknown as Rgb;

/** What copies over each other must explain of what one leaves unexplained. */
const WORTH_COPIES = 0.9;
const VISIBLY = 0.006;
const COPIES: readonly Pick<Form, "times" | "opacity">[] = [
  ...[0.5, 0.7, 0.85, 1].map((opacity) => ({ times: 2, opacity })),
  ...[0.6, 0.9].map((opacity) => ({ times: 3, opacity })),
];
const STRETCHES = [0.7, 0.85, 1.18, 1.4];
/** Steps the place is made exact by, pixels. */
const STEPS = [0.5, 0.25];
/** How much worse a glow straight behind its letters may lie than one a little off. */
const CENTRED = 1.03;

/** Walks from one form to whichever beside it leaves less unexplained. */
function settled(of: Scaled, start: Form, ground: Rgb): Drawn {
  const trial = trialOf(of, ground);
  const draw = (form: Form): Drawn => drawn(trial, form);
  const walk = (from: Drawn, steps: (form: Form) => readonly Form[]): Drawn => {
    let best = from;
    for (let round = 0; round < 4; round++) {
      const next = steps(best)
        .map(draw)
        .reduce((a, b) => (b.left < a.left ? b : a), best);
      if (next === best) break;
      best = next;
    }
    return best;
  };
  const softer = (form: Form) => STRETCHES.map((k) => ({ ...form, blur: Math.max(0.25, form.blur * k) }));
  const placed = (from: Drawn): Drawn =>
    STEPS.reduce(
      (best, step) =>
        walk(best, (form) =>
          [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ ...form, dx: form.dx + x * step, dy: form.dy + y * step }))),
        ),
      from,
    );
  const single = walk(placed(walk(draw(start), softer)), softer);
  const stacked = COPIES.map((copy) => draw({ ...single, ...copy, blur: single.blur * 1.18 }));
  const dense = walk(
    stacked.reduce((a, b) => (b.left < a.left ? b : a)),
    (form) => [...softer(form), ...COPIES.map((c) => ({ ...form, ...c }))],
  );
  const best = dense.left < WORTH_COPIES * single.left - VISIBLY ? dense : single;
  const behind = draw({ ...best, dx: 0, dy: 0 });
  return Math.hypot(best.dx, best.dy) < 1.6 && behind.left < CENTRED * best.left + 0.002 ? behind : best;
}

/** The shadow found made exact: place to a fraction of a pixel, blur, density and colour; in the region's own pixels. ~50–200 ms. */
export function settledShadow(of: Scaled, found: { readonly dx: number; readonly dy: number; readonly blur: number }, ground: Rgb): Shadow {
  const { dx, dy, blur, times, shadow } = settled(of, { dx: found.dx, dy: found.dy, blur: found.blur, times: 1, opacity: 1 }, ground);
  return { dx: dx / of.scale, dy: dy / of.scale, blurPx: blur / of.scale, ...shadow, ...(times > 1 ? { times } : {}) };
}
