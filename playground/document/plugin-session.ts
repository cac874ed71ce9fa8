import type { Rect } from "../../protocol/geometry.ts";
import type { FigmaDocument } from "./figma-document.ts";
import type { FontName } from "./node-record.ts";

/** The part of a manifest the API obeys. */
export interface PluginManifest {
  readonly id?: string;
  readonly name: string;
  readonly relaunchButtons?: readonly { readonly command: string; readonly name: string }[] | undefined;
}

export interface UiOptions {
  readonly visible: boolean;
  readonly width: number;
  readonly height: number;
  readonly title: string | undefined;
  readonly themeColors: boolean;
}

/** The plugin's window. Messages are structured-cloneable data; byte arrays inside are the receiver's own copy. */
export interface UiPort {
  show(html: string, options: UiOptions): void;
  /** Owns the message: a clone nobody else has. */
  post(message: unknown): void;
  resize(width: number, height: number): void;
  setVisible(visible: boolean): void;
  close(): void;
}

/** What to draw: a region of page space at `scale` pixels per canvas unit. */
export interface RenderRequest {
  readonly document: FigmaDocument;
  readonly nodeId: string;
  readonly bounds: Rect<"canvas">;
  readonly scale: number;
  /** False: everything that overlaps the region, not the node alone. */
  readonly contentsOnly: boolean;
  readonly format: "PNG" | "JPG";
}

/** Draws nodes to encoded pictures, sRGB. */
export interface Renderer {
  render(request: RenderRequest): Promise<Uint8Array>;
}

/** Keeps a plugin's `clientStorage`; values are structured-cloneable. */
export interface StoragePort {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
  keys(): readonly string[];
}

export interface Notice {
  readonly message: string;
  readonly error: boolean;
  /** Milliseconds; `Infinity` stays. */
  readonly timeout: number;
}

/** The edges of a plugin run: where its effects outside the document go. */
export interface SessionPorts {
  readonly ui: UiPort;
  readonly storage: StoragePort;
  readonly renderer: Renderer;
  readonly fonts: readonly FontName[];
  notify(notice: Notice): () => void;
  openExternal(url: string): void;
  reveal(ids: readonly string[]): void;
  /** Page-space rectangle on the screen and pixels per canvas unit. */
  viewport(): { readonly bounds: Rect<"canvas">; readonly zoom: number };
  closed(message: string | undefined): void;
}

export interface SessionOptions {
  readonly document: FigmaDocument;
  readonly manifest: PluginManifest;
  readonly command?: string;
  /** What `__html__` is in the plugin. */
  readonly html?: string;
  readonly ports: SessionPorts;
}
