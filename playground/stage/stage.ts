import { union } from "../../protocol/geometry.ts";
import { boundingBox } from "../document/bounds.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import type { Renderer } from "../document/plugin-session.ts";
import { addImage } from "./add-images.ts";
import { listenToGestures } from "./canvas-gestures.ts";
import { CanvasView } from "./canvas-view.ts";
import { element } from "./dom.ts";
import { download, flatten, topLevelOf } from "./export-frame.ts";
import { type Intake, takeImages } from "./image-intake.ts";
import { LayersPanel } from "./layers-panel.ts";
import { Notices } from "./notices.ts";
import { listenToShortcuts } from "./shortcuts.ts";
import type { ThemeChoice } from "./theme.ts";
import { createToolbar, type ToolbarActions } from "./toolbar.ts";
import { type Insets, Viewport } from "./viewport.ts";
import type { Words } from "./words.ts";

const ZOOM_STEP = 1.25;
const EDGE = 56;
const NOTICE_MS = 3000;

export interface StageOptions {
  readonly document: FigmaDocument;
  readonly renderer: Renderer;
  readonly theme: ThemeChoice;
  readonly words: Words;
  /** Whether the plugin runs, and how wide its window is. */
  plugin(): { readonly running: boolean; readonly width: number };
  startPlugin(): void;
}

/** The small design tool around the document: canvas, layers, tools, notices. */
export class Stage {
  readonly notices = new Notices();
  readonly view = new Viewport();
  readonly element: HTMLElement;
  readonly canvas: CanvasView;
  readonly #options: StageOptions;
  readonly #layers: LayersPanel;
  readonly #toolbar;
  readonly #intake: Intake;

  constructor(options: StageOptions) {
    const { document, words } = options;
    this.#options = options;
    this.canvas = new CanvasView(document, this.view);
    this.canvas.canvas.setAttribute("aria-label", words.canvas);
    this.#layers = new LayersPanel(document, words);
    const actions = this.#actions();
    this.#toolbar = createToolbar(actions, words);
    const hint = element("p", { class: "drop-hint" }, words.drop);
    this.element = element(
      "main",
      { class: "stage" },
      this.canvas.canvas,
      this.#layers.element,
      this.#toolbar.element,
      this.notices.element,
      hint,
    );
    this.#intake = takeImages(
      this.element,
      (file) => void this.#add(file),
      () => this.#say(words.notImage, true),
    );
    listenToGestures({ document, view: this.view, canvas: this.canvas });
    listenToShortcuts({ ...actions, remove: () => this.#remove(), hide: () => this.#hide(), deselect: () => document.select([]) });
    this.#keepToolbarTrue();
  }

  /** Shows everything on the page, or these layers, between the panels. */
  fit(ids: readonly string[] = this.#options.document.scene.get(this.#options.document.currentPageId).children): void {
    const { scene } = this.#options.document;
    const boxes = ids.map((id) => boundingBox(scene, id));
    if (boxes.length > 0)
      this.view.fit(
        boxes.reduce((a, b) => union(a, b)),
        this.canvas.size,
        this.#insets(),
      );
  }

  refresh(): void {
    const { document, theme } = this.#options;
    const { running, width } = this.#options.plugin();
    this.element.style.setProperty("--plugin-width", `${width}px`);
    this.#toolbar.update({
      canUndo: document.canUndo,
      canRedo: document.canRedo,
      zoom: this.view.zoom,
      dark: theme.theme === "dark",
      running,
    });
    this.canvas.redraw();
  }

  #actions(): ToolbarActions {
    const { document, theme, startPlugin } = this.#options;
    const zoom = (factor: number) => () => this.view.zoomAt(this.canvas.size.width / 2, this.canvas.size.height / 2, factor);
    return {
      undo: () => void document.undo(),
      redo: () => void document.redo(),
      zoomIn: zoom(ZOOM_STEP),
      zoomOut: zoom(1 / ZOOM_STEP),
      fit: () => this.fit(),
      open: () => this.#intake.ask(),
      export: () => void this.#export(),
      theme: () => theme.toggle(),
      start: startPlugin,
    };
  }

  #keepToolbarTrue(): void {
    const { document, theme } = this.#options;
    const refresh = (): void => this.refresh();
    document.events.on("change", refresh);
    document.events.on("selectionchange", refresh);
    this.view.events.on("change", refresh);
    theme.events.on("change", refresh);
    refresh();
  }

  #insets(): Insets {
    const { width } = this.#options.plugin();
    return { left: this.#layers.element.offsetWidth + EDGE, right: width + EDGE, top: EDGE, bottom: EDGE + 48 };
  }

  #say(message: string, error = false): void {
    this.notices.show({ message, error, timeout: NOTICE_MS });
  }

  async #add(file: File): Promise<void> {
    try {
      const layer = await addImage(this.#options.document, file.name, new Uint8Array(await file.arrayBuffer()));
      this.fit([layer]);
    } catch {
      // The bytes are not what the file's type says: the same as a file of the wrong type.
      this.#say(this.#options.words.notImage, true);
    }
  }

  async #export(): Promise<void> {
    const { document, renderer, words } = this.#options;
    const id = topLevelOf(document);
    if (id === undefined) return this.#say(words.nothingToExport, true);
    download(document.scene.get(id).name, await flatten(document, renderer, id));
    this.#say(words.exported);
  }

  /** Hides the selected layers, or shows them where all are hidden. */
  #hide(): void {
    const { document } = this.#options;
    const visible = document.selection().every((id) => !document.scene.get(id).visible);
    document.commitUndo();
    for (const id of document.selection()) document.patch(id, { visible });
    document.commitUndo();
  }

  #remove(): void {
    const { document } = this.#options;
    document.commitUndo();
    for (const id of document.selection()) if (document.scene.find(id) !== undefined) document.remove(id);
    document.commitUndo();
  }
}
