import type { ImagingPorts } from "../../../imaging/ports.ts";
import { createCoverageRenderer, type GlyphContext } from "../../../imaging/typeface/coverage-renderer.ts";
import type { FontIndex } from "../font-index.ts";
import { type AddFont, createBrowserFonts } from "./browser-fonts.ts";
import { createBrowserOcr, type OcrBackend } from "./browser-ocr.ts";

/** A canvas kept in memory: coverage is read back after every drawing. */
function canvas(width: number, height: number): GlyphContext {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("this browser gives no 2D canvas");
  context.fontKerning = "normal";
  context.textRendering = "geometricPrecision";
  return context;
}

/** Fonts of a worker; TypeScript's DOM library knows them only of documents. */
const fontSet = (): FontFaceSet => (self as unknown as { readonly fonts: FontFaceSet }).fonts;

const addTo =
  (base: string): AddFont =>
  async ({ alias, url, weight, unicodeRange }) => {
    const face = new FontFace(alias, `url("${new URL(url, base).href}") format("woff2")`, { weight, unicodeRange });
    fontSet().add(await face.load());
  };

/** The light engine's ports in a browser: onnxruntime-web, web fonts and an off-screen canvas. */
export async function createBrowserPorts(backend: OcrBackend, base: string): Promise<ImagingPorts> {
  const fontBase = new URL("./fonts/", base).href;
  const index = (await (await fetch(new URL("index.json", fontBase))).json()) as FontIndex;
  const fonts = createBrowserFonts(index, addTo(fontBase));
  return { ocr: createBrowserOcr(backend, base), fonts, type: createCoverageRenderer({ canvas, resolve: fonts.typesetting }) };
}
