import { fromOklab, type Lab, linearToSrgb, type Rgb, srgbToLinear, toOklab } from "../../raster/colour.ts";
import type { ToneWish } from "./tone-wish.ts";

const clamp01 = (v: number): number => Math.min(1, Math.max(0, v));

/**
 * White balance and exposure in linear light, where light adds; brightness is kept by the balance. A stop is a doubling; ±100 % is
 * ±2½ stops. More light bends towards white, so that white stays white and nothing is cut off.
 */
function lit([red, green, blue]: Rgb, { exposure, warmth }: ToneWish): Rgb {
  if (exposure === 0 && warmth === 0) return [red, green, blue];
  const gain = 2 ** (2.5 * exposure);
  const plain = [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)] as const;
  const [r, g, b] = [plain[0] * (1 + 0.45 * warmth), plain[1], plain[2] * (1 - 0.55 * warmth)];
  const before = luminance(plain);
  const wanted = gain > 1 ? (gain * before) / (1 + (gain - 1) * before) : gain * before;
  const keep = before > 0 ? wanted / luminance([r, g, b]) : 0;
  return [linearToSrgb(r * keep), linearToSrgb(g * keep), linearToSrgb(b * keep)];
}

const luminance = ([r, g, b]: readonly [number, number, number]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Black and white stay, the middle moves: slope 1 + 1.8·amount at black. Darkening scales, so that white paper darkens too. */
const brightened = (v: number, amount: number): number =>
  amount < 0 ? v * (1 + amount) : (v * (1 + 1.8 * amount)) / (1 + 1.8 * amount * v);

/** An S-curve about 0.5 with fixed ends; strong wishes are several weak curves, each of which stays monotone. */
function contrasted(v: number, amount: number): number {
  if (amount < 0) return 0.5 + (v - 0.5) * (1 + amount);
  const rounds = Math.max(1, Math.ceil(amount / 0.3));
  let out = v;
  for (let i = 0; i < rounds; i++) out += (amount / rounds) * 1.2 * (out - 0.5) * 4 * out * (1 - out);
  return out;
}

function curve(v: number, wish: ToneWish): number {
  let out = brightened(v, wish.brightness);
  out = contrasted(out, wish.contrast);
  out += wish.shadows * 0.9 * out * (1 - out) ** 3 + wish.highlights * 0.9 * out ** 3 * (1 - out);
  return clamp01(out * (1 - 0.16 * wish.fade) + 0.09 * wish.fade);
}

/** Lightness changes take the colour's strength along, as light does, but not beyond what the eye takes for the same colour. */
function recoloured([l, a, b]: Lab, lightness: number, wish: ToneWish): Lab {
  const chroma = Math.hypot(a, b);
  const carried = l > 0 ? Math.min(1.25, lightness / l) ** 0.7 : 0;
  const factor = Math.max(0, 1 + wish.saturation) * Math.max(0, 1 + wish.vibrance * (1 - Math.min(1, chroma / 0.25))) * carried;
  let [x, y] = [a * factor, b * factor];
  if (wish.tint !== undefined) {
    const room = 4 * lightness * (1 - lightness);
    x += (wish.tint.a * room - x) * wish.tint.amount;
    y += (wish.tint.b * room - y) * wish.tint.amount;
  }
  if (wish.split !== undefined) {
    const [dark, light] = [(1 - lightness) ** 2 * lightness * 4, lightness ** 2 * (1 - lightness) * 4];
    x += wish.split.dark[0] * dark + wish.split.light[0] * light;
    y += wish.split.dark[1] * dark + wish.split.light[1] * light;
  }
  return [lightness, x, y];
}

const inGamut = (rgb: Rgb): boolean => rgb.every((v) => v >= -0.5 && v <= 255.5);

/** The nearest colour of the same lightness and hue that a screen can show. */
export function intoGamut(lab: Lab): Rgb {
  const full = fromOklab(lab);
  if (inGamut(full)) return full;
  let [low, high] = [0, 1];
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (inGamut(fromOklab([lab[0], lab[1] * middle, lab[2] * middle]))) low = middle;
    else high = middle;
  }
  return fromOklab([lab[0], lab[1] * low, lab[2] * low]);
}

/** One colour as the wish makes it, sRGB 0–255. Neutral wishes give the colour back. */
export function gradeColour(colour: Rgb, wish: ToneWish): Rgb {
  const lab = toOklab(lit(colour, wish));
  return intoGamut(recoloured(lab, curve(clamp01(lab[0]), wish), wish));
}
