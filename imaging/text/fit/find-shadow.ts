import { blurPlane } from "../../raster/blur.ts";
import type { Rgb } from "../../raster/colour.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import { type Shadow, shadowShare } from "./shadow.ts";
import { shrinkPlane } from "./shape.ts";

interface Evidence {
  readonly image: FloatImage;
  /** The background as it is without letters and shadow. */
  readonly ground: FloatImage;
  /** 255 = other lines. */
  readonly foreign: Mask;
  /** Coverage of fill and outline together. */
  readonly ink: Plane;
  readonly sizePx: number;
  readonly noise: number;
  /** A hard shadow seen already: how many pixels off the letters, and the colour of those, so that their rims tell of it too. */
  readonly cast?: { readonly dx: number; readonly dy: number; readonly inkColour: Rgb } | undefined;
}

/** What the letters' surroundings lack against the ground, per channel, where the letters themselves do not hide it. */
interface Lack {
  readonly channels: readonly Plane[];
  /** Share of a shadow that the letters let through where that is less than all. */
  readonly through?: Plane;
  readonly seen: Plane;
}

/** Coverage from which a letter hides what lies below too well for it to be told. */
const HIDDEN = 0.8;

/** As `lackOf` for a shadow that hardly shows beside its letters: their rims are asked too, as far as they let it through. */
function lackAtRims({ image, ground, foreign, ink, sizePx }: Evidence, inkColour: Rgb): Lack {
  const { width, height } = ink;
  const hard: Mask = { width, height, data: Uint8Array.from(ink.data, (a) => (a > 0.03 ? 255 : 0)) };
  const distance = distanceToMask(hard);
  const channels = [0, 1, 2].map(() => createPlane(width, height));
  const seen = createPlane(width, height);
  for (let i = 0; i < ink.data.length; i++) {
    const through = 1 - ink.data[i];
    if (foreign.data[i] !== 0 || through < 1 - HIDDEN || distance[i] > 0.5 * sizePx) continue;
    seen.data[i] = 1;
    for (let c = 0; c < 3; c++) {
      const without = ground.data[i * 3 + c] * through + inkColour[c] * ink.data[i];
      channels[c].data[i] = (without - image.data[i * 3 + c]) / Math.sqrt(through);
    }
  }
  return { channels, seen, through: { width, height, data: ink.data.map((a) => Math.sqrt(1 - a)) } };
}

function lackOf({ image, ground, foreign, ink, sizePx, cast }: Evidence): Lack {
  const { width, height } = ink;
  const hard: Mask = { width, height, data: Uint8Array.from(ink.data, (a) => (a > 0.03 ? 255 : 0)) };
  const distance = distanceToMask(hard);
  const least = cast ? 1 : 1.5;
  const channels = [0, 1, 2].map(() => createPlane(width, height));
  const seen = createPlane(width, height);
  for (let i = 0; i < ink.data.length; i++) {
    if (foreign.data[i] !== 0 || distance[i] < least || distance[i] > 0.5 * sizePx) continue;
    seen.data[i] = 1;
    for (let c = 0; c < 3; c++) channels[c].data[i] = ground.data[i * 3 + c] - image.data[i * 3 + c];
  }
  return { channels, seen };
}

interface Match {
  readonly dx: number;
  readonly dy: number;
  readonly blur: number;
  /** Strength per channel. */
  readonly strength: Rgb;
  /** Share of the lack it explains. */
  readonly share: number;
}

function matchAt(soft: Plane, lack: Lack, at: { dx: number; dy: number; total: number }): { strength: Rgb; share: number } {
  const { width, height } = soft;
  let own = 0;
  const cross = [0, 0, 0];
  for (let y = Math.max(0, at.dy); y < Math.min(height, height + at.dy); y++) {
    for (let x = Math.max(0, at.dx); x < Math.min(width, width + at.dx); x++) {
      const i = y * width + x;
      if (lack.seen.data[i] < 0.5) continue;
      const s = soft.data[(y - at.dy) * width + x - at.dx];
      if (s < 0.01) continue;
      own += s * s;
      for (let c = 0; c < 3; c++) cross[c] += s * lack.channels[c].data[i];
    }
  }
  if (own < 1) return { strength: [0, 0, 0], share: 0 };
  const explained = (cross[0] ** 2 + cross[1] ** 2 + cross[2] ** 2) / own;
  return { strength: [cross[0] / own, cross[1] / own, cross[2] / own], share: explained / at.total };
}

/** Heights the letters are searched at, rough then fine. */
const ROUGH_EM = 26;
const FINE_EM = 72;
const BLURS = [0.6, 1.2, 2, 3.2, 5];
/** How far a shadow may lie from its letters at the rough height, and from the rough answer at the fine one, pixels. */
const REACH = 6;
const FINE_REACH = 3;

interface Range {
  readonly blurs: readonly number[];
  readonly dx: number;
  readonly dy: number;
  readonly reach: number;
}

function search(ink: Plane, lack: Lack, range: Range): Match | undefined {
  const total = lack.channels.reduce((sum, p) => sum + p.data.reduce((a, v) => a + v * v, 0), 0);
  let best: Match | undefined;
  for (const blur of range.blurs) {
    const soft = blurPlane(ink, blur);
    for (let dy = range.dy - range.reach; dy <= range.dy + range.reach; dy++) {
      for (let dx = range.dx - range.reach; dx <= range.dx + range.reach; dx++) {
        const found = matchAt(soft, lack, { dx, dy, total });
        if (found.share > (best?.share ?? 0)) best = { dx, dy, blur, ...found };
      }
    }
  }
  return best;
}

/** Both at a height of `em` pixels, or as they are where that is smaller. */
function scaled(evidence: Evidence, lack: Lack, em: number): Scaled {
  const scale = Math.min(1, em / evidence.sizePx);
  const seen = shrinkPlane(lack.seen, scale);
  // What letters hide was nothing: without it the mean of what is seen stays.
  const whole = (p: Plane): Plane => ({ ...p, data: p.data.map((v, i) => (seen.data[i] > 0.5 ? v / seen.data[i] : 0)) });
  const channels = lack.channels.map((p) => (scale < 1 ? whole(shrinkPlane(p, scale)) : p));
  return { ink: shrinkPlane(evidence.ink, scale), lack: { channels, seen }, scale };
}

interface Scaled {
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

function meanSeen(plate: FloatImage, seen: Plane): Rgb {
  const sum = [0, 0, 0];
  let n = 0;
  for (let i = 0; i < seen.data.length; i++) {
    if (seen.data[i] < 0.5) continue;
    n++;
    for (let c = 0; c < 3; c++) sum[c] += plate.data[i * 3 + c];
  }
  return [sum[0] / Math.max(1, n), sum[1] / Math.max(1, n), sum[2] / Math.max(1, n)];
}

/** Share of what is lacking around the letters that a shadow must explain to be believed, and its least strength over the noise. */
const BELIEVED = 0.45;

/** Blurs tried for a shadow whose place is known, shares of the size. */
const CAST_BLURS = [0.004, 0.012, 0.02, 0.03, 0.045, 0.065];

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

/** The settled form in the region's own pixels. */
function exact(of: Scaled, found: Match, ground: Rgb): Shadow {
  const { dx, dy, blur, times, shadow } = settled(of, { dx: found.dx, dy: found.dy, blur: found.blur, times: 1, opacity: 1 }, ground);
  return { dx: dx / of.scale, dy: dy / of.scale, blurPx: blur / of.scale, ...shadow, ...(times > 1 ? { times } : {}) };
}

/** The shadow that was seen, its place and blur made exact. */
function castShadow(evidence: Evidence, lack: Lack, cast: NonNullable<Evidence["cast"]>): Shadow | undefined {
  const fine = scaled(evidence, lack, FINE_EM);
  const blurs = CAST_BLURS.map((b) => Math.max(0.25, b * evidence.sizePx * fine.scale));
  const found = search(fine.ink, fine.lack, {
    blurs,
    dx: Math.round(cast.dx * fine.scale),
    dy: Math.round(cast.dy * fine.scale),
    reach: 2,
  });
  if (!found) return undefined;
  const ground = meanSeen(evidence.ground, lack.seen);
  const atRims = fine.scale === 1 ? { ...fine, lack: lackAtRims(evidence, cast.inkColour) } : fine;
  return exact(atRims, found, ground);
}

/**
 * Looks for a shadow or glow: a moved, blurred copy of the letters that explains what their surroundings lack against the
 * ground. `undefined` where nothing of the kind is seen. ~20–60 ms, ~200 ms where there is one.
 */
export function findShadow(evidence: Evidence): Shadow | undefined {
  const lack = lackOf(evidence);
  if (evidence.cast) return castShadow(evidence, lack, evidence.cast);
  const rough = scaled(evidence, lack, ROUGH_EM);
  const first = search(rough.ink, rough.lack, { blurs: BLURS, dx: 0, dy: 0, reach: REACH });
  if (!first || first.share < BELIEVED || Math.hypot(...first.strength) < 14 + 3 * evidence.noise) return undefined;
  const fine = scaled(evidence, lack, FINE_EM);
  const k = fine.scale / rough.scale;
  const around = { dx: Math.round(first.dx * k), dy: Math.round(first.dy * k), reach: FINE_REACH };
  const found = search(fine.ink, fine.lack, { blurs: [0.6, 0.8, 1, 1.25].map((f) => first.blur * k * f), ...around }) ?? first;
  return exact(fine, found, meanSeen(evidence.ground, lack.seen));
}
