import type { FontShelf } from "./fonts.ts";
import type { Category, FontChoice, RendererName } from "./poster-spec.ts";
import type { Random } from "./random.ts";

/** Families without small letters: what they set is read back in capitals. */
const CAPITALS = new Set(["bebas-neue", "bangers", "luckiest-guy", "cinzel", "amatic-sc", "permanent-marker", "sigmar-one"]);

/** Joined scripts are never set all in capitals. */
const SCRIPTS = new Set(["great-vibes", "kaushan-script", "lobster", "pacifico", "satisfy", "dancing-script"]);

/** The text as this font would be given it. */
export function spelledFor(font: FontChoice, text: string): string {
  if (font.faceId !== undefined && CAPITALS.has(font.faceId)) return text.toUpperCase();
  const shouted = font.faceId !== undefined && SCRIPTS.has(font.faceId) && text === text.toUpperCase();
  return shouted ? text.replace(/(?<=[A-Z])[A-Z]+/g, (rest) => rest.toLowerCase()) : text;
}

export interface FontNeed {
  readonly texts: readonly string[];
  readonly renderer: RendererName;
  readonly category: Category;
}

const needsHan = (texts: readonly string[]): boolean => texts.some((t) => /\p{Script=Han}/u.test(t));

/** Chinese posters are mostly set in the two Noto-like workhorses; display families share the rest. */
const WORKHORSES = ["Noto Sans SC", "Noto Sans CJK SC", "Noto Serif SC", "Noto Serif CJK SC"];

/** One cut that has all characters: the family first, so that families with many cuts are not favoured. */
export function chooseFont(random: Random, shelf: FontShelf, need: FontNeed): FontChoice {
  const han = needsHan(need.texts);
  const outside = need.category === "held-out" && random.chance(0.4);
  const pool = outside ? shelf.outside : need.renderer === "cairo" ? shelf.cairo : shelf.library;
  const able = pool.filter((f) => f.han || !han).filter((f) => !(need.renderer === "chromium" && f.name === "WenQuanYi Micro Hei"));
  const from = able.length > 0 ? able : shelf.library.filter((f) => f.han || !han);
  const slanted = random.chance(0.1);
  for (let tries = 0; tries < 40; tries++) {
    const names = [...new Set(from.map((f) => f.name))];
    const common = names.filter((n) => WORKHORSES.includes(n));
    const name = random.pick(han && common.length > 0 && random.chance(0.55) ? common : names);
    const cuts = from.filter((f) => f.name === name);
    const font = random.pick(cuts.some((f) => f.italic === slanted) ? cuts.filter((f) => f.italic === slanted) : cuts);
    if (need.texts.every((t) => font.files(spelledFor(font, t)).length > 0))
      return need.renderer === "cairo" ? { ...font, untied: true } : font;
  }
  throw new Error(`no font for ${need.texts.join(", ")}`);
}
