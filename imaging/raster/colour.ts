/** `[R, G, B]`, sRGB-encoded, 0–255, fractions allowed. */
export type Rgb = readonly [number, number, number];
/** `[L, a, b]` of the space named by the function that gave it. */
export type Lab = readonly [number, number, number];

/** sRGB-encoded 0–255 → linear light 0–1 (IEC 61966-2-1). */
export function srgbToLinear(value: number): number {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Linear light 0–1 → sRGB-encoded 0–255, not rounded. */
export function linearToSrgb(linear: number): number {
  return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);
}

/** Rec. 709 luma of encoded values, 0–255: brightness as the eye orders it, cheap. */
export const luma = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

const luminance = ([r, g, b]: Rgb): number => 0.2126 * srgbToLinear(r) + 0.7152 * srgbToLinear(g) + 0.0722 * srgbToLinear(b);

/** Contrast ratio of two colours, 1–21 (WCAG 2). */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** OKLab (Ottosson 2020): L 0–1, a and b about ±0.4. Even steps look even; use for distances in clustering and gradients. */
export function toOklab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Inverse of `toOklab`; values outside the sRGB gamut come out below 0 or above 255. */
export function fromOklab([L, a, b]: Lab): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    linearToSrgb(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    linearToSrgb(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    linearToSrgb(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const cubeRootCie = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);

/** CIELAB for D65: L 0–100. The space ΔE2000 is defined on. */
export function toCielab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [srgbToLinear(red), srgbToLinear(green), srgbToLinear(blue)];
  const x = cubeRootCie((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = cubeRootCie(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = cubeRootCie((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Straight distance of two colours in their sRGB values, 0–442: for comparing with pixel noise, not with what eyes see. */
export function rgbDistance(a: Rgb, b: Rgb): number {
  const red = a[0] - b[0];
  const green = a[1] - b[1];
  const blue = a[2] - b[2];
  return Math.sqrt(red * red + green * green + blue * blue);
}

/** `#rgb` or `#rrggbb`, any case, `#` optional → RGB; `undefined` where it is neither. */
export function parseHex(text: string): Rgb | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rrggbb`, lower case; channels are clamped to 0–255 and rounded. */
export function formatHex(colour: Rgb): string {
  const digits = colour.map((v) =>
    Math.round(Math.min(255, Math.max(0, v)))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}

/** Per-channel median of the interleaved RGB pixels for which `use(index)` holds; `undefined` where none does. */
export function medianColour(rgb: ArrayLike<number>, use: (pixel: number) => boolean = () => true): Rgb | undefined {
  const picked: number[] = [];
  for (let i = 0; i * 3 + 2 < rgb.length; i++) if (use(i)) picked.push(i);
  if (picked.length === 0) return undefined;
  const channel = (c: number): number => {
    const values = new Float32Array(picked.length);
    for (let k = 0; k < values.length; k++) values[k] = rgb[picked[k] * 3 + c];
    values.sort();
    const middle = values.length >> 1;
    return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  };
  return [channel(0), channel(1), channel(2)];
}
