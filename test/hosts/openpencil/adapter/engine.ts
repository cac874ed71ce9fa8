/** The part of `@open-pencil/core` the adapter stands on. Typed here, because the package is installed in this folder only. */

export interface EngineMatrix {
  readonly m00: number;
  readonly m01: number;
  readonly m02: number;
  readonly m10: number;
  readonly m11: number;
  readonly m12: number;
}

type Vector = { readonly x: number; readonly y: number };
export type EngineColour = { readonly r: number; readonly g: number; readonly b: number; readonly a?: number };

export interface EngineFill {
  readonly type: string;
  readonly color?: EngineColour;
  readonly opacity?: number;
  readonly visible?: boolean;
  readonly blendMode?: string;
  readonly gradientStops?: readonly { readonly position: number; readonly color: EngineColour }[];
  readonly gradientTransform?: EngineMatrix;
  readonly imageHash?: string;
  readonly imageScaleMode?: string;
  readonly imageTransform?: EngineMatrix;
}

export interface EngineStroke {
  readonly color: EngineColour;
  readonly weight: number;
  readonly opacity: number;
  readonly visible: boolean;
  readonly align: string;
}

/** One node of the scene graph, as the engine keeps it: `x`, `y` are the corner before a turn about the centre, degrees clockwise. */
export interface EngineNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly childIds: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly flipX: boolean;
  readonly flipY: boolean;
  readonly visible: boolean;
  readonly locked: boolean;
  readonly fills: readonly EngineFill[];
  readonly strokes: readonly EngineStroke[];
  readonly effects: readonly { readonly type: string; readonly offset: Vector; readonly radius: number; readonly color: EngineColour }[];
  readonly text: string;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly fontWeight: number;
  readonly letterSpacing: number;
  readonly lineHeight: number | null;
  readonly textAutoResize: string;
  readonly layoutMode: string;
  readonly layoutPositioning: string;
  readonly componentPropertyDefinitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly defaultValue: string;
    readonly variantOptions?: readonly string[];
  }[];
  readonly componentPropertyValues: Readonly<Record<string, string>>;
  readonly pluginData: readonly { readonly pluginId: string; readonly key: string; readonly value: string }[];
  readonly pluginRelaunchData: readonly {
    readonly pluginId: string;
    readonly command: string;
    readonly message: string;
    readonly isDeleted: boolean;
  }[];
  /** What came with the file the node was read from; a matrix here is what the next save writes. */
  source: { readonly editedFields: readonly string[]; readonly fig: { readonly rawTransform: EngineMatrix | null } };
}

export interface EngineGraph {
  readonly rootId: string;
  readonly images: Map<string, Uint8Array>;
  readonly nodes: ReadonlyMap<string, EngineNode>;
  getNode(id: string): EngineNode | undefined;
  getPages(): readonly EngineNode[];
  addPage(name: string): EngineNode;
  createNode(type: string, parentId: string, values?: Partial<EngineNode>): EngineNode;
  createInstance(componentId: string, parentId: string): EngineNode | null;
  cloneTree(id: string, parentId: string): EngineNode | null;
  updateNode(id: string, values: Partial<EngineNode>): void;
  insertChildAt(id: string, parentId: string, index: number): void;
  reparentNode(id: string, parentId: string): void;
  deleteNode(id: string): void;
}

/** The engine's own `figma` and node objects; loosely typed on purpose: what is missing or different is the adapter's subject. */
export type Loose = Record<string, unknown>;

export interface EngineApi extends Loose {
  wrapNode(id: string): Loose;
}

interface SkImage {
  width(): number;
  height(): number;
  delete(): void;
}

export interface CanvasKit {
  MakeSurface(width: number, height: number): unknown;
  MakeImageFromEncoded(bytes: Uint8Array): SkImage | null;
}

interface SkiaRenderer {
  viewportWidth: number;
  viewportHeight: number;
  dpr: number;
  loadFonts(): Promise<void>;
  measureTextNode(node: EngineNode, maxWidth?: number): { readonly width: number; readonly height: number } | null;
}

export interface OpenPencil {
  readonly SceneGraph: new () => EngineGraph;
  readonly FigmaAPI: new (graph: EngineGraph) => EngineApi;
  readonly SkiaRenderer: new (canvasKit: CanvasKit, surface: unknown) => SkiaRenderer;
  readonly fontManager: {
    loadFont(family: string, style: string): Promise<ArrayBuffer | null>;
    setOnlineFontProviders(providers: Readonly<Record<string, boolean>>): void;
  };
  initCanvasKit(): Promise<CanvasKit>;
  exportFigFile(graph: EngineGraph): Promise<Uint8Array>;
  parseFigFile(bytes: ArrayBuffer): Promise<EngineGraph>;
  computeAllLayouts(graph: EngineGraph, pageId?: string): void;
  headlessRenderNodes(
    graph: EngineGraph,
    pageId: string,
    nodeIds: readonly string[],
    options: { readonly scale: number; readonly format: string },
  ): Promise<Uint8Array | null>;
}

export interface Engine extends OpenPencil {
  readonly canvasKit: CanvasKit;
  readonly skia: SkiaRenderer;
}

const PACKAGE = "@open-pencil/core";

async function loadPackage(): Promise<OpenPencil> {
  try {
    return (await import(PACKAGE)) as OpenPencil;
  } catch (cause) {
    throw new Error(`${PACKAGE} is not installed: npm ci --ignore-scripts in test/hosts/openpencil`, { cause });
  }
}

/** The engine with its Skia and its bundled fonts, and nothing fetched from anywhere. */
export async function loadEngine(): Promise<Engine> {
  const core = await loadPackage();
  core.fontManager.setOnlineFontProviders({ google: false, fontsource: false, bunny: false, fontshare: false });
  const canvasKit = await core.initCanvasKit();
  const skia = new core.SkiaRenderer(canvasKit, canvasKit.MakeSurface(1, 1));
  Object.assign(skia, { viewportWidth: 1, viewportHeight: 1, dpr: 1 });
  await skia.loadFonts();
  return { ...core, canvasKit, skia };
}
