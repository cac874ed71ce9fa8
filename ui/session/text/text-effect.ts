import type { Digest } from "../../../protocol/edit.ts";
import type { Rect } from "../../../protocol/geometry.ts";

/** A newer reading of the same row replaces an older one that has not been answered. */
export interface TextEffect {
  readonly type: "text.read";
  readonly sha256: Digest;
  readonly index: number;
  readonly region: Rect<"image">;
  readonly delayMs: number;
}
