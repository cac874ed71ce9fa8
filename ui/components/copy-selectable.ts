/**
 * Selects the element's text and copies it. The clipboard API needs a permission the plugin's frame may not have;
 * the old command works there, and where it does not the text stays selected for Ctrl+C.
 */
export function copySelectable(element: HTMLElement): boolean {
  const selection = getSelection();
  selection?.selectAllChildren(element);
  const copied = document.execCommand("copy");
  if (copied) selection?.removeAllRanges();
  return copied;
}
