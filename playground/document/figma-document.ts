import { Emitter } from "./emitter.ts";
import { History } from "./history.ts";
import { ImageStore } from "./image-store.ts";
import { type NodeRecord, type NodeType, newRecord } from "./node-record.ts";
import { Scene, type SceneSnapshot } from "./scene.ts";
import { settle } from "./settle.ts";

const ROOT_ID = "0:0";
const FIRST_PAGE_ID = "0:1";

interface State {
  readonly nodes: SceneSnapshot;
  readonly page: string;
  readonly selection: ReadonlyMap<string, readonly string[]>;
}

export interface DocumentEvents extends Record<string, unknown> {
  /** Any node changed, came or went. */
  change: undefined;
  selectionchange: undefined;
  currentpagechange: undefined;
}

/** A node and what is below it, for assertions and the layers panel: plain data, no handles. */
export interface NodeTree extends Omit<NodeRecord, "children"> {
  readonly children: readonly NodeTree[];
}

/**
 * A strict in-memory Figma file: the tree, its images, pages, selection and undo steps. It knows structure and history;
 * the rules a plugin meets (validation, dynamic pages, fonts) are the API's, see `createFigma`.
 * Everything is synchronous; listeners are called after each change.
 */
export class FigmaDocument {
  readonly scene = new Scene();
  readonly images = new ImageStore();
  readonly events = new Emitter<DocumentEvents>();
  readonly name: string;
  readonly colourProfile: "LEGACY" | "SRGB" | "DISPLAY_P3";
  /** No writes at all, as in Dev Mode or for a viewer. */
  readOnly = false;
  #page = FIRST_PAGE_ID;
  #selection: ReadonlyMap<string, readonly string[]> = new Map();
  #nextId = 1;
  #dirty = false;
  readonly #history: History<State>;

  constructor(options: { readonly name?: string; readonly colourProfile?: "LEGACY" | "SRGB" | "DISPLAY_P3" } = {}) {
    this.name = options.name ?? "Untitled";
    this.colourProfile = options.colourProfile ?? "SRGB";
    this.scene.put({ ...newRecord(ROOT_ID, "DOCUMENT"), name: this.name });
    this.scene.put({ ...newRecord(FIRST_PAGE_ID, "PAGE"), name: "Page 1" });
    this.scene.attach(FIRST_PAGE_ID, ROOT_ID, 0);
    this.#history = new History(this.#state());
  }

  get rootId(): string {
    return ROOT_ID;
  }

  get currentPageId(): string {
    return this.#page;
  }

  newId(): string {
    return `1:${++this.#nextId}`;
  }

  /** Makes a node and puts it on top of `parent` (the current page unless given). */
  create(type: NodeType, parent = type === "PAGE" ? ROOT_ID : this.#page): string {
    const id = this.newId();
    this.scene.put(newRecord(id, type));
    this.scene.attach(id, parent, this.scene.get(parent).children.length);
    this.touch(parent);
    return id;
  }

  /** To be called after writing to the scene: brings layout up to date around `id` and tells listeners. */
  touch(id: string): void {
    settle(this.scene, id);
    this.#dirty = true;
    this.#dropFromSelection();
    this.events.emit("change", undefined);
  }

  patch(id: string, change: Partial<NodeRecord>): void {
    this.scene.patch(id, change);
    this.touch(id);
  }

  remove(id: string): void {
    const { parent } = this.scene.get(id);
    this.scene.delete(id);
    this.touch(parent ?? ROOT_ID);
  }

  selection(page = this.#page): readonly string[] {
    return this.#selection.get(page) ?? [];
  }

  select(ids: readonly string[], page = this.#page): void {
    const before = this.selection(page);
    if (before.length === ids.length && before.every((id, i) => id === ids[i])) return;
    this.#selection = new Map(this.#selection).set(page, [...ids]);
    if (!this.#dirty) this.#history.amend(this.#state());
    this.events.emit("selectionchange", undefined);
  }

  setCurrentPage(id: string): void {
    if (id === this.#page) return;
    this.#page = id;
    this.events.emit("currentpagechange", undefined);
    this.events.emit("change", undefined);
  }

  get canUndo(): boolean {
    return this.#dirty || this.#history.canUndo;
  }

  get canRedo(): boolean {
    return !this.#dirty && this.#history.canRedo;
  }

  /** Ends the present undo step; nothing happens where nothing changed since the last one. */
  commitUndo(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#history.commit(this.#state());
  }

  /** Makes the present state the one undo cannot go behind, as for a file just opened. */
  restartHistory(): void {
    this.#dirty = false;
    this.#history.restart(this.#state());
    this.events.emit("change", undefined);
  }

  /** Takes back the last step, or what was changed since it ended. False where there is nothing to take back. */
  undo(): boolean {
    this.commitUndo();
    return this.#return(this.#history.undo());
  }

  redo(): boolean {
    return this.#dirty ? false : this.#return(this.#history.redo());
  }

  /** What lies on a page (the current one unless given), as plain data. */
  tree(id = this.#page): NodeTree {
    const node = this.scene.get(id);
    return { ...node, children: node.children.map((c) => this.tree(c)) };
  }

  #state(): State {
    return { nodes: this.scene.snapshot(), page: this.#page, selection: this.#selection };
  }

  #return(state: State | undefined): boolean {
    if (state === undefined) return false;
    this.scene.restore(state.nodes);
    this.#page = state.page;
    this.#selection = state.selection;
    this.events.emit("change", undefined);
    this.events.emit("selectionchange", undefined);
    return true;
  }

  /** Layers may go by more ways than `remove`: an emptied group goes by itself. */
  #dropFromSelection(): void {
    for (const page of this.#selection.keys())
      this.select(
        this.selection(page).filter((id) => this.scene.find(id) !== undefined),
        page,
      );
  }
}
