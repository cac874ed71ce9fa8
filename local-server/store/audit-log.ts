import { createHash } from "node:crypto";
import type { AuditTable, Queries } from "./tables.ts";

/** What happened, by whom, to what, and how it ended. Ids and codes only: no instruction, no name of a picture. */
export interface AuditEntry {
  readonly tenant: string;
  /** Token id; `owner` for the person at the machine, `emend` for what it does by itself. */
  readonly actor: string;
  /** `POST /api/v1/edits`, `edit`, `job.end`, `tokens.revoke`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject?: string | undefined;
  /** `ok`, an error code or an HTTP status. */
  readonly outcome: string;
}

export interface AuditRecord extends Required<Omit<AuditEntry, "subject">> {
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  readonly subject: string;
  /** SHA-256 over this entry and the hash before it. */
  readonly hash: string;
}

/** Append-only, each entry chained to the one before by its hash. */
export interface AuditLog {
  /** Written within `FLUSH_MS`, or at `close`; costs the caller nothing. */
  record(entry: AuditEntry): void;
  /** Entries from `after` on, oldest first. */
  list(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly AuditRecord[]>;
  close(): Promise<void>;
}

const FLUSH_MS = 50;
const PAGE = 1000;
/** Another companion on the same database may have appended in between. */
const TRIES = 20;
const START = "0".repeat(64);

type Row = AuditTable;

export const auditHash = (row: Omit<Row, "hash">, before: string): string =>
  createHash("sha256")
    .update(JSON.stringify([before, row.n, row.at, row.tenant, row.actor, row.action, row.subject, row.outcome]))
    .digest("hex");

const recordOf = (row: Row): AuditRecord => ({ ...row, n: Number(row.n), at: new Date(Number(row.at)).toISOString() });

type Timed = AuditEntry & { readonly at: number };

/** The end of a log that further entries follow; `undefined` where there are none. */
export async function lastAudit(queries: Queries): Promise<Pick<Row, "n" | "hash"> | undefined> {
  const last = await queries.selectFrom("audit").select(["n", "hash"]).orderBy("n", "desc").limit(1).executeTakeFirst();
  return last && { n: Number(last.n), hash: last.hash };
}

/** Entries as rows that follow `last`. */
export function chained(last: Pick<Row, "n" | "hash"> | undefined, entries: readonly Timed[]): Row[] {
  let { n, hash } = last ?? { n: 0, hash: START };
  return entries.map(({ subject = "", ...entry }) => {
    const row = { n: ++n, ...entry, subject };
    hash = auditHash(row, hash);
    return { ...row, hash };
  });
}

async function append(queries: Queries, waiting: readonly Timed[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    const last = await lastAudit(queries);
    try {
      await queries.insertInto("audit").values(chained(last, waiting)).execute();
      return;
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
  }
}

export function createAuditLog(queries: Queries, onTrouble: (error: unknown) => void, now: () => number = Date.now): AuditLog {
  let waiting: (AuditEntry & { at: number })[] = [];
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) writing = writing.then(() => append(queries, batch)).catch(onTrouble);
    return writing;
  };
  return {
    record: (entry) => {
      waiting.push({ ...entry, at: now() });
      timer ??= setTimeout(() => void flush(), FLUSH_MS).unref();
    },
    list: async ({ after = 0, limit = PAGE } = {}) => {
      await flush();
      return (await queries.selectFrom("audit").selectAll().where("n", ">", after).orderBy("n").limit(limit).execute()).map(recordOf);
    },
    close: flush,
  };
}

export interface AuditVerdict {
  readonly entries: number;
  /** Hash of the last entry: kept elsewhere, it shows later whether the end was cut off. */
  readonly head: string;
  /** Number of the first entry that does not follow from the one before; absent where all do. */
  readonly brokenAt?: number;
}

/** Recomputes the whole chain. */
export async function verifyAudit(queries: Queries): Promise<AuditVerdict> {
  let [n, head] = [0, START];
  for (;;) {
    const rows = await queries.selectFrom("audit").selectAll().where("n", ">", n).orderBy("n").limit(PAGE).execute();
    if (rows.length === 0) return { entries: n, head };
    for (const { hash, ...row } of rows) {
      const plain = { ...row, n: Number(row.n), at: Number(row.at) };
      if (plain.n !== n + 1 || auditHash(plain, head) !== hash) return { entries: n, head, brokenAt: n + 1 };
      [n, head] = [plain.n, hash];
    }
  }
}
