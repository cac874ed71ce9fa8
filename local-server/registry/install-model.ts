import { chmod, mkdtemp, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { BackOff } from "../remote/back-off.ts";
import { makeFolder, storing, syncFolder } from "../store/atomic-file.ts";
import { discardPart, type FetchedFile, fetchFile } from "./fetch-file.ts";
import { type FileSource, hubSource } from "./file-source.ts";
import { type HubCard, type InstallableCard, isHub, type ReleaseCard } from "./model-cards.ts";
import { changedFiles, digestOfFile, type InstalledFile, type ModelFolder, readRecord, sizeOf, writeRecord } from "./model-folder.ts";
import { type Machine, releaseFiles } from "./release-files.ts";
import { unpackArchive } from "./unpack-archive.ts";

/** Addresses named by the person instead of the hub's and the release page's own. */
export interface Mirrors {
  readonly hub?: URL | undefined;
  readonly releases?: URL | undefined;
}

export interface InstallOptions {
  readonly folder: ModelFolder;
  readonly machine: Machine;
  readonly mirrors: Mirrors;
  readonly backOff: BackOff;
  readonly idleMs: number;
  onProgress(progress: InstallProgress): void;
}

export interface InstallProgress {
  readonly step: "download" | "check" | "unpack";
  readonly done: number;
  readonly total: number;
}

interface Wanted {
  readonly path: string;
  /** As estimated before the hub has told. */
  readonly bytes: number;
  readonly source: FileSource;
}

const partOf = (folder: string, path: string): string => join(folder, `${path.replaceAll("/", "__")}.part`);

/** Fetches files one after the other; the progress counts them as one. */
async function fetchAll(
  wanted: readonly Wanted[],
  downloads: string,
  { options, signal }: { options: InstallOptions; signal: AbortSignal },
): Promise<Result<readonly FetchedFile[]>> {
  const sizes = wanted.map(({ bytes }) => bytes);
  const fetched: FetchedFile[] = [];
  for (const [i, { path, source }] of wanted.entries()) {
    const before = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
    const onProgress = (done: number, total: number): void => {
      sizes[i] = total;
      options.onProgress({ step: "download", done: before + done, total: sizes.reduce((sum, size) => sum + size, 0) });
    };
    const { backOff, idleMs } = options;
    const file = await fetchFile({ source, part: partOf(downloads, path), backOff, idleMs, onProgress }, signal);
    if (!file.ok) return file;
    fetched.push(file.value);
  }
  return ok(fetched);
}

/** A file that is there without a record was checked, but its install did not end: it becomes a part again and is checked anew. */
async function takeBack(model: string, downloads: string, paths: readonly string[]): Promise<void> {
  if ((await readRecord(model)) !== undefined) return;
  for (const path of paths) await rename(join(model, basename(path)), partOf(downloads, path)).catch(() => undefined);
}

async function installHub(card: HubCard, options: InstallOptions, signal: AbortSignal): Promise<Result<void>> {
  const model = join(options.folder.models, card.id);
  const downloads = join(options.folder.downloads, card.id);
  await makeFolder(model);
  await makeFolder(downloads);
  const paths = card.files.map(({ path }) => path);
  await takeBack(model, downloads, paths);
  const record = await readRecord(model);
  const changed = record === undefined ? [] : (await changedFiles(model, record, { thorough: false })).map(({ path }) => path);
  const kept = record?.files.filter(({ path }) => !changed.includes(path)) ?? [];
  const all = card.files.map((file, i) => ({ ...file, source: hubSource(card, i, options.mirrors.hub) }));
  const wanted = all.filter(({ path }) => !kept.some((file) => file.path === basename(path)));
  const fetched = await fetchAll(wanted, downloads, { options, signal });
  if (!fetched.ok) return fetched;
  const files: InstalledFile[] = [...kept];
  for (const [i, file] of fetched.value.entries()) {
    const name = basename(wanted[i]!.path);
    await chmod(partOf(downloads, wanted[i]!.path), 0o444);
    await rename(partOf(downloads, wanted[i]!.path), join(model, name));
    files.push({ path: name, ...file });
  }
  await syncFolder(model);
  await writeRecord(model, { id: card.id, source: `${card.hub.repository}@${card.hub.revision}`, files });
  await rm(downloads, { recursive: true, force: true });
  return ok(undefined);
}

async function recordOf(folder: string, names: readonly string[]): Promise<InstalledFile[]> {
  return Promise.all(
    names.map(async (path) => ({
      path,
      bytes: (await sizeOf(join(folder, path))) ?? 0,
      sha256: await digestOfFile(join(folder, path)),
      checkedAgainst: "hub" as const,
    })),
  );
}

/** Unpacks beside the place and then takes it over: a half-unpacked program is never found. */
async function unpackAll(
  card: ReleaseCard,
  archives: readonly string[],
  { options, tag, signal }: { options: InstallOptions; tag: string; signal: AbortSignal },
): Promise<Result<void>> {
  const { folder } = options;
  const fresh = await mkdtemp(join(folder.downloads, card.id, "unpacked-"));
  const names: string[] = [];
  for (const archive of archives) {
    const unpacked = await unpackArchive(archive, fresh, signal);
    if (!unpacked.ok) return unpacked;
    names.push(...unpacked.value);
  }
  if (!names.some((name) => name === card.program || name === `${card.program}.exe`)) {
    return err(emendError("download_failed", `The archive does not hold ${card.program}.`, { retryable: false }));
  }
  await writeRecord(fresh, { id: card.id, source: tag, files: await recordOf(fresh, names) });
  const model = join(folder.models, card.id);
  await makeFolder(dirname(model));
  await rm(model, { recursive: true, force: true });
  await rename(fresh, model);
  await syncFolder(dirname(model));
  await rm(join(folder.downloads, card.id), { recursive: true, force: true });
  return ok(undefined);
}

async function installRelease(card: ReleaseCard, options: InstallOptions, signal: AbortSignal): Promise<Result<void>> {
  const release = await releaseFiles(card, { machine: options.machine, page: options.mirrors.releases }, signal);
  if (!release.ok) return release;
  const downloads = join(options.folder.downloads, card.id);
  await makeFolder(downloads);
  const wanted = release.value.files.map(({ name, bytes, source }) => ({ path: name, bytes, source }));
  const fetched = await fetchAll(wanted, downloads, { options, signal });
  if (!fetched.ok) return fetched;
  const total = fetched.value.reduce((sum, { bytes }) => sum + bytes, 0);
  options.onProgress({ step: "unpack", done: total, total });
  const archives = wanted.map(({ path }) => partOf(downloads, path));
  const unpacked = await unpackAll(card, archives, { options, tag: release.value.tag, signal });
  if (!unpacked.ok && unpacked.error.code !== "cancelled") for (const archive of archives) await discardPart(archive);
  return unpacked;
}

/**
 * Fetches, checks and publishes one model; what was fetched before is continued, what is there and whole is kept. Codes:
 * `download_failed` `digest_mismatch` `storage_full` `storage_failed` `unsupported_operation` `cancelled`.
 */
export async function installModel(card: InstallableCard, options: InstallOptions, signal: AbortSignal): Promise<Result<void>> {
  const done = await storing(() => (isHub(card) ? installHub(card, options, signal) : installRelease(card, options, signal)));
  return done.ok ? done.value : done;
}
