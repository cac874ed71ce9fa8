/** What can be done to a picture's tone. Amounts −1…1 (0 = as is, 0.2 = "+20 %"), sizes 0–1. */
export interface ToneWish {
  readonly exposure: number;
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  readonly vibrance: number;
  readonly warmth: number;
  readonly highlights: number;
  readonly shadows: number;
  /** Lifts black and lowers white, 0–1. */
  readonly fade: number;
  /** Towards one hue with the lightness kept: OKLab a and b at middle lightness, and how far, 0–1. */
  readonly tint?: { readonly a: number; readonly b: number; readonly amount: number };
  /** OKLab a, b added in the shadows and in the lights. */
  readonly split?: { readonly dark: readonly [number, number]; readonly light: readonly [number, number] };
  readonly sharpness: number;
  readonly blur: number;
  readonly denoise: number;
  /** Contrast of large shapes, 0–1. */
  readonly clarity: number;
  readonly vignette: number;
  readonly grain: number;
}

export const NEUTRAL: ToneWish = {
  exposure: 0,
  brightness: 0,
  contrast: 0,
  saturation: 0,
  vibrance: 0,
  warmth: 0,
  highlights: 0,
  shadows: 0,
  fade: 0,
  sharpness: 0,
  blur: 0,
  denoise: 0,
  clarity: 0,
  vignette: 0,
  grain: 0,
};

/** The value that takes a picture's own cast back; how much the picture tells. */
export const WHITE_BALANCE = "white-balance";

const wish = (some: Partial<ToneWish>): ToneWish => ({ ...NEUTRAL, ...some });

/** The named looks, each a wish like any other. */
export const LOOKS: Readonly<Record<string, ToneWish>> = {
  grayscale: wish({ saturation: -1 }),
  sepia: wish({ tint: { a: 0.018, b: 0.062, amount: 1 }, contrast: 0.05 }),
  vintage: wish({
    fade: 0.5,
    contrast: -0.08,
    saturation: -0.3,
    warmth: 0.14,
    split: { dark: [-0.006, 0.012], light: [0.004, 0.018] },
    vignette: 0.35,
    grain: 0.25,
  }),
  cinematic: wish({
    contrast: 0.16,
    saturation: -0.08,
    split: { dark: [-0.016, -0.022], light: [0.012, 0.022] },
    vignette: 0.25,
    highlights: -0.15,
  }),
  film: wish({ contrast: 0.08, fade: 0.25, saturation: -0.1, split: { dark: [-0.006, 0.002], light: [0.004, 0.012] }, grain: 0.4 }),
  warm: wish({ warmth: 0.3 }),
  cool: wish({ warmth: -0.3 }),
  vignette: wish({ vignette: 0.6 }),
  hdr: wish({ clarity: 0.6, vibrance: 0.3, shadows: 0.3, highlights: -0.3 }),
  "high-key": wish({ brightness: 0.3, contrast: -0.12, shadows: 0.3, saturation: -0.1 }),
  "low-key": wish({ brightness: -0.25, contrast: 0.2, saturation: -0.1, vignette: 0.4 }),
};

const ALIASES: Readonly<Record<string, string>> = {
  temperature: "warmth",
  lightness: "brightness",
  "black&white": "grayscale",
  "black-and-white": "grayscale",
  bw: "grayscale",
  monochrome: "grayscale",
};

const AMOUNT = /^([a-z&-]+)\s*(?:([+-])\s*)?(\d+(?:\.\d+)?)\s*%?$/;
/** `exposure +0.5EV`: a stop is a doubling of light, ±100 % two and a half. */
const STOPS = /^exposure\s*([+-])?\s*(\d+(?:\.\d+)?)\s*ev$/;
const STOPS_AT_MOST = 2.5;
const MOST = 1;

const AMOUNTS = ["exposure", "brightness", "contrast", "saturation", "vibrance", "warmth", "highlights", "shadows", "sharpness"] as const;

function shifted(name: string, amount: number): ToneWish | undefined {
  const known = AMOUNTS.find((property) => property === name);
  if (known !== undefined) return known === "sharpness" && amount < 0 ? wish({ blur: -amount / 2 }) : wish({ [known]: amount });
  if (name === "blur") return amount > 0 ? wish({ blur: amount }) : wish({ sharpness: -amount });
  if (name === "noise") return amount < 0 ? wish({ denoise: -amount }) : wish({ grain: amount });
  return undefined;
}

/** Whether an amount asked for is larger than what can be done. */
export function isBeyond(value: string): boolean {
  const [, , sign, digits] = AMOUNT.exec(value.trim().toLowerCase()) ?? [];
  return digits !== undefined && Number(digits) > (sign === undefined ? 200 : 100);
}

/**
 * Reads `tone.adjust`'s value: a look's name, `brightness +20%` (a step), `exposure -0.5EV` or `brightness 80%` (a level, 100 % = as it is).
 * `undefined` for what is neither.
 */
export function toneWish(value: string): ToneWish | undefined {
  const text = value.trim().toLowerCase();
  if (text === WHITE_BALANCE) return NEUTRAL;
  const look = LOOKS[ALIASES[text] ?? text];
  if (look !== undefined) return look;
  const stops = STOPS.exec(text);
  if (stops !== null)
    return shifted("exposure", Math.max(-MOST, Math.min(MOST, ((stops[1] === "-" ? -1 : 1) * Number(stops[2])) / STOPS_AT_MOST)));
  const found = AMOUNT.exec(text);
  if (found === null) return undefined;
  const [, name, sign, digits] = found;
  const number = Number(digits) / 100;
  const property = ALIASES[name] ?? name;
  const isLevel = sign === undefined && property !== "blur" && property !== "noise";
  const amount = isLevel ? number - 1 : sign === "-" ? -number : number;
  return shifted(property, Math.max(-MOST, Math.min(MOST, amount)));
}

/** What can be asked for, for the sentence that says so. */
export const TONE_NAMES: readonly string[] = [...AMOUNTS, "blur", "noise", WHITE_BALANCE, ...Object.keys(LOOKS)];
