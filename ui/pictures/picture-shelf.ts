import type { PictureId } from "../session/layer/layer-state.ts";

/** A decoded preview: at most `PREVIEW_SIDE_PX` on its longer side. */
export interface Preview {
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** Decodes `bytes` to at most the given size; rejects where they are no picture. */
export type DecodePreview<P extends Preview> = (bytes: Uint8Array<ArrayBuffer>, size: PreviewSize) => Promise<P>;

export interface PreviewSize {
  readonly width: number;
  readonly height: number;
}

const PREVIEW_SIDE_PX = 1200;

/** Preview pixels per image pixel for a picture of this size; never above 1. */
export const previewScale = ({ width, height }: PreviewSize): number => Math.min(1, PREVIEW_SIDE_PX / Math.max(width, height, 1));

export const scaledSize = ({ width, height }: PreviewSize, scale: number): PreviewSize => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
});

/** Owns the decoded previews; the session names them and says when they go. Small, whatever the layer's size. */
export class PictureShelf<P extends Preview> {
  readonly #decode: DecodePreview<P>;
  readonly #pictures = new Map<PictureId, P>();
  #lastId = 0;

  constructor(decode: DecodePreview<P>) {
    this.#decode = decode;
  }

  /** Always gives an id; where the bytes cannot be decoded it names no picture, and the companion says what is wrong with them. */
  async put(bytes: Uint8Array<ArrayBuffer>, size: PreviewSize): Promise<PictureId> {
    this.#lastId += 1;
    const id = this.#lastId;
    try {
      this.#pictures.set(id, await this.#decode(bytes, size));
    } catch {
      return id;
    }
    return id;
  }

  get(id: PictureId): P | undefined {
    return this.#pictures.get(id);
  }

  release(ids: readonly PictureId[]): void {
    for (const id of ids) {
      this.#pictures.get(id)?.close();
      this.#pictures.delete(id);
    }
  }
}
