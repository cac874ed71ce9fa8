import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { DigestSchema } from "../../protocol/edit.ts";

const FileSchema = v.object({ path: v.pipe(v.string(), v.regex(/^(?!.*\.\.)[\w./-]+$/)), bytes: v.number(), sha256: DigestSchema });

/** A model as `models/<id>.json` describes it; its files lie in the npm package named. */
export const ModelCardSchema = v.object({
  id: v.string(),
  title: v.string(),
  use: v.string(),
  package: v.string(),
  licence: v.string(),
  files: v.pipe(v.array(FileSchema), v.minLength(1)),
});
export type ModelCard = v.InferOutput<typeof ModelCardSchema>;

export type ModelState = "present" | "missing" | "altered";

const FOLDER = fileURLToPath(new URL("../../models", import.meta.url));

/** Every model card, by file name. A card that is not valid is a bug of this repository and throws. */
export async function readModelCards(folder = FOLDER): Promise<readonly ModelCard[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map(async (name) => v.parse(ModelCardSchema, JSON.parse(await readFile(join(folder, name), "utf8")))));
}

/** The folder of the installed package; npm may hoist it anywhere above us. */
function packageFolderOf(card: ModelCard): string | undefined {
  const name = card.package.replace(/(?!^)@.*$/, "");
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, name)).find((path) => existsSync(path));
}

async function stateOfFile(folder: string, file: ModelCard["files"][number]): Promise<ModelState> {
  const bytes = await readFile(join(folder, file.path)).catch(() => undefined);
  if (bytes === undefined) return "missing";
  return createHash("sha256").update(bytes).digest("hex") === file.sha256 ? "present" : "altered";
}

/** All cards with the state of their files: reads every file. */
export async function checkedModels(): Promise<readonly (ModelCard & { readonly state: ModelState })[]> {
  const cards = await readModelCards();
  return Promise.all(cards.map(async (card) => ({ ...card, state: await checkModel(card) })));
}

/** Reads every file of the card and compares digests. */
export async function checkModel(card: ModelCard): Promise<ModelState> {
  const folder = packageFolderOf(card);
  if (folder === undefined) return "missing";
  const states = await Promise.all(card.files.map((file) => stateOfFile(folder, file)));
  return states.find((state) => state !== "present") ?? "present";
}

/** SHA-256 of every model file, by `card/file`, as the cards give them: what a result was made with. */
export async function modelDigests(): Promise<Readonly<Record<string, string>>> {
  digests ??= readModelCards().then((cards) =>
    Object.fromEntries(cards.flatMap((card) => card.files.map((file) => [`${card.id}/${file.path}`, file.sha256]))),
  );
  return digests;
}
let digests: Promise<Readonly<Record<string, string>>> | undefined;
