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
  `ALTER TABLE jobs RENAME TO jobs_of_one;
   DROP INDEX jobs_by_state;
   CREATE TABLE jobs (
     id TEXT PRIMARY KEY,
     tenant TEXT NOT NULL,
     idempotency_key TEXT,
     request TEXT NOT NULL,
     lane TEXT NOT NULL,
     priority INTEGER NOT NULL DEFAULT 0,
     turn INTEGER NOT NULL DEFAULT 0,
     state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
     attempts INTEGER NOT NULL DEFAULT 0,
     retries INTEGER NOT NULL DEFAULT 0,
     run_after INTEGER NOT NULL DEFAULT 0,
     batch TEXT,
     item INTEGER,
     results TEXT,
     error TEXT,
     created_at INTEGER NOT NULL,
     updated_at INTEGER NOT NULL,
     UNIQUE (tenant, idempotency_key)
   ) STRICT;
   INSERT INTO jobs (id, tenant, idempotency_key, request, lane, state, attempts, results, error, created_at, updated_at)
     SELECT id, 'local', idempotency_key, request, coalesce(request ->> '$.engine', 'auto'), state, attempts, results, error, created_at, updated_at
     FROM jobs_of_one ORDER BY rowid;
   DROP TABLE jobs_of_one;
   CREATE INDEX jobs_waiting ON jobs (priority DESC, turn, attempts, created_at) WHERE state = 'queued';
   CREATE INDEX jobs_turns ON jobs (tenant, priority, turn) WHERE state = 'queued';
   CREATE INDEX jobs_running ON jobs (lane) WHERE state = 'running';
   CREATE INDEX jobs_of_batch ON jobs (batch, item) WHERE batch IS NOT NULL;
   ALTER TABLE history ADD COLUMN tenant TEXT NOT NULL DEFAULT 'local';
   ALTER TABLE history ADD COLUMN recipe TEXT;
   ALTER TABLE history ADD COLUMN revision TEXT;
   ALTER TABLE history ADD COLUMN models TEXT;
   ALTER TABLE history ADD COLUMN words TEXT NOT NULL DEFAULT '';
   UPDATE history SET words = lower(coalesce(result ->> '$.plan.instruction', ''));
   DROP INDEX history_by_source;
   CREATE INDEX history_by_source ON history (tenant, source, id);
   CREATE INDEX history_by_job ON history (job_id);
   DROP TABLE cache;
   CREATE TABLE cache (
     tenant TEXT NOT NULL,
     key TEXT NOT NULL,
     results TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     PRIMARY KEY (tenant, key)
   ) STRICT;
   CREATE INDEX cache_by_age ON cache (created_at);
   CREATE TABLE tokens (
     id TEXT PRIMARY KEY,
     hash TEXT NOT NULL UNIQUE,
     tenant TEXT NOT NULL,
     role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
     name TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     revoked_at INTEGER
   ) STRICT;
   CREATE TABLE reviews (
     id INTEGER PRIMARY KEY,
     tenant TEXT NOT NULL,
     job_id TEXT NOT NULL,
     decision TEXT NOT NULL CHECK (decision IN ('approve', 'fix', 'reject')),
     token_id TEXT NOT NULL,
     who TEXT NOT NULL,
     note TEXT NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX reviews_of_job ON reviews (tenant, job_id, id);
   CREATE TABLE batches (
     id TEXT PRIMARY KEY,
     tenant TEXT NOT NULL,
     idempotency_key TEXT,
     digest TEXT NOT NULL,
     total INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     UNIQUE (tenant, idempotency_key)
   ) STRICT`,
  `ALTER TABLE history ADD COLUMN needs_review INTEGER NOT NULL DEFAULT 0;
   UPDATE history SET needs_review = coalesce(result ->> '$.needsReview', 0);
   CREATE INDEX history_to_review ON history (tenant, id) WHERE needs_review = 1`,
  `ALTER TABLE history ADD COLUMN variant INTEGER NOT NULL DEFAULT 0;
   UPDATE history SET variant = id;
   DROP INDEX history_by_job;
   CREATE UNIQUE INDEX history_of_job ON history (job_id, variant)`,
  `CREATE TABLE audit (
     n INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     tenant TEXT NOT NULL,
     actor TEXT NOT NULL,
     action TEXT NOT NULL,
     subject TEXT NOT NULL,
     outcome TEXT NOT NULL,
     hash TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
   CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
   CREATE TABLE usage (
     tenant TEXT NOT NULL,
     day TEXT NOT NULL,
     edits INTEGER NOT NULL,
     pixels INTEGER NOT NULL,
     spend REAL NOT NULL,
     PRIMARY KEY (tenant, day)
   ) STRICT;
   CREATE TABLE webhooks (
     id TEXT PRIMARY KEY,
     tenant TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('job', 'batch')),
     subject TEXT NOT NULL,
     url TEXT NOT NULL,
     state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
     attempts INTEGER NOT NULL DEFAULT 0,
     run_after INTEGER NOT NULL DEFAULT 0,
     created_at INTEGER NOT NULL,
     UNIQUE (tenant, subject, url)
   ) STRICT;
   CREATE INDEX webhooks_waiting ON webhooks (run_after) WHERE state = 'waiting';
   CREATE TABLE webhook_secrets (tenant TEXT PRIMARY KEY, secret TEXT NOT NULL) STRICT`,
];
