import type { FontFace as LibraryFace } from "../../imaging/ports.ts";
import type { FontCut } from "../../imaging/typeface/cuts.ts";

/** One subset file beside the page: its address relative to the index, and the characters it is for and truly has (`packRanges`). */
export interface IndexedFile {
  readonly url: string;
  readonly ranges: string;
}

/** A face and the files of each of its cuts; a variable face has one cut per slope. */
export interface IndexedFace extends LibraryFace {
  readonly cuts: readonly (FontCut & { readonly files: readonly IndexedFile[] })[];
}

/** `lab/fonts/index.json`, written when the playground is built. */
export interface FontIndex {
  readonly faces: readonly IndexedFace[];
}
