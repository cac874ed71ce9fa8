import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type BackOff, pauseFor } from "../remote/back-off.ts";
import { type Download, openDownload } from "../remote/open-download.ts";
import { wait } from "../remote/wait.ts";
import { storageError } from "../store/atomic-file.ts";
import type { FileSource } from "./file-source.ts";
import { freeBytesAt, sizeOf } from "./model-folder.ts";
import { digestIn, fault, startOf, statusFault, type Target, targetOf } from "./read-target.ts";

export interface FetchOptions {
  readonly source: FileSource;
  /** Grows here; it is removed only where its bytes are wrong, so that a later call goes on where this one stopped. */
  readonly part: string;
  readonly backOff: BackOff;
  readonly idleMs: number;
  /** Bytes there and bytes in all; a few times a second. */
  onProgress(done: number, total: number): void;
}

export interface FetchedFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly checkedAgainst: "card" | "hub";
}

/** Left free beside the file: a system without any room is in trouble. */
const RESERVE_BYTES = 256 * 1024 ** 2;
const TELL_MS = 200;

async function hashOf(path: string): Promise<Hash> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash;
}

async function writeAll(file: FileHandle, piece: Buffer): Promise<void> {
  for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten;
}

interface Stream {
  readonly options: FetchOptions;
  readonly target: Target;
  readonly from: number;
}

/** Writes the body behind what is there. Broken off: an error worth another try, with the part kept. */
async function stream({ body }: Download, { options, target, from }: Stream): Promise<Result<string>> {
  const { part, onProgress } = options;
  const hash = from > 0 ? await hashOf(part) : createHash("sha256");
  const file = await open(part, from > 0 ? "a" : "w", 0o600);
  let [done, told] = [from, 0];
  try {
    for await (const piece of body) {
      done += (piece as Buffer).length;
      if (done > target.bytes) return fault("The server sends more than the file has.", false);
      hash.update(piece as Buffer);
      await writeAll(file, piece as Buffer);
      if (performance.now() - told > TELL_MS) {
        told = performance.now();
        onProgress(done, target.bytes);
      }
    }
    await file.sync();
    onProgress(done, target.bytes);
  } finally {
    body.destroy();
    await file.close();
  }
  return done === target.bytes ? ok(hash.digest("hex")) : fault("The connection broke off.", true);
}

const noteOf = (part: string): string => `${part}.json`;

/** The digest the part is meant to have: bytes of another version of the file must not be continued. */
async function readNote(part: string): Promise<string | undefined> {
  const text = await readFile(noteOf(part), "utf8").catch(() => "");
  return digestIn(text.trim());
}

export async function discardPart(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(noteOf(part), { force: true });
}

async function roomFor(bytes: number, part: string): Promise<Result<void>> {
  const free = await freeBytesAt(dirname(part));
  if (free === undefined || free >= bytes + RESERVE_BYTES) return ok(undefined);
  const gb = (n: number): string => `${(n / 1e9).toFixed(1)} GB`;
  const help = "Free some space, or keep the data folder on another disk (--data).";
  return err(emendError("storage_full", `The disk has ${gb(free)} free and ${gb(bytes + RESERVE_BYTES)} are needed.`, { help }));
}

/** One connection. `resumed`: the bytes at the front came from an earlier one. */
async function attempt(options: FetchOptions, signal: AbortSignal): Promise<Result<FetchedFile> & { readonly resumed: boolean }> {
  const { source, part, idleMs } = options;
  const note = await readNote(part);
  const there = note === undefined ? 0 : ((await sizeOf(part)) ?? 0);
  const opened = await openDownload({ ...source, from: there, idleMs }, signal);
  if (!opened.ok) return { ...opened, resumed: false };
  const done = await take(opened.value, { options, note, there });
  opened.value.body.destroy();
  return done;
}

async function take(
  download: Download,
  { options, note, there }: { options: FetchOptions; note: string | undefined; there: number },
): Promise<Result<FetchedFile> & { readonly resumed: boolean }> {
  const { source, part } = options;
  const { status } = download;
  const fresh = { resumed: false };
  if (![200, 206, 416].includes(status)) return { ...statusFault(status, source), ...fresh };
  const target = targetOf(download, source);
  if (!target.ok) return { ...target, ...fresh };
  const { sha256, bytes, checkedAgainst } = target.value;
  const whole = there === bytes && note === sha256;
  const fits = status === 206 && note === sha256 && startOf(download.headers) === there && there < bytes;
  if (status !== 200 && !whole && !fits) {
    await discardPart(part);
    return { ...fault("What was there does not go with what the server has; starting anew.", true), ...fresh };
  }
  const from = whole || status === 206 ? there : 0;
  const room = await roomFor(bytes - from, part);
  if (!room.ok) return { ...room, ...fresh };
  await writeFile(noteOf(part), sha256);
  const got = whole ? ok((await hashOf(part)).digest("hex")) : await stream(download, { options, target: target.value, from });
  const resumed = from > 0;
  if (!got.ok) {
    if (!got.error.retryable) await discardPart(part);
    return { ...got, resumed };
  }
  if (got.value === sha256) return { ...ok({ bytes, sha256, checkedAgainst }), resumed };
  await discardPart(part);
  return { ...err(emendError("digest_mismatch", "The file that came is not the one it should be; it was thrown away.")), resumed };
}

/**
 * Fetches one file with its digest checked while it streams; breaks are continued by range requests for as long as bytes come. Nothing
 * outside `part` is touched. Codes: `download_failed` `digest_mismatch` `storage_full` `storage_failed` `cancelled`.
 */
export async function fetchFile(options: FetchOptions, signal: AbortSignal): Promise<Result<FetchedFile>> {
  const { part, backOff } = options;
  for (let [fruitless, restarted] = [0, false]; ; ) {
    const before = (await sizeOf(part)) ?? 0;
    const outcome = await attempt(options, signal).catch((error: unknown) => brokenOff(error));
    if (signal.aborted) return err(emendError("cancelled", "The install was stopped; it goes on where it was.", { retryable: true }));
    if (outcome.ok) return ok(outcome.value);
    // Wrong bytes after a resumption may be the old front's fault: once from the beginning.
    const anew = outcome.error.code === "digest_mismatch" && outcome.resumed && !restarted;
    if (!anew && (!outcome.error.retryable || outcome.error.code !== "download_failed")) return outcome;
    restarted ||= anew;
    fruitless = ((await sizeOf(part)) ?? 0) > before ? 0 : fruitless + 1;
    if (fruitless >= backOff.tries) return outcome;
    await wait(pauseFor(backOff, fruitless), signal);
  }
}

/** What a stream or the disk threw. */
function brokenOff(error: unknown): Result<never> & { readonly resumed: boolean } {
  const isDisk = error instanceof Error && "syscall" in error && "code" in error && !/^(ECONN|EPIPE|ETIMEDOUT)/.test(String(error.code));
  if (isDisk && (error as NodeJS.ErrnoException).syscall !== "read") return { ...err(storageError(error)), resumed: false };
  return { ...fault("The connection broke off.", true), resumed: false };
}
