import type { Mask, RasterImage } from "../../imaging/raster/raster.ts";
import type { Answer, EngineView, Estimate, Missing, Progress, TextReport } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Operation, OperationKind, Plan } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";

/** What an engine can do at best; whether it can do it now is `check`'s answer. */
export interface EngineCapabilities {
  readonly operations: readonly OperationKind[];
  /** Runs on this machine and sends nothing anywhere. */
  readonly local: boolean;
  readonly progress: EngineView["progress"];
  /** `hard`: stops at once · `queued`: only before it starts · `client`: we stop listening, it goes on. */
  readonly cancel: EngineView["cancel"];
  /** Honours a mask handed in. */
  readonly mask: boolean;
  /** Most reference pictures it takes. */
  readonly references: number;
  /** The same seed gives the same pixels. */
  readonly seed: boolean;
  readonly cost: "free" | "paid";
  /** Largest width × height it works at; larger sources are scaled by the engine itself, which still returns the source's size. */
  readonly maxPixels?: number;
  /** A smaller picture takes it a fraction of the time: worth a quick first pass (`EngineRequest.preview`). Absent = no. */
  readonly preview?: boolean;
  /** Price of one result, where it is known. */
  readonly price?: Estimate["price"];
}

export interface EngineAvailability {
  readonly available: boolean;
  /** Why not and what to do, one sentence for a person; set where `available` is false. */
  readonly reason?: string;
  /** The same for programs: what is lacking, in the order it has to be supplied. */
  readonly missing?: readonly Missing[];
  /** For engines off this machine: where pictures go, and whether the person agreed to that. */
  readonly consent?: EngineView["consent"];
  readonly key?: EngineView["key"];
}

/** Everything an engine may know of an edit. Pixels are lent: read, never written. */
export interface EngineRequest {
  readonly source: RasterImage;
  readonly plan: Plan;
  /** Only inside this rectangle may be worked, image pixels. */
  readonly region?: Rect<"image">;
  /** Source-sized; 255 = may change. */
  readonly mask?: Mask;
  readonly references: readonly RasterImage[];
  readonly seed: number;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /**
   * Set on the quick first pass, whose outcome is only shown: work at no more than this many pixels, with few steps. The same
   * request without it follows. Only ever set where `capabilities().preview`.
   */
  readonly preview?: { readonly maxPixels: number };
  /** The person agreed that this one edit leaves the machine, whatever was agreed for good. */
  readonly consented?: boolean;
}

export interface EngineEvent extends Pick<Progress, "stage" | "done" | "total"> {
  /** A picture on the way to the result, any size, where the engine shows one. */
  readonly preview?: RasterImage;
  /** The part of the source that `preview` shows; absent = all of it. */
  readonly frame?: Rect<"image">;
}

/** What came out. Nobody trusts it: compositing decides which of its pixels are used. */
export interface EngineOutput {
  /** Owned by the caller. Source-sized, unless `frame` is set. */
  readonly image: RasterImage;
  /**
   * Set by engines that repaint: the part of the source that `image` shows, at any size, drifted as such models do. The pipeline
   * registers it and takes only what really changed; `mask` is then absent.
   */
  readonly frame?: Rect<"image">;
  /** Exactly where the engine claims to have changed the source; absent where it repaints everything. */
  readonly mask?: Mask;
  readonly texts: readonly TextReport[];
  /** 0–1. */
  readonly confidence: number;
  /** Why a person should look, one sentence each; empty where nothing is doubtful. */
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  /** What questions about the picture were answered with. */
  readonly answers?: readonly Answer[];
  /** Pixels became transparent: the result stands in for the source, since a layer above it cannot erase. */
  readonly cutOut?: boolean;
  /** `image` and `mask` have another frame than the source: where it lies in the source's pixels. */
  readonly canvas?: Rect<"image">;
  /** By stage name; milliseconds. */
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** What came with an operation, where that decides whether an engine can do it. */
export interface Given {
  /** A region or a mask. */
  readonly drawn: boolean;
  readonly references: number;
}

export type EngineListener = (event: EngineEvent) => void;

/**
 * One way of making an edit. `edit` answers expected failures as values (`text_not_found` with `details.texts`,
 * `unsupported_operation`, `engine_unavailable`, `engine_failed`, `engine_timeout`, `cancelled`); it stops as soon as it can
 * when the signal aborts and answers `cancelled`.
 */
export interface Engine {
  readonly name: string;
  capabilities(): EngineCapabilities;
  /** Finer than `capabilities().operations` where the kind alone does not decide; absent = the kind decides. */
  supports?(operation: Operation, given?: Given): boolean;
  check(signal?: AbortSignal): Promise<EngineAvailability>;
  edit(request: EngineRequest, signal: AbortSignal, onEvent: EngineListener): Promise<Result<EngineOutput>>;
  /** Loads ahead what a first edit would wait for, a piece at a time; harmless where it is left off. */
  warmUp?(): AsyncIterable<void>;
  /** Releases models and processes; the engine may be used again afterwards. */
  dispose?(): Promise<void>;
}

/** An engine that also reads: the source of `emend find` and of the panel's text list. */
export interface TextEngine extends Engine {
  /** Whether the library has a face for the whole string. */
  sets?(text: string): boolean;
  /** The wording alone, line by line: what `find` gives without looking at each line's colours and size, at a fraction of its cost. */
  read(image: RasterImage, signal: AbortSignal): Promise<readonly string[]>;
  find(image: RasterImage, signal: AbortSignal): Promise<readonly FoundText[]>;
}

export const canFind = (engine: Engine): engine is TextEngine => "find" in engine && typeof engine.find === "function";

export const supports = (engine: Engine, operation: Operation, given?: Given): boolean =>
  engine.capabilities().operations.includes(operation.kind) && (engine.supports?.(operation, given) ?? true);
