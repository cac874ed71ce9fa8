import type { ImageStore, StoredImage } from "../document/image-store.ts";
import type { CanvasPorts, Picture } from "./canvas-ports.ts";

/** Decoded pixels kept at their full size; a screen shows no more than a few of such pictures at once. */
const KEPT_BYTES = 256 * 2 ** 20;
/** Longer side of pictures beyond that, pixels: enough for a canvas with many layers. */
const REDUCED_SIDE = 512;

const BYTES_PER_PIXEL = 4;

/** Pictures decoded for one drawing; the caller releases them once it is drawn. */
export interface LentPictures {
  get(hash: string): Picture | undefined;
  release(): void;
}

/** Decoded pictures by hash, for drawing on the screen: the first ones whole, the rest reduced once they would fill the memory. */
export class PictureCache {
  readonly #images: ImageStore;
  readonly #ports: CanvasPorts;
  readonly #mostBytes: number;
  readonly #ready = new Map<string, Picture>();
  readonly #loading = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  #keptBytes = 0;

  constructor(images: ImageStore, ports: CanvasPorts, mostBytes = KEPT_BYTES) {
    this.#images = images;
    this.#ports = ports;
    this.#mostBytes = mostBytes;
  }

  get(hash: string): Picture | undefined {
    return this.#ready.get(hash);
  }

  /** Resolves once all are decoded; pictures that cannot be decoded stay missing and are drawn as nothing. */
  async load(hashes: Iterable<string>): Promise<void> {
    await Promise.all([...hashes].map((h) => this.#loading.get(h) ?? this.#start(h)));
  }

  /** All pictures at their full size, whatever is kept. */
  async lend(hashes: Iterable<string>): Promise<LentPictures> {
    const lent = new Map<string, Picture>();
    for (const hash of hashes) {
      const image = this.#images.get(hash);
      if (image === undefined || this.#ready.get(hash)?.width === image.width) continue;
      const picture = await this.#ports.decode(image.file).catch(() => undefined);
      if (picture) lent.set(hash, picture);
    }
    return {
      get: (hash) => lent.get(hash) ?? this.#ready.get(hash),
      release: () => {
        for (const picture of lent.values()) if ("close" in picture) picture.close();
      },
    };
  }

  /** One after another: many large pictures decoded at once would fill the memory too. */
  #start(hash: string): Promise<void> {
    const image = this.#images.get(hash);
    if (image === undefined) return Promise.resolve();
    const loading = this.#last.then(() => this.#decode(image)).catch(() => undefined);
    this.#last = loading;
    this.#loading.set(hash, loading);
    return loading;
  }

  async #decode({ hash, file, width, height }: StoredImage): Promise<void> {
    const whole = width * height * BYTES_PER_PIXEL;
    const longer = Math.max(width, height);
    const fits = longer <= REDUCED_SIDE || this.#keptBytes + whole <= this.#mostBytes;
    const scale = fits ? 1 : REDUCED_SIDE / longer;
    const picture = await this.#ports.decode(file, fits ? undefined : { width: width * scale, height: height * scale });
    this.#keptBytes += whole * scale * scale;
    this.#ready.set(hash, picture);
  }
}
