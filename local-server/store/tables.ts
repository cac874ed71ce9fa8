import type { Generated, Kysely } from "kysely";

/**
 * The tables both databases have, under the same names. JSON is kept as text and times as milliseconds since 1970, so that one query
 * serves SQLite and PostgreSQL alike and rows can be copied from one to the other.
 */
export interface JobsTable {
  id: string;
  tenant: string;
  idempotency_key: string | null;
  request: string;
  /** The engine asked for, `auto` where none is: what strict concurrency counts by. */
  lane: string;
  /** Higher goes first. */
  priority: number;
  /** Turn within a priority: a tenant's n-th waiting job waits n turns, so tenants alternate. */
  turn: number;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  attempts: number;
  /** Further tries after a failure that may pass. */
  retries: number;
  /** Not before this time. */
  run_after: number;
  batch: string | null;
  /** Place in its batch, from 0. */
  item: number | null;
  results: string | null;
  error: string | null;
  created_at: number;
  updated_at: number;
}

export interface HistoryTable {
  id: Generated<number>;
  tenant: string;
  job_id: string;
  /** Which result of its job, from 0: with the job it is unique, so a job that ran twice has one version. */
  variant: number;
  source: string;
  result_sha256: string;
  result: string;
  /** The request that made it: with `revision`, enough to make it again. Null for edits recorded by version 0.1. */
  recipe: string | null;
  /** The code that made it (`codeRevision`). */
  revision: string | null;
  /** Model id → SHA-256 of its files, as JSON. */
  models: string | null;
  /** Instruction and texts, lower case: what a search looks in. */
  words: string;
  /** 1 where a person should look. */
  needs_review: number;
  created_at: number;
}

export interface CacheTable {
  tenant: string;
  key: string;
  results: string;
  created_at: number;
}

export interface TokensTable {
  id: string;
  /** SHA-256 of the token, hex. A token is 256 random bits, so its digest cannot be searched for. */
  hash: string;
  tenant: string;
  role: "viewer" | "editor" | "admin";
  name: string;
  created_at: number;
  revoked_at: number | null;
}

export interface ReviewsTable {
  id: Generated<number>;
  tenant: string;
  job_id: string;
  decision: "approve" | "fix" | "reject";
  /** Id and name of the token that decided. */
  token_id: string;
  who: string;
  note: string;
  created_at: number;
}

export interface BatchesTable {
  id: string;
  tenant: string;
  idempotency_key: string | null;
  /** Digest of what was asked, to tell a repeated request from another one under the same key. */
  digest: string;
  total: number;
  created_at: number;
}

export interface AuditTable {
  /** From 1, without gaps. */
  n: number;
  at: number;
  tenant: string;
  actor: string;
  action: string;
  subject: string;
  outcome: string;
  hash: string;
}

export interface UsageTable {
  tenant: string;
  /** ISO 8601 date, UTC. */
  day: string;
  edits: number;
  pixels: number;
  spend: number;
}

export interface WebhooksTable {
  id: string;
  tenant: string;
  kind: "job" | "batch";
  /** Job or batch id. */
  subject: string;
  url: string;
  /** `waiting` until it was taken or given up. */
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  /** Not before this time. */
  run_after: number;
  created_at: number;
}

export interface WebhookSecretsTable {
  tenant: string;
  /** 32 random bytes, base64. */
  secret: string;
}

export interface Tables {
  jobs: JobsTable;
  history: HistoryTable;
  cache: CacheTable;
  tokens: TokensTable;
  reviews: ReviewsTable;
  batches: BatchesTable;
  audit: AuditTable;
  usage: UsageTable;
  webhooks: WebhooksTable;
  webhook_secrets: WebhookSecretsTable;
}

/** Queries on whichever database keeps the tables. */
export type Queries = Kysely<Tables>;
