/** The layer with this id, its page loaded; `undefined` where it is gone or no layer. */
export async function findLayer(id: string): Promise<SceneNode | undefined> {
  const node = await figma.getNodeByIdAsync(id);
  if (node === null || node.removed || node.type === "DOCUMENT" || node.type === "PAGE") return undefined;
  await pageOf(node)?.loadAsync();
  return node;
}

/** The page a layer lies on. */
export function pageOf(node: BaseNode): PageNode | undefined {
  for (let at: BaseNode | null = node; at !== null; at = at.parent) if (at.type === "PAGE") return at;
  return undefined;
}
