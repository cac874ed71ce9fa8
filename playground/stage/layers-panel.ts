import type { FigmaDocument } from "../document/figma-document.ts";
import type { NodeRecord, NodeType } from "../document/node-record.ts";
import { element, listen } from "./dom.ts";
import { type IconName, icon } from "./icons.ts";
import type { Words } from "./words.ts";

const ICONS: Partial<Record<NodeType, IconName>> = {
  FRAME: "frame",
  SECTION: "frame",
  GROUP: "group",
  TEXT: "text",
  COMPONENT: "component",
  COMPONENT_SET: "component",
  INSTANCE: "component",
};

const iconOf = (node: NodeRecord): IconName => ICONS[node.type] ?? (node.fills.some((f) => f.type === "IMAGE") ? "image" : "shape");

interface Row {
  readonly node: NodeRecord;
  readonly level: number;
  /** Hidden itself or by an ancestor. */
  readonly dim: boolean;
}

/** Top of the stack first, as design tools list layers. */
function rowsOf(document: FigmaDocument, parent: string, level = 1, dim = false): Row[] {
  return [...document.scene.get(parent).children].reverse().flatMap((id) => {
    const node = document.scene.get(id);
    const faded = dim || !node.visible;
    return [{ node, level, dim: faded }, ...rowsOf(document, id, level + 1, faded)];
  });
}

/** The tree of layers: shows, selects, hides; arrow keys walk through it. */
export class LayersPanel {
  readonly element: HTMLElement;
  readonly #document: FigmaDocument;
  readonly #words: Words;
  readonly #tree: HTMLElement;

  constructor(document: FigmaDocument, words: Words) {
    this.#document = document;
    this.#words = words;
    this.#tree = element("div", { role: "tree", "aria-label": words.layers, "aria-multiselectable": "true", class: "tree" });
    this.element = element("aside", { class: "layers plate" }, this.#head(), this.#tree);
    for (const name of ["change", "selectionchange"] as const) document.events.on(name, () => this.#render());
    listen(this.#tree, "keydown", (event) => this.#onKey(event));
    this.#render();
  }

  #head(): HTMLElement {
    const head = element(
      "header",
      { class: "file" },
      element("h1", {}, this.#document.name),
      element("p", {}, this.#words.note),
      element("a", { href: "lab.html" }, this.#words.lab),
    );
    return element("div", {}, head, element("h2", {}, this.#words.layers));
  }

  #render(): void {
    const focused = document.activeElement instanceof HTMLElement && this.#tree.contains(document.activeElement);
    const selected = this.#document.selection();
    const rows = rowsOf(this.#document, this.#document.currentPageId);
    const stop = rows.find((r) => selected.includes(r.node.id)) ?? rows[0];
    this.#tree.replaceChildren(...rows.map((row) => this.#row(row, selected.includes(row.node.id), row === stop)));
    if (focused) this.#tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  #row({ node, level, dim }: Row, selected: boolean, stop: boolean): HTMLElement {
    const attributes = { role: "treeitem", "aria-level": level, "aria-selected": String(selected), tabindex: stop ? 0 : -1 };
    const classes = ["row", dim ? "dim" : "", node.children.length > 0 ? "parent" : ""].join(" ");
    const name = element("span", { class: "name", title: node.name }, node.name);
    const row = element("div", { ...attributes, class: classes, "data-id": node.id }, icon(iconOf(node)), name, this.#eye(node));
    row.style.setProperty("--level", String(level));
    listen(row, "click", (event) => this.#choose(node.id, event.shiftKey));
    return row;
  }

  #eye(node: NodeRecord): HTMLElement {
    const label = node.visible ? this.#words.hide : this.#words.show;
    const button = element("button", { class: "eye", title: label, "aria-label": `${label}: ${node.name}`, tabindex: -1 });
    button.append(icon(node.visible ? "eye" : "eyeOff"));
    listen(button, "click", (event) => {
      event.stopPropagation();
      this.#toggle(node);
    });
    return button;
  }

  #toggle(node: NodeRecord): void {
    this.#document.commitUndo();
    this.#document.patch(node.id, { visible: !node.visible });
    this.#document.commitUndo();
  }

  #choose(id: string, adding: boolean): void {
    const present = this.#document.selection();
    if (!adding) this.#document.select([id]);
    else this.#document.select(present.includes(id) ? present.filter((p) => p !== id) : [...present, id]);
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = rowsOf(this.#document, this.#document.currentPageId);
    const at = rows.findIndex((r) => this.#document.selection().includes(r.node.id));
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next !== undefined) this.#document.select([next.node.id]);
  }
}
