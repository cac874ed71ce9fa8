import type { TextReport } from "../../protocol/edit.ts";
import type { EmendError, Stage } from "../../protocol/errors.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";

/** Straight RGBA bytes, row by row, as in `RasterImage`. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What the page asks its worker; `id` names the call in every answer. */
export type Ask =
  | { readonly id: number; readonly kind: "find"; readonly picture: Pixels }
  | { readonly id: number; readonly kind: "edit"; readonly picture: Pixels; readonly operations: readonly Operation[] }
  | { readonly id: number; readonly kind: "cancel" };

export interface Found {
  readonly texts: readonly FoundText[];
  readonly backend: string;
}

export interface Edited {
  readonly picture: Pixels;
  readonly texts: readonly TextReport[];
  readonly confidence: number;
  readonly warnings: readonly string[];
}

export type Answer =
  | { readonly id: number; readonly kind: "stage"; readonly stage: Stage }
  | { readonly id: number; readonly kind: "found"; readonly value: Found }
  | { readonly id: number; readonly kind: "edited"; readonly value: Edited }
  | { readonly id: number; readonly kind: "failed"; readonly error: Pick<EmendError, "code" | "message" | "help"> };
