import type { LiveText } from "../../protocol/bridge.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type FontChoice, nearestFont } from "./nearest-font.ts";

/** One choice for each text, every font loaded: Figma refuses to set text in one that is not. Error: `insertion_failed`. */
export async function loadFonts(texts: readonly LiveText[]): Promise<Result<readonly FontChoice[], EmendError>> {
  if (texts.length === 0) return ok([]);
  const available = (await figma.listAvailableFontsAsync()).map(({ fontName }) => fontName);
  const choices = texts.map(({ style, characters }) => nearestFont(available, style, characters));
  const found = choices.filter((choice) => choice !== undefined);
  if (found.length < texts.length) {
    return err(
      emendError("insertion_failed", "Figma lists no fonts, so no live text can be set.", { help: "Place it as a picture instead." }),
    );
  }
  await Promise.all(found.map(({ font }) => figma.loadFontAsync(font)));
  return ok(found);
}

/** Which fitted families had to be replaced, one sentence; `undefined` where none. */
export function substitutionNote(texts: readonly LiveText[], choices: readonly FontChoice[]): string | undefined {
  const pairs = texts.flatMap(({ style }, i) => {
    const choice = choices[i];
    return choice && !choice.fitted ? [`${style.family} → ${choice.font.family} ${choice.font.style}`] : [];
  });
  return pairs.length === 0 ? undefined : `Fonts that are not available here were replaced: ${[...new Set(pairs)].join(", ")}.`;
}
