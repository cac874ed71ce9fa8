import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "../../protocol/errors.ts";
import { makeFolder, storing, writeAtomically } from "./atomic-file.ts";

const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

const pathIn = (folder: string): string => join(folder, "token");

/** Replaces the token: whoever holds the old one is out. 256 bits from the system, base64url, file 0600 in a 0700 folder. */
export async function renewToken(folder: string): Promise<Result<string>> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const written = await storing(async () => {
    await makeFolder(folder, 0o700);
    await writeAtomically(pathIn(folder), `${token}\n`, 0o600);
  });
  return written.ok ? ok(token) : written;
}

/** The token of a data folder, made at first need; a damaged file counts as none. */
export async function readToken(folder: string): Promise<Result<string>> {
  const found = await readFile(pathIn(folder), "utf8").then(
    (text) => text.trim(),
    () => "",
  );
  return TOKEN_PATTERN.test(found) ? ok(found) : renewToken(folder);
}
