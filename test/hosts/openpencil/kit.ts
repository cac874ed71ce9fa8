import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Placement } from "../../../protocol/bridge.ts";
import { apply, compose, type Point, type Rect, scaling } from "../../../protocol/geometry.ts";
import { bundleMain } from "../../../scripts/build/bundle-main.ts";
import { type EngineGraph, type EngineNode, loadEngine } from "./adapter/engine.ts";
import { openFig, saveFig } from "./adapter/fig-file.ts";
import { pageCorners } from "./adapter/place.ts";
import { type HostedPlugin, runPlugin } from "./adapter/run-plugin.ts";

/** Built and loaded once for all tests of a file: the bundle that ships, over the real engine. */
const bundle = await bundleMain(fileURLToPath(new URL("../../..", import.meta.url)));
export const engine = await loadEngine();

/** A picture of the drawn kind: a gradient, so that every place of it differs. */
export function picture(width: number, height: number, seed = 0): Promise<Uint8Array<ArrayBuffer>> {
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) raw.set([(255 * x) / width, (255 * y) / height, (40 * seed) % 256], i);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes));
}

/** A patch of one colour. */
export async function patch({ width, height }: Rect<"image">, colour: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await sharp({ create: { width, height, channels: 4, background: colour } })
    .png()
    .toBuffer();
  return new Uint8Array(bytes);
}

export const pageOf = (graph: EngineGraph): EngineNode => {
  const [page] = graph.getPages();
  if (!page) throw new Error("a file has a page");
  return page;
};

/** Adds a picture layer of 200 × 100 units, its picture 400 × 200 pixels. */
export async function addPicture(graph: EngineGraph, parentId: string, values: Partial<EngineNode> = {}): Promise<string> {
  const api = new engine.FigmaAPI(graph);
  const { hash } = (api.createImage as (b: Uint8Array) => { readonly hash: string })(await picture(400, 200));
  const fills = [
    {
      type: "IMAGE",
      imageHash: hash,
      imageScaleMode: "FILL",
      visible: true,
      opacity: 1,
      blendMode: "NORMAL",
      color: { r: 0, g: 0, b: 0, a: 1 },
    },
  ];
  return graph.createNode("RECTANGLE", parentId, { name: "Picture", x: 40, y: 30, width: 200, height: 100, fills, ...values }).id;
}

export interface Opened {
  readonly plugin: HostedPlugin;
  readonly graph: EngineGraph;
  readonly source: string;
}

/** A new file with what `build` draws, the layer it returns selected, the plugin running. */
export async function openNew(build: (graph: EngineGraph, page: string) => Promise<string>): Promise<Opened> {
  const graph = new engine.SceneGraph();
  const source = await build(graph, pageOf(graph).id);
  engine.computeAllLayouts(graph);
  const plugin = runPlugin(engine, graph, bundle);
  plugin.select([source]);
  return { plugin, graph, source };
}

/** Saves to a real file and opens that again, as another program would. */
export async function throughFile(graph: EngineGraph): Promise<EngineGraph> {
  const folder = mkdtempSync(join(tmpdir(), "emend-fig-"));
  try {
    const path = join(folder, "layers.fig");
    writeFileSync(path, await saveFig(engine, graph));
    return await openFig(engine, new Uint8Array(readFileSync(path)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const reopenPlugin = (graph: EngineGraph): HostedPlugin => runPlugin(engine, graph, bundle);

/** The one node of this name. */
export function named(graph: EngineGraph, name: string): EngineNode {
  const found = [...graph.nodes.values()].filter((node) => node.name === name);
  assert.equal(found.length, 1, `${found.length} layers are called “${name}”`);
  return found[0] as EngineNode;
}

export const parentOf = (graph: EngineGraph, node: EngineNode): EngineNode => {
  const parent = graph.getNode(node.parentId ?? "");
  if (!parent) throw new Error(`“${node.name}” has no parent`);
  return parent;
};

export const pluginDataOf = ({ pluginData }: EngineNode, key: string): string | undefined =>
  pluginData.find((entry) => entry.key === key)?.value;

/** The bytes a layer shows. */
export function imageOf(graph: EngineGraph, node: EngineNode): Uint8Array | undefined {
  const fill = node.fills.find((f) => f.type === "IMAGE");
  return graph.images.get(fill?.imageHash ?? "");
}

/** Where the corners of `rect` of the exported picture lie on the page. */
export function wantedCorners({ transform, width, height, imageWidth, imageHeight }: Placement, rect: Rect<"image">): Point<"canvas">[] {
  const toPage = compose(transform, scaling(width / imageWidth, height / imageHeight));
  const corner = (u: number, v: number) => apply<"canvas">(toPage, { x: rect.x + u * rect.width, y: rect.y + v * rect.height });
  return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
}

/** The largest distance between where a layer's corners are and where they should be, canvas units; the file keeps 24 bits of a number. */
export function displacement(graph: EngineGraph, node: EngineNode, wanted: readonly Point<"canvas">[]): number {
  return Math.max(...pageCorners(graph, node).map((is, i) => Math.hypot(is.x - (wanted[i]?.x ?? 0), is.y - (wanted[i]?.y ?? 0))));
}
