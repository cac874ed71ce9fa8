import type { Digest } from "./edit.ts";

/** A stored picture as another program wants it. */
export interface RenderRequest {
  readonly picture: Digest;
  readonly format: "png" | "jpeg" | "webp";
  /** Pixels; both or none. Absent = the picture's own size. */
  readonly width?: number;
  readonly height?: number;
}
