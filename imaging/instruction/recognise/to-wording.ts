import type { Operation, StyleWish } from "../../../protocol/plan.ts";
import { FONT_EN, FONT_ZH } from "../lexicon/fonts.ts";
import { fold, QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, literalsOf, type Phrase, part, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading } from "../reading.ts";
import type { Reference } from "../reference/reference.ts";
import { wholeStyle } from "../style/style-words.ts";
import { asWording, BEARER } from "./as-wording.ts";
import type { ChangeFrame } from "./frames.ts";
import { lookReading } from "./look.ts";
import { withUnit } from "./value-alone.ts";
import { styleBeside, styleReading } from "./wish.ts";

function replacements(reference: Reference, wanted: readonly string[], style: StyleWish | undefined): Operation[] {
  const { target, where, nth } = reference;
  const sources = reference.strings.length === 0 ? [undefined] : reference.strings;
  return sources.map((from, i) => {
    const said = wanted[i] ?? wanted[wanted.length - 1] ?? "";
    const to = reference.inside === undefined || from === undefined ? said : from.replaceAll(reference.inside, said);
    if (to === "" && from !== undefined) return operation("text.remove", { target, text: { from }, where, nth });
    return operation("text.replace", { target, text: { ...(from === undefined ? {} : { from }), to }, where, nth, style });
  });
}

const [FACE_ZH, FACE_EN] = [FONT_ZH, FONT_EN].map((names) => new RegExp(`^(?:${names})$`, "u"));

/** use "Noto Sans" for the heading, 标题用“思源黑体”: a typeface named, though in quotes. A Latin one may be a word of its own ("Impact"). */
function quotedFace({ verb, subject, result }: ChangeFrame, { kind, strings }: Reference): string | undefined {
  const [name = "", ...others] = literalsOf(result);
  const used = verb === "alter" && result.start < subject.start;
  const face = FACE_ZH?.test(fold(name)) === true || (used && FACE_EN?.test(fold(name)) === true);
  return face && others.length === 0 && kind === "text" && strings.length === 0 ? name : undefined;
}

/** A change whose result is quoted: new wording, unless the quotes hold a look or a typeface. */
export function toQuoted(frame: ChangeFrame, reference: Reference): Reading {
  const wanted = literalsOf(frame.result);
  const face = quotedFace(frame, reference);
  if (face !== undefined) return styleReading(reference, { font: face });
  const tail = trimmed(part(frame.result, frame.result.key.lastIndexOf(QUOTED) + 1)).key;
  if (/^(?:的)?(?:风格|画风|风)$|^(?:style|look)$/.test(tail))
    return lookReading({ kind: "style.transfer", value: wanted[0] ?? "" }, reference);
  if (reference.attribute && /字体|font|typeface/.test(frame.subject.key) && !/颜色|大小|colou?r|size/.test(frame.subject.key))
    return styleReading(reference, { font: (wanted[0] ?? "").slice(0, 100) }, "");
  if (reference.kind === "background" && !hasLiteral(frame.subject)) return operate(operation("background.replace", { value: wanted[0] }));
  if (reference.kind === "none" && reference.where === undefined) return doubt("which_text");
  if (reference.kind === "picture" && !BEARER.test(frame.subject.key)) return doubt("which_text");
  if (reference.strings.some((from) => from.trim() === "")) return doubt("which_text");
  // Lists that do not go in step: which becomes which is not said.
  if (
    reference.strings.length > 1 &&
    reference.strings.length !== wanted.length &&
    /分别|依次|各自|\brespectively\b/u.test(frame.subject.sentence.key)
  )
    return doubt("to_what");
  const operations = replacements(asWording(reference, frame.subject), wanted, styleBeside(frame.result));
  // 把“新品”改成“新品”: what shall be otherwise is not said, unless how it looks is.
  const same = operations.every(({ text }) => text?.from !== undefined && text.from === text.to);
  if (!same) return operate(...operations);
  return operations.some(({ style }) => style === undefined)
    ? doubt("to_what")
    : operate(...operations.map(({ text, ...op }) => ({ ...op, kind: "text.restyle" as const, text: { from: text?.from } })));
}

/** "OFFER in gold", "OFFER and bold": style words in lower case behind unquoted wording. */
function splitTail(result: Phrase): { readonly words: Phrase; readonly style?: StyleWish } {
  const found = find(result, /^(?<w>.+?)\s*(?:,|，|\b(?:in|with|using|and)\b)\s+(?<t>.+)$/du);
  const tail = found?.of("t");
  const words = found?.of("w");
  if (tail === undefined || words === undefined || /\p{Lu}/u.test(wordsOf(tail).replace(/#\w+/g, ""))) return { words: result };
  const style = wholeStyle(tail);
  return style === undefined ? { words: result } : { words, style };
}

const SAID = /^(?:(?:say|read|be|show|saying|reading)\s+|:\s*)/;
const WRITTEN_TAIL = /(?:字样|这[几两三四]个字|的字样)$/;

/** A change whose result is wording without quotes; style words behind it are the style. */
export function toWording(frame: ChangeFrame, given: Reference): Reading {
  const reference = withUnit(given, frame.result);
  const { words, style } = splitTail(without(without(frame.result, SAID), WRITTEN_TAIL));
  const wanted = wordsOf(words);
  if (wanted === "") return doubt("to_what");
  const several = wanted.split(/\s*(?:、|,|\/|和|与|\band\b)\s*/u).filter((part) => part !== "");
  if (reference.strings.length > 1 && several.length > 1)
    return several.length === reference.strings.length ? operate(...replacements(reference, several, style)) : doubt("to_what");
  return { does: "operate", operations: replacements(reference, [wanted], style), open: style === undefined };
}
