import { type Lab, type Rgb, toCielab } from "./colour.ts";

const RADIANS = Math.PI / 180;
const POW25_7 = 25 ** 7;

const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS + 360) % 360);

/** Signed hue difference in degrees, the short way round; 0 where one of the colours is grey. */
function hueStep(h1: number, h2: number, grey: boolean): number {
  if (grey) return 0;
  const d = h2 - h1;
  return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

function meanHue(h1: number, h2: number, grey: boolean): number {
  if (grey) return h1 + h2;
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

const chromaWeight = (c: number): number => Math.sqrt(c ** 7 / (c ** 7 + POW25_7));

/** CIEDE2000 between two CIELAB colours, weights 1 (Sharma, Wu & Dalal 2005). 1 is about the least difference seen side by side. */
export function deltaE2000Lab([L1, a1, b1]: Lab, [L2, a2, b2]: Lab): number {
  const g = 0.5 * (1 - chromaWeight((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hueOf(x1, b1), hueOf(x2, b2)];
  const grey = c1 * c2 === 0;
  const h = meanHue(h1, h2, grey);
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((hueStep(h1, h2, grey) / 2) * RADIANS);
  const L = (L1 + L2) / 2;
  const c = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos((h - 30) * RADIANS) +
    0.24 * Math.cos(2 * h * RADIANS) +
    0.32 * Math.cos((3 * h + 6) * RADIANS) -
    0.2 * Math.cos((4 * h - 63) * RADIANS);
  const turn = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RADIANS) * 2 * chromaWeight(c);
  const l = (L2 - L1) / (1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const dh = dH / (1 + 0.015 * c * t);
  return Math.sqrt(l * l + dc * dc + dh * dh + turn * dc * dh);
}

/** CIEDE2000 between two sRGB colours (0–255). */
export const deltaE2000 = (a: Rgb, b: Rgb): number => deltaE2000Lab(toCielab(a), toCielab(b));
