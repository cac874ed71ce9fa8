import type { ToMain, ToPanel, VariantItem } from "../../protocol/bridge.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, type Point, type Rect } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { layerGone, refused } from "../insertion/failure.ts";
import { insertPieces } from "../insertion/insert-patch.ts";
import { LABEL_KEY, markLayer, utf8Length } from "../insertion/layer-marks.ts";
import { storedPieces } from "../insertion/patch-layer.ts";
import { asUndoStep } from "../insertion/undo-step.ts";
import { findLayer, pageOf } from "../selection/find-layer.ts";
import { cellPlaces, freePlace, GAP, holderSize } from "./cell-places.ts";
import { type CellSource, fillCell } from "./variant-cell.ts";

export type VaryRequest = Omit<Extract<ToMain, { type: "vary" }>, "type" | "requestId">;
export type Varied = Omit<Extract<ToPanel, { type: "varied" }>, "type" | "requestId">;

/** Key of the plugin data that says how variants were made. */
export const RECIPE_KEY = "emend.recipe";
const LABEL_FONT: FontName = { family: "Inter", style: "Regular" };

type Home = (PageNode | SectionNode) & ChildrenMixin;
type Cell = FrameNode | ComponentNode;

/** Variants lie on the page, or in the section that holds their source: nowhere do they disturb a layout. */
function homeOf(node: SceneNode): { readonly home: Home; readonly top: SceneNode } | undefined {
  let top = node;
  for (let at: BaseNode | null = node.parent; at !== null; at = at.parent) {
    if (at.type === "PAGE" || at.type === "SECTION") return { home: at as Home, top };
    top = at as SceneNode;
  }
  return undefined;
}

/** The picture's upright box on the page: where it is turned, the box around it. */
function pageBox({ placement }: VaryRequest): Rect<"canvas"> {
  const [[a, c, e], [b, d, f]] = placement.transform;
  const corner = (x: number, y: number): Point<"canvas"> => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  const { width, height } = placement;
  const corners = [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)];
  const upright = b === 0 && c === 0 && a > 0 && d > 0;
  return upright ? { x: e, y: f, width: a * width, height: d * height } : boundsOf(corners);
}

const boxesOf = (home: Home, but: SceneNode): Rect<"canvas">[] =>
  home.children.flatMap((child) => (child.id !== but.id && child.absoluteBoundingBox ? [child.absoluteBoundingBox] : []));

const originOf = (home: Home): Point<"canvas"> =>
  home.type === "SECTION" ? { x: home.absoluteTransform[0][2], y: home.absoluteTransform[1][2] } : { x: 0, y: 0 };

function moveTo(node: SceneNode, { x, y }: Point<"canvas">): void {
  if ("relativeTransform" in node) {
    node.relativeTransform = [
      [1, 0, x],
      [0, 1, y],
    ];
  }
}

interface Ground {
  readonly request: VaryRequest;
  readonly source: CellSource;
  readonly home: Home;
  /** Where the row or grid begins, in the home's own space. */
  readonly at: Point<"canvas">;
}

function groundFor(node: SceneNode, request: VaryRequest): Ground | undefined {
  const found = homeOf(node);
  if (!found) return undefined;
  const { home, top } = found;
  const box = pageBox(request);
  const size = holderSize(request.layout, request.items.length, box);
  const free = freePlace(top.absoluteBoundingBox ?? box, size, boxesOf(home, top));
  const origin = originOf(home);
  return { request, source: { node, placement: request.placement, box }, home, at: { x: free.x - origin.x, y: free.y - origin.y } };
}

function makeCell({ request, source, home }: Ground, item: VariantItem): Cell {
  const cell = request.layout === "set" ? figma.createComponent() : figma.createFrame();
  home.appendChild(cell);
  cell.name = request.layout === "set" ? `${request.property}=${item.label}` : `${request.name} · ${item.label}`;
  fillCell(cell, source, item);
  markLayer(cell, JSON.stringify(item.provenance), item.provenance.instruction);
  return cell;
}

function label(sheet: FrameNode, cell: Cell, words: string): void {
  const text = figma.createText();
  sheet.appendChild(text);
  text.fontName = LABEL_FONT;
  text.fontSize = 14;
  text.characters = words;
  text.setPluginData(LABEL_KEY, cell.id);
  moveTo(text, { x: cell.relativeTransform[0][2], y: cell.relativeTransform[1][2] + cell.height + 8 });
}

function holdInSheet(ground: Ground, cells: readonly Cell[]): FrameNode {
  const sheet = figma.createFrame();
  ground.home.appendChild(sheet);
  sheet.fills = [{ type: "SOLID", color: { r: 1, g: 1, b: 1 } }];
  const { width, height } = holderSize("sheet", cells.length, ground.source.box);
  sheet.resizeWithoutConstraints(width, height);
  for (const cell of cells) sheet.appendChild(cell);
  return sheet;
}

/** What holds the cells, placed; `undefined` where they lie side by side on their own. */
function hold(ground: Ground, cells: readonly Cell[]): FrameNode | ComponentSetNode | undefined {
  const { request, home, at, source } = ground;
  if (request.layout === "frames") return undefined;
  const holder = request.layout === "set" ? figma.combineAsVariants(cells as ComponentNode[], home) : holdInSheet(ground, cells);
  const { width, height } = holderSize(request.layout, cells.length, source.box);
  holder.name = request.name;
  holder.resizeWithoutConstraints(width, height);
  moveTo(holder, at);
  holder.setPluginData(RECIPE_KEY, request.recipe);
  return holder;
}

function arrange(ground: Ground): Varied {
  const { request, source, at } = ground;
  const cells = request.items.map((item) => makeCell(ground, item));
  const holder = hold(ground, cells);
  const offset = holder ? { x: 0, y: 0 } : { x: at.x - GAP, y: at.y - GAP };
  for (const [i, p] of cellPlaces(request.layout, cells.length, source.box).entries()) {
    const cell = cells[i]!;
    moveTo(cell, { x: p.x + offset.x, y: p.y + offset.y });
    if (request.layout === "sheet") label(holder as FrameNode, cell, request.items[i]!.label);
    if (!holder) cell.setPluginData(RECIPE_KEY, request.recipe);
  }
  return { nodeIds: cells.map((c) => c.id), ...(holder && { containerId: holder.id }) };
}

/** The patches as layers above the source, the first one showing. */
function stack(source: SceneNode, request: VaryRequest): Result<Varied, EmendError> {
  const nodeIds: string[] = [];
  const notes: string[] = [];
  for (const item of [...request.items].reverse()) {
    const done = insertPieces(source, { ...item, pieces: storedPieces(item.pieces), placement: request.placement });
    if (!done.ok) return done;
    const { nodeId, note } = done.value;
    nodeIds.unshift(nodeId);
    if (note && !notes.includes(note)) notes.push(note);
  }
  return ok({ nodeIds, ...(notes.length > 0 && { note: notes.join(" ") }) });
}

const recipeTooLarge = (): EmendError =>
  emendError("insertion_failed", "The record of these variants is larger than Figma keeps with a layer.", {
    help: "Place fewer variants at once, or shorten the instructions.",
  });

/** Takes back what was begun before Figma refused. */
function undoing<T>(write: () => T): T {
  const before = new Set(figma.currentPage.children.map((c) => c.id));
  try {
    return write();
  } catch (cause) {
    for (const child of [...figma.currentPage.children]) if (!before.has(child.id)) child.remove();
    throw cause;
  }
}

/**
 * Lays several results of one source on the canvas, in one undo step: as a component set, side by side, as a contact sheet, or stacked
 * above the source. The source itself is only copied. Error: `insertion_failed`; then nothing was added.
 */
export async function placeVariants(request: VaryRequest): Promise<Result<Varied, EmendError>> {
  const node = await findLayer(request.layerId);
  if (node === undefined) return err(layerGone());
  if (utf8Length(request.recipe) > LIMITS.pluginDataBytes) return err(recipeTooLarge());
  try {
    if (request.layout === "sheet") await figma.loadFontAsync(LABEL_FONT);
    const page = pageOf(node);
    if (node.removed || page === undefined) return err(layerGone());
    if (request.layout === "stack") return asUndoStep(() => stack(node, request));
    const ground = groundFor(node, request);
    return ground ? ok(asUndoStep(() => undoing(() => arrange(ground)))) : err(layerGone());
  } catch (cause) {
    return err(refused(cause));
  }
}
