import type { Operation } from "../../protocol/plan.ts";
import { fold } from "./phrase/fold.ts";
import { quotesIn } from "./phrase/quotes.ts";
import type { Doubt } from "./reading.ts";

interface Impossible {
  readonly reason: Extract<Doubt, "no_colour" | "coordinates">;
  /** As written. */
  readonly words: string;
}

/** What was said outside quotes. */
function unquoted(instruction: string): string {
  let [plain, done] = ["", 0];
  for (const quote of quotesIn(instruction)) {
    plain += `${instruction.slice(done, quote.start)} \uE000 `;
    done = quote.end;
  }
  return fold(plain + instruction.slice(done));
}

const RGB = /rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)[^)]*\)/g;
const HEX_LIKE = /^#(?!(?:[0-9a-f]{3}|[0-9a-f]{6})$)[0-9a-z]{1,12}$/;
const GROUNDS: ReadonlySet<Operation["kind"]> = new Set(["background.replace", "background.recolour"]);

const beyondRgb = (said: string): string | undefined =>
  [...said.matchAll(RGB)].find((hit) => hit.slice(1, 4).some((n) => Number(n) > 255))?.[0];

const noHex = (operations: readonly Operation[]): string | undefined =>
  operations.flatMap(({ kind, value }) => (GROUNDS.has(kind) && typeof value === "string" && HEX_LIKE.test(value) ? [value] : []))[0];

/** “(100, 200)”, “x=10, y=20”, “at 5000,5000”, 坐标100,200. Thousands (1,299) are none without brackets. */
const COORDINATES =
  /[([]\s*-?\d{1,5}\s*,\s*-?\d{1,5}\s*[)\]]|\bx\s*[=:]?\s*-?\d+\s*,?\s*y\s*[=:]?\s*-?\d+|(?:\bat|\bcoordinates?|坐标)\s*-?\d{1,5}\s*,\s*-?\d{1,5}(?!\d)|(?:\b(?:to|position)|位置|移(?:动)?到|放(?:在|到))\s*(?!\d{1,3}(?:,\d{3})+(?!\d))-?\d{1,5}\s*,\s*-?\d{1,5}(?!\d)/;

/** Kinds that say where something shall be or is. */
const PLACED: ReadonlySet<Operation["kind"]> = new Set([
  "text.add",
  "object.add",
  "image.add",
  "object.move",
  "object.remove",
  "text.remove",
]);

const coordinates = (said: string, operations: readonly Operation[]): string | undefined =>
  operations.some(({ kind }) => PLACED.has(kind)) ? COORDINATES.exec(said)?.[0] : undefined;

/**
 * What an understood instruction asks for that cannot be: a colour that is none, a place by coordinates, which no operation holds. Leaving it
 * out would be a guess, so it is asked back.
 */
export function impossible(instruction: string, operations: readonly Operation[]): Impossible | undefined {
  if (!/[#()[\]=]|\d\s*[,，]\s*-?\d/.test(instruction)) return undefined;
  const said = unquoted(instruction);
  const colour = beyondRgb(said) ?? noHex(operations);
  if (colour !== undefined) return { reason: "no_colour", words: colour };
  const place = coordinates(said, operations);
  return place === undefined ? undefined : { reason: "coordinates", words: place.trim() };
}
