import type { Digest } from "../../../protocol/edit.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { FoundText } from "../../../protocol/text-style.ts";

export type TextEvent =
  | { readonly type: "text.edited"; readonly index: number; readonly text: string }
  | { readonly type: "text.reverted" }
  /** As live text, or as pixels. */
  | { readonly type: "text.live"; readonly index: number; readonly on: boolean }
  | { readonly type: "text.boxed"; readonly index: number | undefined }
  | { readonly type: "text.drawing"; readonly on: boolean }
  | { readonly type: "text.box.changed"; readonly index: number; readonly rect: Rect<"image"> }
  | { readonly type: "text.box.added"; readonly rect: Rect<"image"> }
  | { readonly type: "text.box.removed"; readonly index: number }
  | { readonly type: "text.read"; readonly index: number }
  /** What stands in the box of a row; `texts` is empty where nothing could be read or the asking failed. */
  | { readonly type: "text.was.read"; readonly sha256: Digest; readonly index: number; readonly texts: readonly FoundText[] };
