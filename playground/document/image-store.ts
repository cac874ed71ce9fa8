import { LIMITS } from "../../protocol/limits.ts";
import { fail } from "./figma-error.ts";
import { type ImageHeader, readImageHeader } from "./image-header.ts";
import { sha1 } from "./sha1.ts";

export interface StoredImage extends ImageHeader {
  readonly hash: string;
  /** The encoded file. */
  readonly file: Blob;
}

/**
 * Encoded pictures by hash. Nothing is ever removed: undo may bring a use back. They lie in Blobs, which a browser keeps outside the page,
 * as Figma keeps a file's images outside the plugin.
 */
export class ImageStore {
  readonly #images = new Map<string, StoredImage>();

  /** Takes a copy of the bytes. Throws as `createImage` does for anything but PNG, JPEG, GIF of at most 4096 px a side. */
  add(bytes: Uint8Array): StoredImage {
    const header = readImageHeader(bytes);
    if (header === undefined) fail("createImage", "Image type is unsupported");
    if (Math.max(header.width, header.height) > LIMITS.figmaImageSidePx) fail("createImage", "Image is too large");
    if (Math.min(header.width, header.height) < 1) fail("createImage", "Image is too small");
    const hash = sha1(bytes);
    const image = this.#images.get(hash) ?? { ...header, hash, file: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
    this.#images.set(hash, image);
    return image;
  }

  get(hash: string): StoredImage | undefined {
    return this.#images.get(hash);
  }
}
