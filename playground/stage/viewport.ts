import type { Affine, Point, Rect, Size } from "../../protocol/geometry.ts";
import { Emitter } from "../document/emitter.ts";

const LEAST = 0.02;
const MOST = 64;

/** Space on the edges of the screen that panels cover, CSS pixels. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What part of the page is on the screen: `zoom` CSS pixels per canvas unit, `x`/`y` the page point at the screen's top-left. */
export class Viewport {
  readonly events = new Emitter<{ change: undefined }>();
  #x = 0;
  #y = 0;
  #zoom = 1;

  get zoom(): number {
    return this.#zoom;
  }

  /** Page space to CSS pixels. */
  get transform(): Affine {
    return [
      [this.#zoom, 0, -this.#x * this.#zoom],
      [0, this.#zoom, -this.#y * this.#zoom],
    ];
  }

  toPage(x: number, y: number): Point<"canvas"> {
    return { x: x / this.#zoom + this.#x, y: y / this.#zoom + this.#y };
  }

  /** The page-space rectangle a screen of this size shows. */
  visible({ width, height }: Size<"image">): Rect<"canvas"> {
    return { x: this.#x, y: this.#y, width: width / this.#zoom, height: height / this.#zoom };
  }

  panBy(dx: number, dy: number): void {
    this.#move(this.#x + dx / this.#zoom, this.#y + dy / this.#zoom, this.#zoom);
  }

  /** Zooms so that the page point under the screen point stays there. */
  zoomAt(x: number, y: number, factor: number): void {
    const zoom = Math.min(MOST, Math.max(LEAST, this.#zoom * factor));
    const anchor = this.toPage(x, y);
    this.#move(anchor.x - x / zoom, anchor.y - y / zoom, zoom);
  }

  /** Shows all of `rect` in the middle of what the insets leave free, never larger than life. */
  fit(rect: Rect<"canvas">, screen: Size<"image">, insets: Insets): void {
    const width = Math.max(1, screen.width - insets.left - insets.right);
    const height = Math.max(1, screen.height - insets.top - insets.bottom);
    const zoom = Math.max(LEAST, Math.min(1, width / rect.width, height / rect.height));
    const x = rect.x + rect.width / 2 - (insets.left + width / 2) / zoom;
    const y = rect.y + rect.height / 2 - (insets.top + height / 2) / zoom;
    this.#move(x, y, zoom);
  }

  #move(x: number, y: number, zoom: number): void {
    this.#x = x;
    this.#y = y;
    this.#zoom = zoom;
    this.events.emit("change", undefined);
  }
}
