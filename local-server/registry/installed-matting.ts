import { basename, join } from "node:path";
import { isHub, readModelCards } from "./model-cards.ts";
import { changedFiles, type ModelFolder, readRecord } from "./model-folder.ts";

/** The matting network of a model folder: its file and what its card says of it. */
export interface FoundMatting {
  readonly file: string;
  readonly title: string;
  readonly licence: string;
  readonly side: number;
  readonly mean: [number, number, number];
  readonly std: [number, number, number];
  readonly output: "alpha" | "logits" | "saliency";
}

/** The matting network that is installed and whole (by size); of several the one that sees most. A look at the disk. */
export async function installedMatting(folder: ModelFolder, cards = readModelCards()): Promise<FoundMatting | undefined> {
  const able = (await cards).filter(isHub).flatMap((card) => (card.matting === undefined ? [] : [{ card, matting: card.matting }]));
  for (const { card, matting } of able.sort((a, b) => b.matting.side - a.matting.side)) {
    const place = join(folder.models, card.id);
    const record = await readRecord(place);
    if (record === undefined || (await changedFiles(place, record, { thorough: false })).length > 0) continue;
    return { file: join(place, basename(card.files[0]!.path)), title: card.title, licence: card.licence, ...matting };
  }
  return undefined;
}
