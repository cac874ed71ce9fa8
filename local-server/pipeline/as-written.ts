import { COLOUR } from "../../imaging/instruction/style/colour.ts";
import { editDistance } from "../../imaging/quality/read-back.ts";
import type { Operation } from "../../protocol/plan.ts";
import { simplified } from "../../protocol/traditional.ts";

/** Widths, case, runs of white space and traditional forms do not count. */
export const folded = (text: string): string => simplified(text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim());

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char) && !/\p{Script=Han}/u.test(char);

/** Whether the words stand in the line by themselves, not inside a longer word; Han has no word ends. */
export function standsIn(line: string, words: string): boolean {
  const at = line.indexOf(words);
  return at >= 0 && !(isWord(line[at - 1]) && isWord(words[0])) && !(isWord(line[at + words.length]) && isWord(words[words.length - 1]));
}

export const HAN = /^\p{Script=Han}+$/u;

/** Whether words are in a script no order is written in: they are wording then, be it one that the reader does not know. */
export const isForeign = (words: string): boolean => /\p{L}/u.test(words) && !/[\p{Script=Latin}\p{Script=Han}]/u.test(words);

/** Letters of a line that one misread letter is forgiven for; shorter ones are other words. */
const LETTERS_PER_SLIP = { han: 4, other: 6 } as const;

/** Whether a whole line is these words but for what a reader confuses. */
export function isMisread(line: string, words: string): boolean {
  const per = HAN.test(words) ? LETTERS_PER_SLIP.han : LETTERS_PER_SLIP.other;
  return editDistance(line.replaceAll(" ", ""), words.replaceAll(" ", "")) <= Math.floor(words.length / per);
}

/** Whether words run over whole lines, one after the other, however they are spaced: 100 CUPS of “100” and “CUPS”. */
function runsOver(words: string, lines: readonly string[]): boolean {
  return lines.some((line) => line !== "" && words.startsWith(line) && (words === line || runsOver(words.slice(line.length), lines)));
}

const HAN_AND_MARKS = /^[\p{Script=Han}\p{P}\d]+$/u;

/** Han characters of a wording that is believed where it begins and ends within lines: a shorter one may be chance. */
export const SURE_HAN = 4;

/** Whether a wording goes over from one line to the next, beginning and ending anywhere in them. */
export function crossesLines(words: string, lines: readonly string[]): boolean {
  const tight = words.replaceAll(" ", "");
  if (HAN_AND_MARKS.test(tight)) return [...tight].length >= SURE_HAN && lines.join("").replaceAll(" ", "").includes(tight);
  return words.includes(" ") && standsIn(lines.join(" "), words);
}

/** Whether words are whole lines, but for spaces and, in Han, what a reader confuses; with a letter more or less, Latin words are other ones. */
export const isWholeLines = (words: string, lines: readonly string[]): boolean =>
  runsOver(
    words.replaceAll(" ", ""),
    lines.map((line) => line.replaceAll(" ", "")),
  ) ||
  (HAN.test(words) && lines.some((line) => isMisread(line, words)));

/** Figures name no thing. */
export const FIGURES = /^[\d.,%¥$€£+零〇一二两三四五六七八九十百千万亿半元折]+$/u;

/** Whether what is to look otherwise is written there: figures anywhere, other words as a whole line, for an apple may stand beside its name. */
export const isWriting = (words: string, lines: readonly string[]): boolean =>
  FIGURES.test(words) ? lines.some((line) => standsIn(line, words)) : isWholeLines(words, lines);

const COLOURED = new RegExp(`^(?:the )?(?<colour>${COLOUR})(?:颜色)?的?\\s*(?<words>.+)$`, "u");

/** A line that is named with its colour: 蓝色的立即购买, the blue “Buy now”. `undefined` where its name is not written there. */
export function colouredWriting(words: string, lines: readonly string[]): Pick<Operation, "text" | "target"> | undefined {
  const said = COLOURED.exec(words)?.groups;
  if (said?.colour === undefined || said.words === undefined || !lines.includes(said.words)) return undefined;
  return { text: { from: said.words }, target: `${said.colour} text` };
}
