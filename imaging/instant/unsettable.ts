import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { FontLibrary } from "../ports.ts";

/** Refuses characters that no face has, by name and before anything is made; `undefined` where each is in some face. Code: `engine_failed`. */
export function unsettable(fonts: FontLibrary, characters: string): Result<never> | undefined {
  const has = (char: string): boolean => char.trim() === "" || fonts.faces().some((face) => fonts.covers(face.id, char));
  const unknown = [...new Set(characters)].filter((char) => !has(char)).join("");
  if (unknown === "") return undefined;
  return err(
    emendError("engine_failed", `No font in the library has “${unknown}”.`, {
      stage: "typeset",
      help: "Install a font that has them, or change the wording.",
    }),
  );
}

/** What of a new wording its old one does not show. */
export const newIn = (text: string, old: string): string => [...text].filter((char) => !old.includes(char)).join("");
