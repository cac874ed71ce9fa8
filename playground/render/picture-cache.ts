import type { ImageStore } from "../document/image-store.ts";
import type { CanvasPorts, Picture } from "./canvas-ports.ts";

/** Decoded pictures by hash, kept for good: a playground holds few. */
export class PictureCache {
  readonly #images: ImageStore;
  readonly #ports: CanvasPorts;
  readonly #ready = new Map<string, Picture>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(images: ImageStore, ports: CanvasPorts) {
    this.#images = images;
    this.#ports = ports;
  }

  get(hash: string): Picture | undefined {
    return this.#ready.get(hash);
  }

  /** Resolves once all are decoded; pictures that cannot be decoded stay missing and are drawn as nothing. */
  async load(hashes: Iterable<string>): Promise<void> {
    await Promise.all([...hashes].map((h) => this.#loading.get(h) ?? this.#start(h)));
  }

  #start(hash: string): Promise<void> {
    const image = this.#images.get(hash);
    if (image === undefined) return Promise.resolve();
    const loading = this.#ports.decode(image.bytes).then(
      (picture) => void this.#ready.set(hash, picture),
      () => undefined,
    );
    this.#loading.set(hash, loading);
    return loading;
  }
}
