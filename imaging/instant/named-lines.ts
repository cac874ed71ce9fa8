import type { Operation } from "../../protocol/plan.ts";
import type { RasterImage } from "../raster/raster.ts";
import { colourViews } from "../text/find/colour-views.ts";
import { findText } from "../text/find/find-text.ts";
import { isSameText } from "../text/find/hidden-lines.ts";
import { opaque } from "../text/find/opaque.ts";
import { looselyFolded } from "../text/fold.ts";
import { matchText, OTHER_CASE } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import type { LineReader } from "./lines-of.ts";
import { reachName } from "./reach-name.ts";
import { likenessIn } from "./targets.ts";

/** Texture seldom reads as a word that was named, but may as one or two letters; a Han character counts double. */
const LEAST_LETTERS = 3;

/** The wordings that operations name and that none of the lines holds but for its case, long enough to be told from texture. */
function unseenNames(operations: readonly Operation[], lines: readonly TextLine[]): readonly string[] {
  const isLong = (name: string): boolean =>
    looselyFolded(name).reduce((sum, { char }) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0) >= LEAST_LETTERS;
  const names = operations.flatMap(({ text }) => (text?.from === undefined ? [] : [text.from]));
  return names.filter((name) => isLong(name) && likenessIn(lines, name) < OTHER_CASE);
}

/**
 * `lines` with those that hold what the operations name where none did, or not quite: an order says what stands in the picture, so it is looked for
 * about the lines that hold a part of it, then in views in which letters stand out that its lights and shadows hide. What had been read in their place goes.
 */
export async function withNamed(
  image: RasterImage,
  lines: readonly TextLine[],
  at: { readonly operations: readonly Operation[]; readonly reader: LineReader; readonly signal: AbortSignal },
): Promise<readonly TextLine[]> {
  const unseen = unseenNames(at.operations, lines);
  if (unseen.length === 0) return lines;
  const picture = opaque(image);
  let all = lines;
  for (const name of unseen) {
    const whole = await reachName(picture, { lines: all, name }, { ocr: at.reader.ocr, signal: at.signal });
    if (whole) all = [...all.filter((line) => !isSameText(line.box, whole.box)), whole];
  }
  let names = unseenNames(at.operations, all);
  for (const view of names.length === 0 ? [] : colourViews(picture)) {
    const seen = await findText(view, at.reader.ocr, { signal: at.signal });
    const better = names.filter((name) => likenessIn(seen, name) > likenessIn(all, name));
    const meant = better.flatMap((name) => matchText(seen, name).flatMap(({ spans }) => spans.map(({ line }) => line)));
    all = [...all.filter((line) => !meant.some((other) => isSameText(line.box, other.box))), ...new Set(meant)];
    names = unseenNames(at.operations, all);
    if (names.length === 0) break;
  }
  return all;
}
