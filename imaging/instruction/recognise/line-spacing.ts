import { hasLiteral, type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { textOperations } from "./wish.ts";

const SPACING = /行(?:间)?距|行高|\bline[- ](?:spacing|height|heights)\b|\bleading\b(?! to)|\bspac(?:e|ing) between (?:the )?lines\b/u;
const TIGHTER = /小|紧|减|缩|窄|降|低|\b(?:tight(?:er|en)?|less|reduce|decrease|smaller|narrower|lower|down|closer)\b/u;
const LITTLE = /一点|一些|些|点|稍|略|\b(?:slightly|a (?:bit|little|touch))\b/u;
const MEASURE = /(\d+(?:\.\d+)?)\s*(%|px|像素|pt|倍|x)?/u;
const GRAMMAR =
  /把|将|给|让|请|的|了|得|调整?|改|变|设置?|置|加|减|增|拉|放|缩|提|降|大|小|高|低|宽|窄|紧|松|密|疏|开|到|至|成|为|一点|一些|些|点|稍微?|略微?|更|再|倍|像素|太|密集|有点|\b(?:the|a|an|of|in|for|to|by|it|its|is|bit|little|touch|slightly|more|less|make|set|increase|decrease|reduce|tighten|loosen|widen|wider|tighter|looser|bigger|smaller|larger|add|some|adjust|change|too|much|px|pt|x)\b|[\d.%\s,+-]/gu;

function amountOf(key: string): string {
  const [, number, unit = ""] = MEASURE.exec(key) ?? [];
  const sign = TIGHTER.test(key) ? "-" : "+";
  if (number === undefined) return `${sign}${LITTLE.test(key) ? 10 : 20}%`;
  if (unit === "%") return /到|至|成|为|\bto\b/.test(key) ? `${number}%` : `${sign}${number}%`;
  return unit === "" || unit === "倍" || unit === "x" ? `${Math.round(100 * Number(number))}%` : `${number}px`;
}

function bearerIn(clause: Phrase): Phrase {
  const blank = (hit: string): string => " ".repeat(hit.length);
  const rest = clause.key.replace(SPACING, blank).replace(GRAMMAR, blank);
  const from = rest.search(/\S/);
  return from === -1 ? part(clause, 0, 0) : trimmed(part(clause, from, rest.trimEnd().length));
}

/** The distance between lines, which no style field holds: `line-spacing +20%`, a step, a level (`150%`) or pixels. */
export const readLineSpacing: Recogniser = (clause, before) => {
  if (!SPACING.test(clause.key) || hasLiteral(clause)) return undefined;
  const value = `line-spacing ${amountOf(clause.key)}`;
  const bearer = readReference(bearerIn(clause));
  if (bearer.kind === "text") return operate(...textOperations("text.restyle", bearer).map((op) => ({ ...op, value })));
  if (bearer.kind !== "none") return undefined;
  const { target, text, where } = before?.kind.startsWith("text.") === true && before.kind !== "text.remove" ? before : {};
  const written = text?.to ?? text?.from;
  const last = written === undefined ? { target, where } : { text: { from: written } };
  return operate(operation("text.restyle", { ...last, value }));
};
