import type { RasterImage } from "../../../raster/raster.ts";
import type { CharSpot, TextLine } from "../../types.ts";
import { commonHan } from "./common-han.ts";
import { faceOfLine, type SeenFace } from "./face-of-line.ts";
import { type GlyphCells, glyphCells, type TypeAtHand } from "./glyph-cells.ts";
import { liesIn, readRow, readSpot } from "./read-cells.ts";

/** A reader less sure than this of a character is worth a second one. */
const DOUBT = 0.9;
/** A face is told by so many characters, the surest ones. */
const TOLD_BY = 3;
/** How well they must lie in it, and how much better than in the next face, for the line to be looked at in it. */
const KNOWN = { likeness: 0.6, ahead: 0.05 } as const;
/** A character that lies so well in the face is what the reader took it for. */
const CONFIRMED = 0.8;
/** The mean and the least likeness of characters that lie well: of a whole row, and of single ones beside others that stay. */
const GOOD = { row: { mean: 0.76, least: 0.55 }, single: { mean: 0.78, least: 0.72 } } as const;

const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);
const inked = ({ chars }: TextLine): readonly CharSpot[] => chars.filter(({ char }) => char.trim() !== "");
const meanOf = (spots: readonly CharSpot[]): number => spots.reduce((sum, s) => sum + s.confidence, 0) / Math.max(1, spots.length);

const hanIn = (line: TextLine): readonly CharSpot[] => inked(line).filter(({ char }) => isHan(char));

function isDoubtful(line: TextLine): boolean {
  const spots = hanIn(line);
  return spots.length > 1 && spots.some(({ confidence }) => confidence < DOUBT);
}

const surest = (spots: readonly CharSpot[]): readonly CharSpot[] => spots.toSorted((a, b) => b.confidence - a.confidence).slice(0, TOLD_BY);

interface Sought {
  readonly by: readonly CharSpot[];
  readonly faces: readonly GlyphCells[];
  readonly around?: number;
}

async function seenIn(image: RasterImage, line: TextLine, { by, faces, around }: Sought): Promise<SeenFace | undefined> {
  const sure = surest(by);
  for (const face of faces) await face.prepare(sure.map(({ char }) => char).join(""));
  return faceOfLine(image, line, { sure, faces, around });
}

/** What the line says in that face; beside other signs only the characters in doubt are read anew. */
function charsIn(seen: SeenFace, line: TextLine): readonly CharSpot[] {
  const vocabulary = commonHan();
  const spots = inked(line);
  if (spots.every(({ char, confidence }) => isHan(char) || confidence < DOUBT)) return readRow(seen, { vocabulary, read: spots });
  return line.chars.map((spot) => (isHan(spot.char) && spot.confidence < DOUBT ? readSpot(seen, spot, vocabulary) : spot));
}

/** The line in that face; once more at the size its clearest characters have, where that makes more of it. */
async function readIn(image: RasterImage, line: TextLine, seen: SeenFace): Promise<readonly CharSpot[]> {
  await seen.cells.prepare([...commonHan(), ...hanIn(line).map(({ char }) => char)].join(""));
  const first = charsIn(seen, line);
  const by = first.filter(({ char }) => isHan(char));
  const nearer = await seenIn(image, line, { by, faces: [seen.cells], around: seen.strip.scale });
  const second = nearer ? charsIn(nearer, line) : [];
  return meanOf(second) > meanOf(first) ? second : first;
}

/** Whether what was read anew lies well; what stayed as it was says nothing for it. */
function liesWell(line: TextLine, chars: readonly CharSpot[]): boolean {
  const fresh = chars.filter((spot) => !line.chars.includes(spot));
  const { mean, least } = fresh.length === chars.length ? GOOD.row : GOOD.single;
  return chars.length > 1 && meanOf(fresh) >= mean && fresh.every(({ confidence }) => confidence >= least);
}

/** The line in other words, or surer of its own. */
function lineWith(line: TextLine, chars: readonly CharSpot[]): TextLine {
  const string = chars.map(({ char }) => char).join("");
  const same = string === line.string.replace(/\s/g, "");
  return same ? { ...line, confidence: Math.max(line.confidence, meanOf(chars)) } : { ...line, string, chars, confidence: meanOf(chars) };
}

/**
 * A second reader for brush and display faces, of which the first makes other characters: what it is sure of tells the face of the library, and
 * the rest is what that face's characters look like. `undefined` where there was no doubt or no face is known surely. ≈ 0.1 s a doubtful
 * line; once a face is told another 0.2–0.8 s, and 2–3.5 s and 60 MB the first time.
 */
export async function readByShape(
  image: RasterImage,
  line: TextLine,
  at: TypeAtHand & { readonly signal?: AbortSignal | undefined },
): Promise<TextLine | undefined> {
  if (!isDoubtful(line)) return undefined;
  at.signal?.throwIfAborted();
  const faces = at.fonts.faces().filter((f) => f.source === "shipped" && f.scripts.includes("han") && !f.variable);
  const cells: GlyphCells[] = [];
  for (const face of faces) cells.push(await glyphCells(at, face));
  const seen = await seenIn(image, line, { by: hanIn(line), faces: cells });
  if (!seen || seen.likeness < KNOWN.likeness || seen.likeness - seen.next < KNOWN.ahead) return undefined;
  if (hanIn(line).every((spot) => spot.confidence >= DOUBT || liesIn(seen, spot) >= CONFIRMED)) return undefined;
  const chars = await readIn(image, line, seen);
  return liesWell(line, chars) ? lineWith(line, chars) : undefined;
}
