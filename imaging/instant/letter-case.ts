import { type EmendError, emendError } from "../../protocol/errors.ts";
import { ALL_OF_THEM, type Operation } from "../../protocol/plan.ts";
import type { LetterWish } from "./wish.ts";

const CASES: Readonly<Record<string, (text: string) => string>> = {
  uppercase: (text) => text.toUpperCase(),
  lowercase: (text) => text.toLowerCase(),
  titlecase: (text) => text.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  sentencecase: (text) => text.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase()),
};

/** A restyled text in the case asked for; as it is where none is. */
export const recased = <T extends { readonly text: string }>(edit: T, value: Operation["value"]): T => {
  const change = CASES[String(value ?? "")];
  return change === undefined ? edit : { ...edit, text: change(edit.text) };
};

/** How much darker (below 0) or lighter letters are to be, −1 to 1; `undefined` where nothing of the kind is asked. */
function shadeOf({ kind, value }: Operation): number | undefined {
  const percent = kind === "text.restyle" ? /^brightness ([+-]\d+(?:\.\d+)?)%$/.exec(String(value))?.[1] : undefined;
  return percent === undefined ? undefined : Math.max(-1, Math.min(1, Number(percent) / 100));
}

/** What is wished of the letters a restyling means. */
export function letterWish(operation: Operation): LetterWish | undefined {
  const shade = shadeOf(operation);
  return shade === undefined ? operation.style : { ...operation.style, shade };
}

/** What a restyling asks for in `value` that cannot be set here: underline, opacity, upright lines. Never passed over in silence. */
export function unsupportedEffect(operation: Operation): EmendError | undefined {
  const { kind, value } = operation;
  if (shadeOf(operation) !== undefined) return undefined;
  if (kind !== "text.restyle" || value === undefined || value === ALL_OF_THEM || CASES[String(value)] !== undefined) return undefined;
  return emendError("unsupported_operation", `The light engine cannot set type with “${String(value)}”.`, {
    stage: "engine",
    help: "It can change font, weight, slant, size, colour, spacing, alignment, outline, shadow and letter case. As live text on the canvas, Figma sets the rest.",
  });
}
