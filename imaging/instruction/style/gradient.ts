import { COLOUR, coloursIn, shade } from "./colour.ts";

const BETWEEN = "[\\s-]*(?:渐变)?(?:过渡到|过渡至|到|至|向|变|和|与|、|-+>?|→|/|,|\\bto\\b|\\band\\b|\\binto\\b|\\bthrough\\b)?[\\s-]*";
const NOUN = "(?:(?:线性|径向|放射状?|双色|多色)?的?渐变(?:色|效果)?|\\b(?:linear |radial )?gradient(?: fill)?\\b)";
const COLOURS = `${COLOUR}(?:${BETWEEN}${COLOUR})*`;

const ZONES = [
  new RegExp(
    `(?:从|由|\\bfrom\\b|\\bbetween\\b)?\\s*${COLOURS}\\s*的?\\s*${NOUN}(?:\\s*(?:到|至|成|为|过渡到|\\bto\\b)\\s*${COLOURS})?`,
    "u",
  ),
  new RegExp(`${NOUN}(?:\\s|,|:|[(]|的|从|由|为|成|是|\\b(?:of|from|between|in|with|colou?rs?)\\b)*${COLOURS}`, "u"),
  // 从橙色过渡到紫色, "coral fading into peach"
  new RegExp(
    `(?:从|由|\\bfrom\\s+)?${COLOUR}\\s*(?:慢慢|逐渐|渐渐|自然)*(?:过渡|渐变|\\b(?:fading|fades?|blending|blends?|transitioning|melting|running))\\s*(?:到|至|为|成|\\b(?:in)?to\\b)\\s*${COLOUR}(?:的?渐变色?)?`,
    "u",
  ),
];
const RAINBOW =
  /(?:彩虹|七彩)(?:色|渐变)+|(?<!\b(?:an?|the) )\brainbow(?: gradient| colou?rs?| colou?red)?\b|\brainbow (?:gradient|colou?rs?)\b/u;
const RAINBOW_STOPS = ["#ff0000", "#ffa500", "#ffff00", "#008000", "#0000ff", "#4b0082", "#ee82ee"];

/** A gradient of one named colour runs from its tint to its shade, as printed gold does. */
const tones = (colour: string): string[] => [shade(colour, 0.55), colour, shade(colour, -0.35)];

/** 蓝紫渐变: two hues in a word, which run from the one to the other. */
const TWO_HUES = /^\s*(?:渐变)?(?:[红橙黄绿蓝紫粉黑白金银]{2})色?的?(?:渐变色?)?\s*$/u;

/** Words without which no gradient is wished. */
export const SAYS_GRADIENT = /渐变|过渡|gradient|ombre|\b(?:fad|blend|transition|melt|runn)(?:e?s|ing)?\b|彩虹|七彩|rainbow/;

/** A gradient wish in a folded text: its stops (2–8) and the stretch that says so. */
export function gradientIn(key: string): { readonly stops: string[]; readonly index: number; readonly length: number } | undefined {
  if (!SAYS_GRADIENT.test(key)) return undefined;
  const rainbow = RAINBOW.exec(key);
  if (rainbow !== null) return { stops: RAINBOW_STOPS, index: rainbow.index, length: rainbow[0].length };
  for (const zone of ZONES) {
    const hit = zone.exec(key);
    const hues = TWO_HUES.test(hit?.[0] ?? "") ? (hit?.[0].match(/[红橙黄绿蓝紫粉黑白金银]/gu) ?? []) : [hit?.[0] ?? ""];
    const colours = hues.flatMap(coloursIn).slice(0, 8);
    const first = colours[0];
    if (hit === null || first === undefined) continue;
    return { stops: colours.length === 1 ? tones(first) : colours, index: hit.index, length: hit[0].length };
  }
  return undefined;
}
