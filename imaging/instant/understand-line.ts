import type { FontLibrary } from "../ports.ts";
import type { Plane } from "../raster/raster.ts";
import { type FitCandidate, fitLine, glanceLine } from "../text/fit/fit.ts";
import type { LineFrame } from "../text/frame.ts";
import { extractMatte, type LineMatte, mattesByPeak, otherMattes } from "../text/matte/matte.ts";
import type { Ruler } from "../text/ruler.ts";
import type { LineRegion, TextLine } from "../text/types.ts";
import { spellings } from "./spellings.ts";

/** Overlap from which other spellings are not worth a look, and how much better one must look to be tried. */
const GOOD_ENOUGH = 0.78;
const BETTER_LOOK = 0.02;

/** Overlap below which the letters may have been mistaken for their effect, and how much better another reading of the ink must lie. */
const POOR = 0.6;
const BETTER_READING = 0.1;

/** How much better letters of one even colour must look at a glance than ink that a ground of many colours may have a part in, to be fitted instead. */
const EVENLY = 0.02;

/** What letters are fitted with. */
interface Tools {
  readonly fonts: FontLibrary;
  readonly ruler: Ruler;
  readonly signal: AbortSignal;
}

interface Fitted {
  readonly text: string;
  readonly candidates: readonly FitCandidate[];
}

/** Fits the line as it was read; where that does not lie well, as another spelling that looks better. */
async function fitted(context: Tools, at: { texts: readonly string[]; matte: LineMatte; frame: LineFrame }): Promise<Fitted> {
  const { ruler, fonts, signal } = context;
  const request = (text: string) => ({ text, shape: at.matte.fill, frame: at.frame, signal });
  const [first, ...others] = new Set(at.texts.flatMap(spellings));
  const plain: Fitted = { text: first, candidates: await fitLine(ruler, fonts, request(first)) };
  const liesWell = (plain.candidates[0]?.similarity ?? 0) > GOOD_ENOUGH;
  // One letter misread hardly shows in the whole: how a person spells it is worth a look in any case.
  const rivals = liesWell ? others.filter((text) => at.texts.includes(text)) : others;
  if (rivals.length === 0) return plain;
  let likeliest = { text: first, look: (await glanceLine(ruler, fonts, request(first))) + (liesWell ? 0 : BETTER_LOOK) };
  for (const text of rivals) {
    const look = await glanceLine(ruler, fonts, request(text));
    if (look > likeliest.look) likeliest = { text, look };
  }
  if (likeliest.text === first) return plain;
  const other: Fitted = { text: likeliest.text, candidates: await fitLine(ruler, fonts, request(likeliest.text)) };
  return (other.candidates[0]?.similarity ?? -1) > (plain.candidates[0]?.similarity ?? 0) ? other : plain;
}

interface Understood extends Fitted {
  readonly matte: LineMatte;
}

const likenessOf = ({ candidates }: Fitted): number => candidates[0]?.similarity ?? -1;

interface Seen {
  readonly texts: readonly string[];
  readonly line: TextLine;
  readonly region: LineRegion;
  readonly frame: LineFrame;
}

/** The one of several readings of the ink that looks most like the text at a glance, if it looks better than the first by so much. */
async function likeliest(
  { ruler, fonts, signal }: Tools,
  at: { readonly text: string; readonly frame: LineFrame; readonly better: number },
  [first, ...others]: readonly LineMatte[],
): Promise<LineMatte> {
  if (others.length === 0) return first;
  const glance = (shape: Plane) => glanceLine(ruler, fonts, { text: at.text, shape, frame: at.frame, signal });
  let best = { matte: first, look: (await glance(first.fill)) + at.better };
  for (const matte of others) {
    const look = await glance(matte.fill);
    if (look > best.look) best = { matte, look };
  }
  return best.matte;
}

/** Fits the line in the reading of its ink that looks likeliest; where no face lies on that, in the other reading that looks best. */
export async function understood(context: Tools, { texts, line, region, frame }: Seen): Promise<Understood> {
  const told = extractMatte(region, frame, line.chars);
  const seen = { chars: line.chars, told };
  const matte = await likeliest(context, { text: texts[0], frame, better: EVENLY }, [told, ...mattesByPeak(region, frame, seen)]);
  const first: Understood = { matte, ...(await fitted(context, { texts, matte, frame })) };
  if (likenessOf(first) >= POOR) return first;
  const others = [...(matte === told ? [] : [told]), ...otherMattes(region, frame, seen)];
  const next = await likeliest(context, { text: first.text, frame, better: 0 }, [matte, ...others]);
  if (next === matte) return first;
  const other: Understood = { matte: next, ...(await fitted(context, { texts, matte: next, frame })) };
  return likenessOf(other) > likenessOf(first) + BETTER_READING ? other : first;
}
