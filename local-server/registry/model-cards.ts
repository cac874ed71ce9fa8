import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { DigestSchema } from "../../protocol/edit.ts";
import { ModelIdSchema } from "../../protocol/models.ts";

const RelativePath = v.pipe(v.string(), v.regex(/^(?!.*\.\.)(?!\/)[\w./-]+$/));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1));
const PinnedFile = v.object({ path: RelativePath, bytes: Bytes, sha256: DigestSchema });
/** Without `sha256`: the hub's own digest is asked for and checked at every install, and `bytes` is an estimate. */
const HubFile = v.object({ path: RelativePath, bytes: Bytes, sha256: v.optional(DigestSchema) });
const Memory = v.object({ vramGiB: v.number(), ramGiB: v.number() });

const Common = {
  id: ModelIdSchema,
  title: v.string(),
  use: v.string(),
  licence: v.string(),
  upstream: v.optional(v.string()),
};

/** Files that lie in an npm package, pinned with it, or beside the card where that is `.`. */
const PackageCard = v.object({ ...Common, package: v.string(), files: v.pipe(v.array(PinnedFile), v.minLength(1)) });

const Triple = v.tuple([v.number(), v.number(), v.number()]);
/** How a matting network wants its pictures and what it gives; see `MattingForm` in imaging/ports.ts. */
const Matting = v.object({
  side: v.pipe(v.number(), v.integer(), v.minValue(32), v.maxValue(2048)),
  mean: Triple,
  std: Triple,
  output: v.picklist(["alpha", "logits", "saliency"]),
});

/** Files of a Hugging Face repository, fetched on request. */
const HubCard = v.object({
  ...Common,
  hub: v.object({ repository: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)), revision: v.pipe(v.string(), v.regex(/^[\w.-]+$/)) }),
  memory: v.optional(Memory),
  matting: v.optional(Matting),
  files: v.pipe(v.array(HubFile), v.minLength(1)),
});

const Asset = v.object({
  platform: v.picklist(["linux", "darwin", "win32"]),
  arch: v.picklist(["x64", "arm64"]),
  gpu: v.picklist(["cuda", "rocm", "vulkan", "metal", "none"]),
  /** Regular expressions; each must match exactly one asset of the release. */
  names: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** A program from the release page of its makers. Digests are the page's own (`digest` of each asset). */
const ReleaseCard = v.object({
  ...Common,
  release: v.object({ repository: v.string(), tag: v.string() }),
  /** The program's file name, without `.exe`. */
  program: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  bytes: Bytes,
  assets: v.pipe(v.array(Asset), v.minLength(1)),
});

/** Cards that make one engine work together. */
const SetCard = v.object({
  ...Common,
  parts: v.array(ModelIdSchema),
  /** From the most demanding down; the first this machine has the memory for adds its parts, else the last. */
  tiers: v.pipe(v.array(v.object({ ...Memory.entries, parts: v.array(ModelIdSchema) })), v.minLength(1)),
});

export type PackageCard = v.InferOutput<typeof PackageCard>;
export type HubCard = v.InferOutput<typeof HubCard>;
export type ReleaseCard = v.InferOutput<typeof ReleaseCard>;
export type SetCard = v.InferOutput<typeof SetCard>;

/** A model as `models/<id>.json` describes it. */
export const ModelCardSchema = v.union([PackageCard, HubCard, ReleaseCard, SetCard]);
export type ModelCard = PackageCard | HubCard | ReleaseCard | SetCard;
/** Cards that can be installed by themselves. */
export type InstallableCard = HubCard | ReleaseCard;

export const isPackage = (card: ModelCard): card is PackageCard => "package" in card;
export const isHub = (card: ModelCard): card is HubCard => "hub" in card;
export const isRelease = (card: ModelCard): card is ReleaseCard => "release" in card;
export const isSet = (card: ModelCard): card is SetCard => "tiers" in card;

const FOLDER = fileURLToPath(new URL("../../models", import.meta.url));

/** Every model card, by file name. A card that is not valid is a bug of this repository and throws. */
export async function readModelCards(folder = FOLDER): Promise<readonly ModelCard[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map(async (name) => v.parse(ModelCardSchema, JSON.parse(await readFile(join(folder, name), "utf8")))));
}

let digests: Promise<Readonly<Record<string, string>>> | undefined;

/** SHA-256 of every file that comes with Emend, by `card/file`, as the cards give them: what a result was made with. */
export async function modelDigests(): Promise<Readonly<Record<string, string>>> {
  digests ??= readModelCards().then((cards) =>
    Object.fromEntries(cards.filter(isPackage).flatMap((card) => card.files.map((file) => [`${card.id}/${file.path}`, file.sha256]))),
  );
  return digests;
}
