import { COLOUR, colourOf } from "../instruction/style/colour.ts";
import { parseHex, type Rgb, toOklab } from "../raster/colour.ts";
import { likeNamed } from "../raster/like-named.ts";
import { cutLine } from "../text/cut-line.ts";
import type { TextLine } from "../text/types.ts";
import type { InkColours } from "./ink-colours.ts";
import { linesInRole } from "./text-roles.ts";

type Lines = readonly TextLine[];

/** Words for lettering of any kind, whatever part it plays. */
const LETTERING =
  /^(?:所有的?|全部的?|那[些个行]|这[些个行])?(?:文字|字体|文案|文本|字母|字样|字)$|^(?:all )?(?:of )?(?:the )?(?:text|words?|letters?|lettering|writing|type|copy|wording|characters?|font)s?$/u;

/** A colour and what has it: 红色的字, "the white headline". */
const COLOURED_PART = new RegExp(
  `^(?:所有的?|全部的?|那[些个行]|这[些个行])?(?:all )?(?:of )?(?:the )?(?<c>${COLOUR})(?:颜色)?的?\\s*(?<part>.+)$`,
  "u",
);

function told(target: string): { readonly hex: string; readonly part: string } | undefined {
  const { c, part } = COLOURED_PART.exec(target.normalize("NFKC").toLowerCase().trim())?.groups ?? {};
  const hex = colourOf(c ?? "");
  return hex === undefined || part === undefined ? undefined : { hex, part: part.trim() };
}

/** Whether a text is named by nothing but its colour. */
export const saysColour = (target: string): boolean => LETTERING.test(told(target)?.part ?? "");

/** From this likeness on a colour may be the one that is named, if none is much more like it. */
const LEAST = 0.3;
const BESIDE_BEST = 0.5;
/** Difference in lightness at which nobody gives two colours one name, OKLab. */
const LIGHTNESS = 0.55;

function likeness(colour: Rgb, hex: string): number {
  const [own, [lightness]] = [toOklab(colour), toOklab(parseHex(hex) ?? [0, 0, 0])];
  return likeNamed(own, hex) * Math.max(0, 1 - Math.abs(own[0] - lightness) / LIGHTNESS);
}

/** Likeness of each character; spaces go with the character before them. */
function likenessOfChars({ chars }: TextLine, { overall, cells }: InkColours, hex: string): readonly number[] {
  let next = -1;
  return chars.map(({ char }) => {
    if (char.trim() !== "") next++;
    return likeness(cells?.[Math.max(0, next)] ?? overall, hex);
  });
}

/** The stretches of a line at which `has` holds. */
function stretches(line: TextLine, has: readonly boolean[]): Lines {
  const parts: TextLine[] = [];
  for (let from = 0; from < has.length; from++) {
    if (!has[from]) continue;
    let to = from;
    while (to < has.length && has[to]) to++;
    parts.push(cutLine(line, from, to));
    from = to;
  }
  return parts;
}

function ofColour(lines: Lines, hex: string, inkOf: (line: TextLine) => InkColours): Lines {
  const alike = lines.map((line) => likenessOfChars(line, inkOf(line), hex));
  const best = Math.max(0, ...alike.flat());
  const bar = Math.max(LEAST, BESIDE_BEST * best);
  return lines.flatMap((line, i) =>
    stretches(
      line,
      alike[i]!.map((v) => v >= bar),
    ),
  );
}

/**
 * The lines, or stretches of lines, that are named by their colour: 红色的字, "the yellow words", "the white headline". `undefined` where the words
 * name no coloured text; empty where no text has that colour. A part that is known without its colour may be called by a wrong one.
 */
export function linesByColour(target: string | undefined, near: Lines, inkOf: (line: TextLine) => InkColours): Lines | undefined {
  const said = told(target ?? "");
  if (said === undefined) return undefined;
  const isLettering = LETTERING.test(said.part);
  if (!isLettering && linesInRole(said.part, near) === undefined) return undefined;
  const coloured = ofColour(near, said.hex, inkOf);
  if (isLettering) return coloured;
  const there = linesInRole(said.part, coloured, near) ?? [];
  return there.length > 0 ? there : undefined;
}
