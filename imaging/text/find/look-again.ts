import type { OrientedBox } from "../../../protocol/geometry.ts";
import { luma } from "../../raster/colour.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import type { CharSpot, TextLine } from "../types.ts";
import { inkStrip } from "./ink-strip.ts";
import type { ReadOptions } from "./read-line.ts";
import { type Reading, recogniseStrips } from "./recognise-strips.ts";
import { lineStrip } from "./recogniser-input.ts";
import { isCommonWord } from "./words/common-words.ts";

type Box = OrientedBox<"image">;

/** A reading less sure than this of any character is worth others: of 154 lines of worn and odd posters 72 are, 63 were misread. */
const DOUBT = 0.7;
/** How much closer the second look is cut and how much wider the third, shares of the line's height, along it and across. */
const CLOSER = { along: -0.1, across: -0.12 } as const;
const WIDER = { along: 0.2, across: 0.2 } as const;
/** A character is seen clearly from this sureness on. */
const CLEAR = 0.85;
/** What a reading counts of which no word is common, times one of common words: names are none, but no look makes a word of texture. */
const SENSELESS = 0.4;
/** Shares of the strip's pixels that may lie beyond black and white when its contrast is stretched. */
const BEYOND = 0.02;

interface Look {
  readonly strip: FloatImage;
  /** Where the strip begins in the line's box and how long it is, image pixels. */
  readonly from: number;
  readonly length: number;
}

/** Whether a line's reading is doubtful somewhere. */
const isDoubtful = ({ chars }: Pick<TextLine, "chars">): boolean =>
  chars.some(({ char, confidence }) => char !== " " && confidence < DOUBT);

/** The strip in grey, from black to white, light and dark exchanged. */
function negative({ data, width, height }: FloatImage): FloatImage {
  const grey = new Float32Array(width * height);
  for (let i = 0, k = 0; i < grey.length; i++, k += 3) grey[i] = luma(data[k]!, data[k + 1]!, data[k + 2]!);
  const [low, high] = [quantile(grey, BEYOND), quantile(grey, 1 - BEYOND)];
  const gain = 255 / Math.max(1, high - low);
  const out = new Float32Array(data.length);
  for (let i = 0; i < grey.length; i++) {
    const value = 255 - Math.max(0, Math.min(255, (grey[i]! - low) * gain));
    out[3 * i] = value;
    out[3 * i + 1] = value;
    out[3 * i + 2] = value;
  }
  return { data: out, width, height };
}

function cutBy(image: RasterImage, box: Box, { along, across }: { readonly along: number; readonly across: number }): Look {
  const cut = { ...box, width: box.width + along * box.height, height: box.height * (1 + across) };
  return { strip: lineStrip(image, cut), from: (box.width - cut.width) / 2, length: cut.width };
}

const asItLies = (box: Box, strip: FloatImage): Look => ({ strip, from: 0, length: box.width });

const plain = (string: string): string => string.normalize("NFKC").replace(/\s/g, "");

interface Seen extends Pick<Reading, "string" | "confidence"> {
  readonly chars: readonly CharSpot[];
}

/** Share of the words in Latin letters, but for the shortest, that are common English ones; 1 where there is none to tell by. */
function sense(string: string): number {
  const words = string.toLowerCase().match(/[a-z]{4,}/gu) ?? [];
  return words.length === 0 ? 1 : words.filter((word) => isCommonWord(word) || isCommonWord(word.replace(/s$/u, ""))).length / words.length;
}

/** What the looks are for most, each counting by its sureness and what makes sense for more; of those that say the same, the surest. */
function mostFor(seen: readonly [Seen, ...Seen[]]): Seen {
  const weight = (string: string): number =>
    (SENSELESS + (1 - SENSELESS) * sense(string)) *
    seen.reduce((sum, other) => sum + (plain(other.string) === plain(string) ? other.confidence ** 4 : 0), 0);
  return seen.reduce((best, other) => {
    const more = weight(other.string) - weight(best.string);
    return more > 0 || (plain(other.string) === plain(best.string) && other.confidence > best.confidence) ? other : best;
  });
}

async function seenIn(looks: readonly Look[], { ocr, signal }: ReadOptions): Promise<readonly Seen[]> {
  const strips = looks.map(({ strip }) => strip);
  const readings = await recogniseStrips(strips, ocr, signal);
  return readings.map((reading, i): Seen => {
    const { from, length } = looks[i]!;
    return { ...reading, chars: reading.chars.map((spot) => ({ ...spot, at: from + spot.at * length })) };
  });
}

/**
 * A level line whose reading is doubtful is read again, cut closer and by its ink alone. Where both say the same it stands; else it is cut wider and looked at
 * in negative too, and says what these looks are for most: what hangs on how it was cut is mostly wrong. Two or four recognitions a doubtful line, none for
 * others.
 */
export async function lookAgain(image: RasterImage, line: TextLine, options: ReadOptions): Promise<TextLine> {
  if (line.vertical || !isDoubtful(line)) return line;
  const { box } = line;
  const first = await seenIn([cutBy(image, box, CLOSER), asItLies(box, inkStrip(image, box))], options);
  const agreed = first.every(({ string }) => plain(string) === plain(line.string));
  const others = agreed ? [] : await seenIn([cutBy(image, box, WIDER), asItLies(box, negative(lineStrip(image, box)))], options);
  const { string, confidence, chars } = mostFor([line, ...first, ...others]);
  return { ...line, string, confidence, chars };
}

/** Whether a look at the ink alone says enough by itself: every one of several characters surely. */
const isClear = ({ chars }: Pick<Seen, "chars">): boolean => chars.length > 1 && chars.every(({ confidence }) => confidence >= CLEAR);

/**
 * A level line that was hardly read is looked at closer, wider and by its ink alone; it says what two of the four looks do, as the surest of them reads it, or
 * what its ink says clearly. `undefined` where none agree: texture reads otherwise in every cut. Three recognitions.
 */
export async function agreedAgain(image: RasterImage, line: TextLine, options: ReadOptions): Promise<TextLine | undefined> {
  if (line.vertical) return undefined;
  const { box } = line;
  const looks = [...[CLOSER, WIDER].map((by) => cutBy(image, box, by)), asItLies(box, inkStrip(image, box))];
  const seen: readonly Seen[] = [line, ...(await seenIn(looks, options))];
  const agreed = seen.filter(({ string }, i) => seen.some((other, j) => i !== j && plain(other.string) === plain(string)));
  const [surest] = [...agreed, ...seen.slice(-1).filter(isClear)].toSorted((a, b) => b.confidence - a.confidence);
  return surest && { ...line, string: surest.string, confidence: surest.confidence, chars: surest.chars };
}
