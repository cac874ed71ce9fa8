import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { TextLine } from "../text/types.ts";

/** Type smaller than this is no type any more, image pixels. */
const LEAST_TYPE_PX = 4;
/** The same beside the present size. */
const LEAST_FACTOR = 0.05;

/** An order about letters that nobody could read; `undefined` where it can be carried out. Code: `bad_request`. */
export function illegible({ style }: Operation): Result<never> | undefined {
  const refused = (size: string) =>
    err(
      emendError("bad_request", `Letters of ${size} cannot be read.`, {
        stage: "typeset",
        help: `Name a size from ${LEAST_TYPE_PX} px, or remove the text.`,
      }),
    );
  if (style?.size !== undefined && style.size < LEAST_TYPE_PX) return refused(`${style.size} px`);
  return style?.sizeFactor !== undefined && style.sizeFactor < LEAST_FACTOR ? refused(`${100 * style.sizeFactor} %`) : undefined;
}

/** Removed and changed by one request: carrying out either would be a guess. Code: `instruction_unclear`. */
export const goneBefore = ({ string }: TextLine): Result<never> =>
  err(
    emendError("instruction_unclear", `“${string}” is to be removed and changed at once.`, {
      stage: "find",
      help: "Leave one of the two orders out.",
    }),
  );
