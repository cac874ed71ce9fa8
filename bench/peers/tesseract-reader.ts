import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPeer } from "./load-peer.ts";

interface Line {
  readonly text: string;
}
interface Page {
  readonly data: { readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly Line[] }[] }[] | null };
}
interface TesseractWorker {
  setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>;
  recognize(image: Buffer, options: object, output: { readonly blocks: boolean }): Promise<Page>;
  terminate(): Promise<unknown>;
}
interface Tesseract {
  readonly createWorker: (languages: readonly string[], engine: number, options: object) => Promise<TesseractWorker>;
}

export interface Reader {
  /** Strings of the lines it sees, in an encoded picture. */
  read(picture: Uint8Array): Promise<readonly string[]>;
  close(): Promise<void>;
}

const LANGUAGES = ["chi_sim", "eng"] as const;

/** tesseract.js with its best integer models. `segmentation`: 3 = a page (its default), 11 = sparse text. */
export async function createTesseractReader(segmentation: 3 | 11): Promise<Reader> {
  const { createWorker } = await loadPeer<Tesseract>("tesseract.js");
  const folder = mkdtempSync(join(tmpdir(), "tessdata-"));
  for (const language of LANGUAGES) {
    const source = join(import.meta.dirname, "node_modules/@tesseract.js-data", language, "4.0.0_best_int");
    copyFileSync(join(source, `${language}.traineddata.gz`), join(folder, `${language}.traineddata.gz`));
  }
  const worker = await createWorker(LANGUAGES, 1, { langPath: folder, cacheMethod: "none", gzip: true });
  await worker.setParameters({ tessedit_pageseg_mode: String(segmentation) });
  return {
    read: async (picture) => {
      const { data } = await worker.recognize(Buffer.from(picture), {}, { blocks: true });
      return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((p) => p.lines.map((line) => line.text.trim())));
    },
    close: async () => {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
