import type { StyleWish } from "../../../protocol/plan.ts";
import { CHINESE_COLOURS, COLOURED_THINGS, ENGLISH_COLOURS, GREYED, SHADES } from "../lexicon/colours.ts";

const spaced = (name: string): string => name.replace(/[-/]/g, "[-\\s]?");
const alternation = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join("|");

const isHue = (name: string): boolean => /[红橙橘黄绿青蓝紫粉黑白灰金银棕褐]$/.test(name);
const names = [...CHINESE_COLOURS.keys()].filter((name) => !name.endsWith("色"));
/** 咖啡 is a drink and 白 a part of 空白 until 色 or the neighbours make them colours. */
const CHINESE = [
  `(?:${alternation(names)})色`,
  alternation(names.filter((name) => name.length > 1 && isHue(name))),
  `(?<![空表明告现美漂增]|红(?=[白包]))(?!粉底[液霜膏妆盒])(?:${alternation(names.filter((name) => name.length === 1 && isHue(name)))})(?=[的字粗底描边到至渐过变加斜居并和与及、大小标红橙黄绿青蓝紫黑白灰粉金银系调线框圈]|[^\\p{Script=Han}]|$)`,
].join("|");
const ENGLISH = alternation(ENGLISH_COLOURS.keys());

/** Source of a pattern (no groups of its own) for one colour in folded text: a name in either language, hex, or rgb(). */
export const COLOUR = `(?:#[0-9a-f]{6}(?![0-9a-z])|#[0-9a-f]{3}(?![0-9a-z])|rgba?\\(\\s*\\d{1,3}\\s*[, ]\\s*\\d{1,3}\\s*[, ]\\s*\\d{1,3}\\s*(?:[,/]\\s*[\\d.]+%?\\s*)?\\)|hsla?\\(\\s*\\d{1,3}(?:deg|°)?\\s*[, ]\\s*\\d{1,3}%?\\s*[, ]\\s*\\d{1,3}%?\\s*(?:[,/]\\s*[\\d.]+%?\\s*)?\\)|(?:[深浅淡亮鲜暗大]|磨砂|哑光|亚光|雾面|雾感|消光|哑面|亮面|亮光|珠光)?(?:${CHINESE})色?(?:系|调)?|\\b(?:(?:lighter|paler|darker|deeper|brighter|light|pale|soft|muted|dusty|faded|dull|bright|vivid|deep|dark|matte|glossy|satin|metallic|frosted|brushed)[- ]?)?(?:${ENGLISH})(?:[- ](?:red|orange|yellow|green|blue|purple|pink|brown|grey|gray|white))?(?:[- ]colou?red)?\\b)`;

const hex2 = (value: number): string =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, "0");
const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Mixes white (amount > 0) or black (amount < 0) into a colour, in sRGB values; amount −1…1. */
export function shade(hex: string, amount: number): string {
  const goal = amount > 0 ? 255 : 0;
  return `#${channels(hex)
    .map((c) => hex2(c + (goal - c) * Math.abs(amount)))
    .join("")}`;
}

function numeric(text: string): string | undefined {
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((c) => c + c).join("")}`;
  const [, model, a = "", b = "", c = ""] =
    /^(rgb|hsl)a?\(\s*(\d+)(?:deg|°)?\s*[, ]\s*(\d+)%?\s*[, ]\s*(\d+)%?\s*(?:[,/]\s*[\d.]+%?\s*)?\)$/.exec(text) ?? [];
  if (model === undefined) return undefined;
  const given = [a, b, c].map(Number);
  return `#${(model === "rgb" ? given : fromHsl(given)).map(hex2).join("")}`;
}

/** Hue in degrees, saturation and lightness in percent to three values 0–255 (CSS Color 4). */
function fromHsl([hue = 0, saturation = 0, lightness = 0]: readonly number[]): number[] {
  const [s, l] = [Math.min(100, saturation) / 100, Math.min(100, lightness) / 100];
  return [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}

const named = (name: string): string | undefined => ENGLISH_COLOURS.get(name) ?? CHINESE_COLOURS.get(name);

/** Half way to a middle grey. */
const greyed = (hex: string): string =>
  `#${channels(hex)
    .map((c) => hex2(c * 0.55 + 160 * 0.45))
    .join("")}`;

function shaded(name: string): string | undefined {
  const dull = GREYED.exec(name);
  const full = dull === null ? undefined : named(name.slice(dull[0].length));
  if (full !== undefined) return greyed(full);
  for (const [word, amount] of SHADES) {
    if (!name.startsWith(word)) continue;
    const base = named(name.slice(word.length).replace(/^[- ]/, ""));
    if (base !== undefined) return amount === 0 ? base : shade(base, amount);
  }
  return undefined;
}

/** `#rrggbb` of a folded text that is one colour as a whole; undefined for anything else. */
export function colourOf(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/[- ]colou?red$/, "")
    .replace(/(?<=[\p{Script=Han}])[系调]$/u, "")
    .replace(/(?<=[\p{Script=Han}])色$/u, "");
  // "mustard yellow", "coral pink": the second word only says of what kind the first is.
  const kind = name.replace(/[- ](?:red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|white)$/, "");
  return numeric(text.trim()) ?? named(name) ?? named(`${name}色`) ?? shaded(name) ?? named(name.replace(/-/g, " ")) ?? named(kind);
}

const WHOLE = new RegExp(`^${COLOUR}$`, "u");

/** Whether a folded noun phrase means a colour and no thing of that name: 咖啡, "the lemon" are drunk and cut. */
export const isColourName = (text: string): boolean =>
  colourOf(text) !== undefined && !COLOURED_THINGS.has(text.trim()) && WHOLE.test(text.trim());

const ALL = new RegExp(COLOUR, "gu");

/** Every colour named in a folded text, in order. */
export function coloursIn(text: string): string[] {
  return [...text.matchAll(ALL)].flatMap((hit) => colourOf(hit[0]) ?? []);
}

/** Whether a wish is about nothing but colour. */
export const isColourAlone = (style: StyleWish): boolean =>
  Object.keys(style).every((key) => key === "colour" || key === "gradient" || key === "gradientAngle");
