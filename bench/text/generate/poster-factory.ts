import { mkdirSync } from "node:fs";
import { provideFontconfig } from "./fontconfig.ts";
import { CAIRO_ENTRIES, openFontShelf } from "./fonts.ts";
import { makePoster } from "./make-poster.ts";
import { makeSpec } from "./make-spec.ts";
import type { Poster, RendererName, TextRenderer } from "./poster-spec.ts";
import { createSkiaRenderer } from "./skia-renderer.ts";

export interface PosterFactory {
  make(seed: number): Promise<Poster>;
  /** What this machine cannot draw, for the person. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/** Sets up the renderers this machine has. `chromium`: path of a browser, if there is one. */
export async function createPosterFactory(at: {
  folder: string;
  chromium?: string | undefined;
  photos?: string | undefined;
  /** As photographed or saved many times. */
  worn?: boolean | undefined;
  /** Of photo-like grounds, σ in levels. */
  grain?: number | undefined;
}): Promise<PosterFactory> {
  mkdirSync(at.folder, { recursive: true });
  provideFontconfig(at.folder, CAIRO_ENTRIES);
  const shelf = openFontShelf();
  const renderers: Partial<Record<RendererName, TextRenderer>> = { skia: createSkiaRenderer() };
  // Loaded only now: fontconfig reads its configuration when the image library first starts.
  renderers.cairo = (await import("./cairo-renderer.ts")).createCairoRenderer();
  if (at.chromium !== undefined) renderers.chromium = await (await import("./chromium-renderer.ts")).createChromiumRenderer(at.chromium);
  const names = Object.keys(renderers) as RendererName[];
  return {
    missing: [
      ...shelf.missing,
      ...(at.chromium === undefined ? ["No Chromium on this machine (Debian: chromium); its posters are drawn by Skia."] : []),
    ],
    make: (seed) => {
      const spec = makeSpec(seed, { shelf, renderers: names, worn: at.worn, grain: at.grain });
      return makePoster(spec, renderers[spec.renderer] ?? createSkiaRenderer(), at.photos);
    },
    close: async () => {
      for (const renderer of Object.values(renderers)) await renderer.close();
    },
  };
}
