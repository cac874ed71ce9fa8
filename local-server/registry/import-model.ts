import { copyFile, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { makeFolder, storing, syncFolder } from "../store/atomic-file.ts";
import type { HubCard } from "./model-cards.ts";
import { digestOfFile, type InstalledFile, type ModelFolder, sizeOf, writeRecord } from "./model-folder.ts";

export interface ImportOptions {
  readonly folder: ModelFolder;
  /** Where the files lie; folders below are looked through too. */
  readonly from: string;
}

const SUMS = /^(sha256sums?(\.txt)?|.*\.sha256)$/i;

/** Lines as `sha256sum` writes them: digest, blank, optional `*`, name. */
export function readSums(text: string): ReadonlyMap<string, string> {
  const rows = [...text.matchAll(/^([0-9a-f]{64})\s+\*?(.+?)\s*$/gim)];
  return new Map(rows.map(([, digest, name]) => [basename(name!.replaceAll("\\", "/")), digest!.toLowerCase()]));
}

async function sumsIn(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(names.filter((name) => SUMS.test(basename(name))).map((name) => readFile(join(folder, name), "utf8")));
  return readSums(texts.join("\n"));
}

const refuse = (message: string, help: string): Result<never> => err(emendError("verify_failed", message, { help }));

async function importChecked(card: HubCard, { folder, from }: ImportOptions, signal: AbortSignal): Promise<Result<void>> {
  const names = await readdir(from, { recursive: true }).catch(() => undefined);
  if (names === undefined) return err(emendError("bad_usage", "The folder to import from is not there."));
  const sums = await sumsIn(from, names);
  const model = join(folder.models, card.id);
  const staging = join(folder.downloads, card.id);
  await makeFolder(staging);
  const files: InstalledFile[] = [];
  for (const { path, sha256 } of card.files) {
    const name = basename(path);
    const found = names.find((candidate) => basename(candidate) === name);
    if (found === undefined) return refuse(`${name} is not in the folder.`, `It comes from ${card.hub.repository}.`);
    const expected = sha256 ?? sums.get(name);
    if (expected === undefined) {
      return refuse(
        `Nothing says what ${name} must be.`,
        "Put a SHA256SUMS file beside it, made where it was fetched: sha256sum * > SHA256SUMS.",
      );
    }
    const copy = join(staging, `${name}.import`);
    await copyFile(join(from, found), copy);
    const digest = await digestOfFile(copy, signal);
    if (digest !== expected) {
      await rm(copy, { force: true });
      return refuse(`${name} is not the file it should be.`, "Fetch it again.");
    }
    const bytes = (await sizeOf(copy)) ?? 0;
    files.push({ path: name, bytes, sha256: digest, checkedAgainst: sha256 === undefined ? "sums" : "card" });
  }
  await makeFolder(model);
  for (const { path } of files) await rename(join(staging, `${path}.import`), join(model, path));
  await syncFolder(model);
  await writeRecord(model, { id: card.id, source: "import", files });
  await rm(staging, { recursive: true, force: true });
  return ok(undefined);
}

/**
 * Installs a model from files that were carried here, for machines without a network: copied first and checked as copies, against the
 * card's digest or a SHA256SUMS file beside them. Codes: `verify_failed` `bad_usage` `storage_full` `storage_failed`.
 */
export async function importModel(card: HubCard, options: ImportOptions, signal: AbortSignal): Promise<Result<void>> {
  const done = await storing(() => importChecked(card, options, signal));
  return done.ok ? done.value : done;
}
