import type { ImagingPorts } from "../../imaging/ports.ts";
import { createCodeReader } from "./code-reader.ts";
import { createFaceModel } from "./face-model.ts";
import { FONT_CATALOGUE } from "./font-catalogue.ts";
import { createFontLibrary, type FontLibraryOptions } from "./font-library.ts";
import { fontsDigest, GLYPH_INDEX_FILE, openGlyphIndex } from "./glyph-index.ts";
import { createMattingModel, type FindMatting } from "./matting-model.ts";
import { createOcrModels, type OcrModelsOptions } from "./ocr-models.ts";
import { createTypeRenderer } from "./type-renderer.ts";

export interface ImagingPortsOptions {
  readonly ocr?: OcrModelsOptions;
  readonly fonts?: FontLibraryOptions;
  /** Which matting network is installed; nothing is asked of it before a background needs it. */
  readonly matting?: FindMatting | undefined;
}

/** The light engine's ports on Node. Cheap to create; models and fonts load on first use. `dispose` ends the model sessions. */
export function createImagingPorts(options: ImagingPortsOptions = {}): ImagingPorts & { dispose(): Promise<void> } {
  const ocr = createOcrModels(options.ocr);
  const index = openGlyphIndex(GLYPH_INDEX_FILE, () => fontsDigest(FONT_CATALOGUE));
  const fonts = createFontLibrary({ index, ...options.fonts });
  const faces = createFaceModel(options.ocr);
  const codes = createCodeReader();
  const matting = options.matting && createMattingModel(options.matting, options.ocr);
  const dispose = async (): Promise<void> => {
    await Promise.all([ocr.dispose(), faces.dispose(), matting?.dispose()]);
  };
  return { ocr, fonts, faces, codes, ...(matting && { matting }), type: createTypeRenderer(fonts.typesetting, index), dispose };
}
