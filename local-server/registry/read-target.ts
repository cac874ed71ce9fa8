import type { IncomingHttpHeaders } from "node:http";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Download } from "../remote/open-download.ts";
import type { FileSource } from "./file-source.ts";

/** What the file must come out as. */
export interface Target {
  readonly sha256: string;
  readonly bytes: number;
  readonly checkedAgainst: "card" | "hub";
}

/** A failed download; `retryable` where another try may help. */
export const fault = (message: string, retryable: boolean, help?: string): Result<never> =>
  err(emendError("download_failed", message, { retryable, ...(help !== undefined && { help }) }));

/** A SHA-256 in a header that may be quoted or marked weak. */
export const digestIn = (value: string | string[] | undefined): string | undefined =>
  /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(String(value ?? ""))?.[1];

/** Size of the whole file: told by the hub with its first answer, else by the answer with the bytes. */
function sizeIn({ first, headers, status }: Download): number | undefined {
  const told = first["x-linked-size"] ?? /\/(\d+)$/.exec(headers["content-range"] ?? "")?.[1];
  const text = told ?? (status === 200 ? headers["content-length"] : undefined);
  return /^\d{1,15}$/.test(String(text)) ? Number(text) : undefined;
}

/** The hub names a large file's SHA-256 with the redirect to it; the place it redirects to is not asked. */
export function targetOf(download: Download, { sha256 }: FileSource): Result<Target> {
  const named = digestIn(download.first["x-linked-etag"]) ?? digestIn(download.first.etag);
  if (sha256 !== undefined && named !== undefined && named !== sha256) {
    return err(emendError("digest_mismatch", "The hub now has another file than the model card means.", { help: "Update Emend." }));
  }
  const digest = sha256 ?? named;
  if (digest === undefined) {
    return fault(
      "The server names no digest to check the file against.",
      false,
      "Use the hub itself or a mirror that passes its headers on.",
    );
  }
  const bytes = sizeIn(download);
  if (bytes === undefined || bytes === 0) return fault("The server does not say how large the file is.", true);
  return ok({ sha256: digest, bytes, checkedAgainst: sha256 === undefined ? "hub" : "card" });
}

/** What a status that brings no bytes means. */
export function statusFault(status: number, { url }: FileSource): Result<never> {
  if (status === 401 || status === 403) return fault(`${url.hostname} does not give this file away.`, false);
  if (status === 404) return fault(`${url.hostname} does not have this file.`, false, "Update Emend: the model may have moved.");
  return fault(`${url.hostname} answered with status ${status}.`, status === 429 || status >= 500);
}

/** Where an answer with a part of a file begins; not a number where it does not say. */
export const startOf = (headers: IncomingHttpHeaders): number =>
  Number(/^bytes (\d+)-/.exec(headers["content-range"] ?? "")?.[1] ?? Number.NaN);
