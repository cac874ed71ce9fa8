import type { Freedom } from "./motion.ts";

/** What may move in a first look, once the letters' width counts, and for the last word. */
export const ROUGH: readonly Freedom[] = ["x", "y", "size", "tracking", "wordGap", "angle"];
export const SHAPING: readonly Freedom[] = [...ROUGH, "condense"];
export const FINE: readonly Freedom[] = [...SHAPING, "slant"];
/** Those that mean something for this text. */
export const forLine = (freedoms: readonly Freedom[], text: string): readonly Freedom[] =>
  freedoms.filter((f) => (f === "tracking" ? [...text].length > 1 : f === "wordGap" ? text.trim().includes(" ") : true));
/** With the lean, where the letters show one. */
export const leaningToo = (freedoms: readonly Freedom[], leaning: boolean): readonly Freedom[] =>
  leaning ? [...freedoms, "slant"] : freedoms;
