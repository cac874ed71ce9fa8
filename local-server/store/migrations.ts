/** Each entry takes the database one version further; entries are only ever appended. Times are milliseconds since 1970. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE jobs (
     id TEXT PRIMARY KEY,
     idempotency_key TEXT UNIQUE,
     request TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
     attempts INTEGER NOT NULL DEFAULT 0,
     results TEXT,
     error TEXT,
     created_at INTEGER NOT NULL,
     updated_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX jobs_by_state ON jobs (state, attempts, created_at);
   CREATE TABLE history (
     id INTEGER PRIMARY KEY,
     job_id TEXT NOT NULL,
     source TEXT NOT NULL,
     result_sha256 TEXT NOT NULL,
     result TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX history_by_source ON history (source, created_at);
   CREATE TABLE cache (
     key TEXT PRIMARY KEY,
     results TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT`,
];
