import type { ToPanel } from "../../protocol/bridge.ts";
import { provenanceOf } from "../selection/own-result.ts";
import { plainImageFill, soleImageFill } from "../selection/plain-image.ts";
import { wholeImageBox } from "./image-mapping.ts";

type OwnLayer = NonNullable<Extract<ToPanel, { type: "own" }>["layer"]>;

/** The rectangle that shows the patch: the layer itself, the plate under live text, or what lies on top of a variant's copy. */
function patchIn(node: SceneNode): RectangleNode | undefined {
  if (node.type === "RECTANGLE") return node;
  const inside: readonly SceneNode[] = "children" in node ? node.children : [];
  const pictures = inside.filter((child): child is RectangleNode => child.type === "RECTANGLE" && soleImageFill(child) !== undefined);
  return pictures[pictures.length - 1];
}

/** What a result of ours on the current page shows now: the bytes of its picture, and whether its look is exactly that picture. Reads only. */
export async function ownLayer({ jobId, patch }: { readonly jobId: string; readonly patch: string }): Promise<OwnLayer | undefined> {
  const node = figma.currentPage.findAllWithCriteria({ types: ["RECTANGLE", "FRAME", "COMPONENT"] }).find((at) => {
    const known = provenanceOf(at);
    return known?.jobId === jobId && known.patch === patch;
  });
  if (node === undefined) return undefined;
  const piece = patchIn(node);
  const image = piece && figma.getImageByHash(soleImageFill(piece)?.imageHash ?? "");
  if (!piece || !image) return { plain: false };
  const fill = plainImageFill(piece);
  const whole = fill !== undefined && wholeImageBox(fill, await image.getSizeAsync(), piece) !== undefined;
  const bytes = (await image.getBytesAsync()) as Uint8Array<ArrayBuffer>;
  return { bytes, plain: whole && node.opacity === 1 };
}
