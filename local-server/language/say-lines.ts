import type { Translate, Translator } from "./translator.ts";

/** Between columns of a line of the terminal. */
const GAP = /( {2,})/;

/** Lines of the terminal: each a sentence, or columns of which each is something said. */
export const sayLines = ({ sentence, piece }: Translator): Translate => {
  const columns = (line: string): string => {
    const parts = line.split(GAP);
    return parts.length > 1 ? parts.map(piece).join("") : line;
  };
  const say = (line: string): string => {
    const said = sentence(line);
    return said === line ? columns(line) : said;
  };
  return (text) => text.split("\n").map(say).join("\n");
};
