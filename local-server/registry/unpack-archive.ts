import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise } from "yauzl";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

const MAX_FILES = 400;
const MAX_BYTES = 4 * 1024 ** 3;
/** What a program consists of; anything else in an archive stays there. */
const WANTED = /^[\w.+-]{1,120}$/;

const broken = (message: string): Result<never> => err(emendError("download_failed", message));

/** Counts what comes out: the sizes an archive claims are not believed. */
function meter(left: () => number, take: (bytes: number) => void): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      take(piece.length);
      done(left() < 0 ? new Error("too large") : null, piece);
    },
  });
}

/**
 * Unpacks a ZIP flat into an existing folder: every file under its last name, whatever path the archive claims, so that none lands
 * elsewhere; links are not made. At most 400 files and 4 GiB. Files get mode 0755. Code: `download_failed`.
 */
export async function unpackArchive(archive: string, folder: string, signal: AbortSignal): Promise<Result<readonly string[]>> {
  const names: string[] = [];
  let left = MAX_BYTES;
  try {
    const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
        const name = basename(entry.fileName.replaceAll("\\", "/"));
        const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
        if (entry.fileName.endsWith("/") || isLink || !WANTED.test(name) || /^\.+$/.test(name)) continue;
        if (names.length >= MAX_FILES) return broken("The archive holds too many files.");
        const from = await zip.openReadStreamPromise(entry);
        const count = meter(
          () => left,
          (bytes) => (left -= bytes),
        );
        await pipeline(from, count, createWriteStream(join(folder, name), { mode: 0o755, flags: "wx" }), { signal });
        names.push(name);
      }
    } finally {
      zip.close();
    }
  } catch {
    return signal.aborted
      ? err(emendError("cancelled", "The install was stopped.", { retryable: true }))
      : broken("The archive cannot be unpacked.");
  }
  return ok(names);
}
