import { type EmendError, emendError, err, type Result } from "../../protocol/errors.ts";
import { storageError } from "./atomic-file.ts";

/** Thrown where a store cannot answer and its caller expects none but good news; whoever stands at the rim turns it into its fault. */
export class StorageTrouble extends Error {
  readonly fault: EmendError;

  constructor(fault: EmendError) {
    super(fault.message);
    this.name = "StorageTrouble";
    this.fault = fault;
  }
}

/** SQLite's result codes (sqlite3.h), without their extended bits. */
const SQLITE = { busy: 5, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 };
const LOST = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "57P01", "57P02", "57P03", "53300"]);

const full = (): EmendError =>
  emendError("storage_full", "The disk is full.", {
    stage: "store",
    help: "Free some space and try again; nothing that was accepted is lost.",
  });
const unreachable = (): EmendError =>
  emendError("storage_failed", "The store does not answer.", {
    stage: "store",
    retryable: true,
    help: "Check the database and the object store, then try again.",
  });

function sqliteFault(code: number): EmendError | undefined {
  const basic = code & 0xff;
  if (basic === SQLITE.full) return full();
  if ([SQLITE.busy, SQLITE.readOnly, SQLITE.ioError, SQLITE.cannotOpen].includes(basic))
    return emendError("storage_failed", "The database cannot be written.", { stage: "store", retryable: true });
  return undefined;
}

/** What an exception of a store means; `undefined` for anything else, which is a bug. */
export function storageFaultOf(error: unknown): EmendError | undefined {
  if (error instanceof StorageTrouble) return error.fault;
  if (!(error instanceof Error)) return undefined;
  if ("errcode" in error && typeof error.errcode === "number") return sqliteFault(error.errcode);
  const code = "code" in error ? String(error.code) : "";
  if (code === "53100") return full();
  if (LOST.has(code) || code.startsWith("08") || /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
    return unreachable();
  return "syscall" in error ? storageError(error) : undefined;
}

/** A store's exception as the failure it means; anything else is a bug and thrown on. */
export function failureOf(error: unknown): Result<never> {
  const fault = storageFaultOf(error);
  if (fault === undefined) throw error;
  return err(fault);
}
