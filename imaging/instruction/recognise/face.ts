import type { StyleWish } from "../../../protocol/plan.ts";
import { type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, type Reading } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { wholeStyle } from "../style/style-words.ts";
import type { ChangeFrame } from "./frames.ts";
import { NO_FONT } from "./result-words.ts";
import { styleReading } from "./wish.ts";

/** A result that is a typeface and no wording: 更圆润的字体, "an elegant font". */
const FACE_WORD = /的?字体$|\s(?:font|typeface)$/;

/** Behind the name of a face, its size: "Bebas Neue at 96px". */
const AT_SIZE = /\s*(?:,\s*|\bat\s+|\bin\s+|\bsize\s+)*(\d{1,4})\s?(?:px|pt|像素|号)$/;

function faceOf(result: Phrase): StyleWish {
  const size = AT_SIZE.exec(result.key)?.[1];
  const font = wordsOf(without(without(result, AT_SIZE), /的字体$|\s(?:font|typeface)$/)).slice(0, 100);
  return { font, ...(size === undefined ? {} : { size: Number(size) }) };
}

/** How a typeface should feel is no typeface. */
const toFace = (reference: Reference, result: Phrase): Reading =>
  NO_FONT.test(result.key) ? doubt("to_what") : styleReading(reference, wholeStyle(result) ?? faceOf(result), "");

/** What becomes of type where the property named, or the result, is a typeface. */
export function namedFace({ subject, result, verb }: ChangeFrame, reference: Reference): Reading | undefined {
  if (reference.attribute && /字体|font|typeface/.test(subject.key) && reference.kind !== "object") return toFace(reference, result);
  return reference.kind === "text" && verb !== "translate" && FACE_WORD.test(result.key) ? toFace(reference, result) : undefined;
}

/** "the title from Times to Georgia": the face it has now and the one it shall have. */
export function fromFace(now: Phrase, subject: Phrase, result: Phrase): Reading | undefined {
  if (wholeStyle(now)?.font === undefined && !FACE_WORD.test(result.key)) return undefined;
  const reference = readReference(subject);
  return reference.kind === "text" || reference.kind === "none" ? toFace(reference, result) : undefined;
}
