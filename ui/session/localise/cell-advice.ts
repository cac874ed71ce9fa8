import { hasLooseEnd } from "./cjk-form.ts";

/** What a person should know of a wording before it is set. */
export type CellAdvice = "term" | "longer" | "looseEnd";

/** One line a term: alone it stays as it is, `term = wording` says how it is written in this language. */
export function readGlossary(lines: string): readonly { readonly term: string; readonly as: string }[] {
  return lines.split(/\r?\n/).flatMap((line) => {
    const [term = "", ...rest] = line.split("=").map((part) => part.trim());
    return term === "" ? [] : [{ term, as: rest.join("=") || term }];
  });
}

const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
/** Beyond this share of the old width a line has to be set smaller to fit. */
const MUCH_LONGER = 1.5;

/** Width in half-em units: a Han character is twice as wide as a Latin letter. */
const width = (text: string): number => [...text.trim()].reduce((units, char) => units + (WIDE.test(char) ? 2 : 1), 0);

/** Where the wording of `from` breaks the glossary, needs much more room, or leaves a sign where none may stand. */
export function cellAdvice(
  from: string,
  wording: string,
  { glossary, locale }: { readonly glossary: string; readonly locale: string },
): readonly CellAdvice[] {
  if (wording === "") return [];
  const broken = readGlossary(glossary).some(({ term, as }) => from.includes(term) && !wording.includes(as));
  const longer = width(wording) > MUCH_LONGER * width(from) && width(wording) - width(from) > 3;
  return [
    ...(broken ? ["term" as const] : []),
    ...(longer ? ["longer" as const] : []),
    ...(hasLooseEnd(locale, wording) ? ["looseEnd" as const] : []),
  ];
}
