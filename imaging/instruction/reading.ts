import type { Operation, StyleWish, Where } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";
import type { OneMargin } from "./style/margin.ts";

/** What keeps a clause from being carried out as it stands; each has its question in `clarify.ts`. */
export type Doubt =
  | "unclear"
  | "which_text"
  | "to_what"
  | "wording"
  | "which_colour"
  | "which_hue"
  | "which_font"
  | "which_ground"
  | "which_shape"
  | "which_shadow"
  | "two_colours"
  | "what_to_keep"
  | "contradiction"
  | "too_long"
  | "where_to"
  | "turning"
  | "no_video"
  | "variants"
  | "no_layers"
  | "no_print"
  | "print_size"
  | "no_colour"
  | "coordinates"
  | "plate"
  | "ink"
  | "round"
  | "price_except"
  | "branch";

/** What one clause says. `style`, `place`, `margins` and `borderWidth` speak about the operation before them; `keep` and `remark` ask for nothing. */
export type Reading =
  | {
      readonly does: "operate";
      readonly operations: readonly Operation[] /** Ends in unquoted words that a following piece may continue. */;
      readonly open?: boolean;
      /** What of the wish no operation can hold. */
      readonly doubt?: Doubt;
    }
  | {
      readonly does: "style";
      readonly style: StyleWish;
      readonly target?: string /** Only a colour's name: too little to stand alone. */;
      readonly bare: boolean;
      /** What of the wish no style can hold. */
      readonly doubt?: Doubt;
    }
  /** A style for each of the last operations, in the order they were said. */
  | { readonly does: "styles"; readonly styles: readonly StyleWish[] }
  | { readonly does: "place"; readonly where: Where; readonly value?: number | string }
  | { readonly does: "keep" }
  /** How far what was added or moved before stands from the edges. */
  | { readonly does: "margins"; readonly margins: readonly OneMargin[] }
  /** How wide the border added before is. */
  | { readonly does: "borderWidth"; readonly value: string }
  /** Takes back what was ordered just before: "no, …", 不对. */
  | { readonly does: "retract" }
  /** Says the last operation in full. */
  | { readonly does: "instead"; readonly operations: readonly Operation[] }
  /** Announces what the next clause orders, or says why: 把日期改一下, "I don't like the blue". */
  | { readonly does: "remark" }
  | { readonly does: "doubt"; readonly doubt: Doubt };

/** Reads a clause or passes it on. `before` is the last operation of the clauses before it. */
export type Recogniser = (clause: Phrase, before: Operation | undefined) => Reading | undefined;

export const operate = (...operations: readonly Operation[]): Reading => ({ does: "operate", operations });
export const doubt = (reason: Doubt): Reading => ({ does: "doubt", doubt: reason });

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** An operation without its undefined fields. */
export function operation(kind: Operation["kind"], fields: Loose<Omit<Operation, "kind">> = {}): Operation {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return { kind, ...Object.fromEntries(given) };
}
