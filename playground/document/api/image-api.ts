import { fail } from "../figma-error.ts";
import type { StoredImage } from "../image-store.ts";
import { refuseReadOnly } from "../node-facade.ts";
import type { ApiContext, ApiPart } from "./api-context.ts";

/** Figma's `Image`: a handle to stored bytes, not a node. `getBytesAsync` reads a copy of its own each time. */
const imageHandle = (image: StoredImage): object =>
  Object.freeze({
    hash: image.hash,
    getBytesAsync: async () => new Uint8Array(await image.file.arrayBuffer()),
    getSizeAsync: async () => ({ width: image.width, height: image.height }),
  });

export function imageApi({ handles }: ApiContext): ApiPart {
  const { images } = handles.document;
  return {
    createImage: (bytes: unknown) => {
      refuseReadOnly(handles, "createImage");
      if (!(bytes instanceof Uint8Array)) fail("createImage", `Expected Uint8Array, received ${bytes === null ? "null" : typeof bytes}`);
      return imageHandle(images.add(bytes));
    },
    getImageByHash: (hash: string) => {
      const image = images.get(hash);
      return image === undefined ? null : imageHandle(image);
    },
  };
}
