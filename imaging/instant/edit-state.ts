import type { Answer, TextReport } from "../../protocol/edit.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { ImagingPorts } from "../ports.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
import type { Block } from "./block.ts";
import type { Evidence } from "./evidence.ts";
import type { InstantContext } from "./reconstruct.ts";

/** What the edits done so far have made of the picture, and what is to be told of them. */
export interface EditState {
  image: RasterImage;
  readonly mask: Mask;
  readonly texts: TextReport[];
  readonly evidence: Evidence[];
  readonly reasons: string[];
  readonly warnings: string[];
  /** Sureness of set strings; what was erased or added tells its own. */
  readonly sureness: Map<TextReport, number>;
  readonly answers: Answer[];
  /** Lines whose edits were carried out with those of their paragraph. */
  readonly taken: Set<TextLine>;
  /** Lines that were erased whole: nothing of them can be changed any more. */
  readonly erased: Set<TextLine>;
  /** 255 = where they may have left traces in the boxes of other lines. */
  readonly fringe: Mask;
}

export const createEditState = (source: RasterImage): EditState => ({
  image: source,
  mask: createMask(source.width, source.height),
  texts: [],
  evidence: [],
  reasons: [],
  warnings: [],
  sureness: new Map(),
  answers: [],
  taken: new Set(),
  erased: new Set(),
  fringe: createMask(source.width, source.height),
});

/** A request being carried out. */
export interface EditRun {
  readonly ports: ImagingPorts;
  readonly context: InstantContext;
  readonly lines: readonly TextLine[];
  readonly state: EditState;
}

/** What is asked of a line, and all the lines that the request changes. */
export interface Asked {
  readonly operation: Operation;
  readonly block: Block;
  readonly edited: readonly TextLine[];
}
