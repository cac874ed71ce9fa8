import { simplified } from "../../../protocol/traditional.ts";

/** Stands for a quoted string in a folded sentence. A private-use character, so it is neither a letter nor a separator to any pattern. */
export const QUOTED = "\uE000";

function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || (char !== "\n" && /\s/.test(char))) return " ";
  if (char === "\uFFE5") return "¥";
  return char === "’" || char === "‘" ? "'" : char === "–" || char === "—" ? "-" : char;
}

function foldUnit(char: string): string {
  if (char === QUOTED) return "□";
  const lower = narrow(simplified(char)).toLowerCase();
  return lower.length === 1 ? lower : char;
}

/**
 * The matching form of a text: half-width, simplified, lower case, one kind of space. Each UTF-16 unit maps to exactly one unit,
 * so an index in the folded text is the same index in the text as written.
 */
export function fold(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += foldUnit(text[i] ?? "");
  return out;
}
