/**
 * Runs `write` as one undo step of its own: what was done before stays when it is undone. `write` must not wait, or the person's own changes
 * would fall into the step.
 */
export function asUndoStep<T>(write: () => T): T {
  figma.commitUndo();
  const result = write();
  figma.commitUndo();
  return result;
}
