import { type EmendError, emendError } from "../../protocol/errors.ts";

/** Figma's errors begin with the call that threw, as in "in insertChild: Cannot move node." */
const CALL_PREFIX = /^in \w+: /;
const LONGEST_REASON = 200;

/** Figma's words for why it refused, short and without the call's name. */
export function figmaReason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(CALL_PREFIX, "").slice(0, LONGEST_REASON);
}

const failed = (message: string, help: string): EmendError => emendError("insertion_failed", message, { help });

export const layerGone = (): EmendError =>
  failed("The layer is no longer in this file.", "Bring it back with undo, then apply the edit again.");

export const unmaskable = (name: string): EmendError =>
  failed(
    `“${name}” is a mask lying directly on the page, so a layer above it would be masked too.`,
    "Group the mask with what it masks, then apply the edit again.",
  );

export const notOurs = (): EmendError =>
  failed("This layer was not made by Emend, so Emend leaves it alone.", "Show, hide or delete it in Figma's layers list.");

export const holdsItsPlace = (name: string): EmendError =>
  failed(`“${name}” holds its place in an auto layout; hidden, its neighbours would move.`, "Set its opacity to 0 instead.");

export const flattened = (name: string): EmendError =>
  failed(`“${name}” lies in a frame without any extent, so nothing can be placed in it.`, "Give the frame a size, then try again.");

/** For whatever Figma itself refused: a file one may only view, bytes it cannot read, a place it does not allow. */
export function refused(cause: unknown): EmendError {
  return {
    ...failed(`Figma refused the change: ${figmaReason(cause)}`, "Check that you can edit this file, then try again."),
    details: { reason: figmaReason(cause) },
  };
}
