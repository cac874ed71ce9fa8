import type { LiveText } from "../../protocol/bridge.ts";

/** Narrower or wider than this is seen. */
const CONDENSED = 0.03;
/** Radians; about three degrees. */
const SLANTED = 0.05;

/** What of the fitted type a Figma text cannot show, one sentence; `undefined` where it shows all of it. */
export function leftOutNote(texts: readonly LiveText[]): string | undefined {
  const styles = texts.map((text) => text.style);
  const missing = [
    styles.some((s) => Math.abs(s.condense - 1) > CONDENSED) && "the letters' width",
    styles.some((s) => Math.abs(s.slant) > SLANTED && !s.italic) && "their slant",
    styles.some((s) => s.fill.kind === "perCharacter") && "a colour of its own for each letter",
    styles.some((s) => s.bent) && "the bend of the line",
  ].filter((words) => words !== false);
  return missing.length === 0 ? undefined : `Live text in Figma leaves out ${missing.join(", ")}; as a picture they are kept.`;
}
