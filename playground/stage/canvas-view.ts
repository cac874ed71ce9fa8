import { compose, type Size, scaling } from "../../protocol/geometry.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import { pictureHashes, picturesOf } from "../render/canvas-renderer.ts";
import { drawNode } from "../render/draw-node.ts";
import { browserCanvas } from "./browser-canvas.ts";
import { element } from "./dom.ts";
import { drawFrameNames, drawHover, drawSelection, type OutlineColours } from "./selection-outline.ts";
import type { Viewport } from "./viewport.ts";

/** Beyond this zoom pixels are shown as squares: who looks that close wants to see them. */
const SQUARES_FROM = 4;

function coloursOf(canvas: HTMLElement): OutlineColours & { readonly paper: string } {
  const style = getComputedStyle(canvas);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    brand: value("--figma-color-bg-brand"),
    handle: "#ffffff",
    onBrand: value("--figma-color-text-onbrand"),
    label: value("--figma-color-text-secondary"),
    paper: value("--stage-paper"),
  };
}

/** The canvas on the screen: draws the current page whenever something changed, at the display's resolution. */
export class CanvasView {
  readonly canvas = element("canvas", { class: "paper", tabindex: 0, role: "application" });
  readonly #document: FigmaDocument;
  readonly #view: Viewport;
  #hover: string | undefined;
  #due = false;

  constructor(document: FigmaDocument, view: Viewport) {
    this.#document = document;
    this.#view = view;
    for (const name of ["change", "selectionchange"] as const) document.events.on(name, () => this.redraw());
    view.events.on("change", () => this.redraw());
    new ResizeObserver(() => this.redraw()).observe(this.canvas);
  }

  /** CSS pixels. */
  get size(): Size<"image"> {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  hover(id: string | undefined): void {
    if (id === this.#hover) return;
    this.#hover = id;
    this.redraw();
  }

  /** Draws once in the next frame, however often it is asked. */
  redraw(): void {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#draw();
    });
  }

  #draw(): void {
    const pictures = picturesOf(this.#document, browserCanvas);
    const missing = [...pictureHashes(this.#document, this.#document.currentPageId)].filter((h) => pictures.get(h) === undefined);
    if (missing.length > 0) void pictures.load(missing).then(() => missing.some((h) => pictures.get(h) !== undefined) && this.redraw());
    this.#paint((hash) => pictures.get(hash));
  }

  #paint(picture: (hash: string) => ReturnType<ReturnType<typeof picturesOf>["get"]>): void {
    const { canvas } = this;
    const ratio = window.devicePixelRatio;
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d")!;
    const colours = coloursOf(canvas);
    context.resetTransform();
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, width, height);
    context.imageSmoothingEnabled = this.#view.zoom * ratio < SQUARES_FROM;
    context.imageSmoothingQuality = "high";
    const view = compose(scaling(ratio, ratio), this.#view.transform);
    const layer = () => browserCanvas.create(width, height);
    drawNode(context, { scene: this.#document.scene, view, picture, layer }, this.#document.currentPageId);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#decorate(context, colours);
  }

  #decorate(context: CanvasRenderingContext2D, colours: OutlineColours): void {
    const { scene } = this.#document;
    const ids = this.#document.selection();
    drawFrameNames(context, scene, this.#view, { page: this.#document.currentPageId, colours });
    if (this.#hover !== undefined && !ids.includes(this.#hover)) drawHover(context, scene, this.#view, { id: this.#hover, colours });
    drawSelection(context, scene, this.#view, { ids, colours });
  }
}
