import type { FontCategory, FontFace } from "../ports.ts";

const bare = (name: string): string => name.replace(/[\s-]/g, "").toLowerCase();

/** The family of that name, spaces, hyphens and case aside. */
export const fontNamed = (faces: readonly FontFace[], name: string | undefined): FontFace | undefined =>
  name === undefined ? undefined : faces.find((face) => bare(face.family) === bare(name));

/** Families drawn to the measure of a commercial one, or the open face designers take in its place. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/^(?:helvetica|arial|sanfrancisco|segoeui)/, "Arimo"],
  [/^times/, "Tinos"],
  [/^georgia/, "Gelasio"],
  [/^calibri/, "Carlito"],
  [/^courier/, "Courier Prime"],
  [/^comicsans/, "Comic Neue"],
  [/^(?:futura|avenir)/, "Jost"],
  [/^gillsans/, "Lato"],
  [/^(?:verdana|tahoma|trebuchet)/, "Open Sans"],
  [/^(?:garamond)/, "EB Garamond"],
  [/^(?:didot|bodoni)/, "Bodoni Moda"],
  [/^baskerville/, "Libre Baskerville"],
  [/^impact/, "Anton"],
  [/^(?:思源黑体|微软雅黑|雅黑|苹方|黑体|notosans)/, "Noto Sans SC"],
  [/^(?:思源宋体|宋体|仿宋|明体|明體|宋體|notoserif)/, "Noto Serif SC"],
  [/^(?:楷体|楷體)/, "LXGW WenKai Lite"],
  [/^(?:行书|行書|毛笔|毛筆|书法|書法|隶|隸)/, "Ma Shan Zheng"],
  [/^(?:草书|草書)/, "Liu Jian Mao Cao"],
];

/** Words for a kind of face, in both languages; the first that fits decides. */
const KINDS: readonly (readonly [RegExp, readonly FontCategory[]])[] = [
  [/无衬线|無襯線|sansserif|^sans$|黑体|雅黑|苹方/, ["grotesque", "humanist", "geometric"]],
  [/slab/, ["slab"]],
  [/衬线|襯線|serif|宋|明体/, ["serif"]],
  [/圆|圓|round/, ["rounded"]],
  [/手写|手寫|handwrit|楷/, ["handwriting", "script"]],
  [/毛笔|书法|行书|草书|隶|篆|brush|calligraph/, ["brush", "handwriting"]],
  [/script|cursive/, ["script", "handwriting"]],
  [/mono|等宽|等寬|typewriter|像素/, ["mono"]],
  [/condensed|窄/, ["condensed"]],
  [/display|艺术|卡通|综艺|decorative/, ["display", "rounded"]],
];

export interface AskedFont {
  readonly face: FontFace;
  /** The family of that very name; otherwise the nearest of its kind. */
  readonly exact: boolean;
}

/** The face a person's word means, among those that can set the text: by name, else the open stand-in, else the first of that kind. */
export function askedFont(faces: readonly FontFace[], name: string | undefined): AskedFont | undefined {
  if (name === undefined) return undefined;
  const named = fontNamed(faces, name);
  if (named !== undefined) return { face: named, exact: true };
  const word = bare(name);
  const standIn = fontNamed(faces, STAND_INS.find(([says]) => says.test(word))?.[1]);
  if (standIn !== undefined) return { face: standIn, exact: false };
  const kinds = KINDS.find(([says]) => says.test(word))?.[1] ?? [];
  const face = kinds.map((kind) => faces.find((f) => f.category === kind)).find((f) => f !== undefined);
  return face === undefined ? undefined : { face, exact: false };
}

/** What to tell a person whose font was not there. */
export function fontWarning(name: string, asked: AskedFont | undefined): string | undefined {
  if (asked?.exact === true) return undefined;
  return asked === undefined
    ? `The font “${name}” is not in the library; the fitted one was kept.`
    : `The font “${name}” is not in the library; ${asked.face.family}, the nearest of its kind, was used.`;
}
