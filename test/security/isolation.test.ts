import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createAccessTokens } from "../../local-server/store/access-tokens.ts";
import { openDatabase } from "../../local-server/store/database.ts";
import { ROUTES } from "../../local-server/transport/http-app.ts";
import { ROLES, type Role, type Tenant } from "../../protocol/access.ts";
import type { JobView } from "../../protocol/edit.ts";
import { digestOf, type RunningCompanion, runCompanion, waitForEnd } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** Two tenants on one companion, each with a picture of its own and an edit of it. No route may show one of them the other's. */
let running: RunningCompanion;
const tokens = {} as Record<Tenant, Record<Role, string>>;
let acme: { readonly source: string; readonly job: JobView; readonly entry: number; readonly batch: string };

type Caller = (path: string, init?: RequestInit) => Promise<Response>;
const callerWith =
  (token: string): Caller =>
  (path, init = {}) =>
    fetch(`http://127.0.0.1:${running.port}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
const as = (tenant: Tenant, role: Role): Caller => callerWith(tokens[tenant]![role]);
const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

before(async () => {
  running = await runCompanion();
  const db = await openDatabase(running.dataFolder);
  assert.ok(db.ok);
  for (const tenant of ["acme", "other"]) {
    tokens[tenant] = {} as Record<Role, string>;
    for (const role of ROLES)
      tokens[tenant]![role] = (await createAccessTokens(db.value.queries).create({ tenant, role, name: role })).token;
  }
  db.value.close();
  const call = as("acme", "editor");
  const png = await somePng();
  const source = digestOf(png);
  assert.equal((await call(`/api/v1/blobs/${source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer> })).status, 201);
  const { jobId } = (await (await call("/api/v1/edits", json({ source, instruction: "a -> secret words" }))).json()) as { jobId: string };
  const job = await waitForEnd(call, jobId);
  const { entries } = (await (await call("/api/v1/history")).json()) as { entries: { id: number }[] };
  const batch = (await (await call("/api/v1/batches", json({ edits: [{ source, instruction: "a -> secret words" }] }))).json()) as {
    batchId: string;
  };
  acme = { source, job, entry: entries[0]!.id, batch: batch.batchId };
  assert.equal(acme.job.status, "done");
});
after(() => running.stop());

interface Row {
  /** The weakest role that may. */
  readonly role: Role;
  /** The request, about what belongs to acme. */
  ask(call: Caller): Promise<Response>;
  /** What the owner of the things gets. */
  readonly own: number;
  /** What a stranger of the same role gets. */
  readonly stranger: number;
}

/** What is the same for everybody, and shows nothing of anybody. */
const common = (path: string, role: Role = "viewer"): Row => ({ role, ask: (call) => call(path), own: 200, stranger: 200 });

const TABLE: Readonly<Record<string, Row>> = {
  "GET /api/v1/whoami": common("/api/v1/whoami"),
  "GET /api/v1/engines": common("/api/v1/engines"),
  "PUT /api/v1/engines/:name/consent": {
    role: "admin",
    ask: (call) => call("/api/v1/engines/nobody/consent", { ...json({ allowed: true }), method: "PUT" }),
    own: 400,
    stranger: 400,
  },
  "GET /v1/models": common("/v1/models"),
  "GET /v1/models/:model": common("/v1/models/emend"),
  "POST /v1/images/edits": { role: "editor", ask: (call) => call("/v1/images/edits", json({})), own: 400, stranger: 400 },
  "GET /v1/images/:sha256": { role: "viewer", ask: (call) => call(`/v1/images/${acme.source}`), own: 200, stranger: 404 },
  "GET /api/v1/models": common("/api/v1/models"),
  "GET /api/v1/openapi.json": common("/api/v1/openapi.json"),
  "GET /metrics": common("/metrics", "admin"),
  "GET /api/v1/diagnostics": common("/api/v1/diagnostics"),
  "GET /api/v1/usage": common("/api/v1/usage"),
  "GET /api/v1/webhook-secret": common("/api/v1/webhook-secret", "admin"),
  "POST /api/v1/webhook-secret": {
    role: "admin",
    ask: (call) => call("/api/v1/webhook-secret", { method: "POST" }),
    own: 200,
    stranger: 200,
  },
  "GET /api/v1/audit": common("/api/v1/audit", "admin"),
  "GET /api/v1/models/:id": common("/api/v1/models/qwen-image-vae"),
  "POST /api/v1/models/:id/install": {
    role: "admin",
    ask: (call) => call("/api/v1/models/none/install", { method: "POST" }),
    own: 404,
    stranger: 404,
  },
  "POST /api/v1/models/:id/stop": {
    role: "admin",
    ask: (call) => call("/api/v1/models/none/stop", { method: "POST" }),
    own: 200,
    stranger: 200,
  },
  "POST /api/v1/models/:id/verify": {
    role: "admin",
    ask: (call) => call("/api/v1/models/none/verify", { method: "POST" }),
    own: 404,
    stranger: 404,
  },
  "DELETE /api/v1/models/:id": { role: "admin", ask: (call) => call("/api/v1/models/none", { method: "DELETE" }), own: 404, stranger: 404 },
  "POST /api/v1/lettering": { role: "viewer", ask: (call) => call("/api/v1/lettering", json({ texts: ["a"] })), own: 200, stranger: 200 },
  "POST /api/v1/plan": { role: "viewer", ask: (call) => call("/api/v1/plan", json({ instruction: "a -> b" })), own: 200, stranger: 200 },
  "GET /api/v1/history": { role: "viewer", ask: (call) => call(`/api/v1/history?source=${acme.source}`), own: 200, stranger: 200 },
  "POST /api/v1/find": { role: "viewer", ask: (call) => call("/api/v1/find", json({ source: acme.source })), own: 200, stranger: 404 },
  "GET /api/v1/blobs/:sha256": { role: "viewer", ask: (call) => call(`/api/v1/blobs/${acme.source}`), own: 200, stranger: 404 },
  "PUT /api/v1/blobs/:sha256": {
    role: "editor",
    ask: (call) => call(`/api/v1/blobs/${digestOf(new Uint8Array([1]))}`, { method: "PUT", body: new Uint8Array([1]) }),
    own: 201,
    stranger: 201,
  },
  "POST /api/v1/edits": {
    role: "editor",
    ask: (call) => call("/api/v1/edits", json({ source: acme.source, instruction: "c -> d" })),
    own: 202,
    stranger: 404,
  },
  "GET /api/v1/history/:id": { role: "viewer", ask: (call) => call(`/api/v1/history/${acme.entry}`), own: 200, stranger: 404 },
  "POST /api/v1/history/:id/again": {
    role: "editor",
    ask: (call) => call(`/api/v1/history/${acme.entry}/again`, { method: "POST" }),
    own: 202,
    stranger: 404,
  },
  "POST /api/v1/jobs/:id/review": {
    role: "editor",
    ask: (call) => call(`/api/v1/jobs/${acme.job.id}/review`, json({ decision: "approve" })),
    own: 201,
    stranger: 404,
  },
  "POST /api/v1/jobs/:id/verify": {
    role: "viewer",
    ask: (call) => call(`/api/v1/jobs/${acme.job.id}/verify`, json({})),
    own: 200,
    stranger: 404,
  },
  "POST /api/v1/batches": {
    role: "editor",
    ask: (call) => call("/api/v1/batches", json({ edits: [{ source: acme.source, instruction: "e -> f" }] })),
    own: 202,
    stranger: 404,
  },
  "GET /api/v1/batches/:id": { role: "viewer", ask: (call) => call(`/api/v1/batches/${acme.batch}`), own: 200, stranger: 404 },
  "DELETE /api/v1/batches/:id": {
    role: "editor",
    ask: (call) => call(`/api/v1/batches/${acme.batch}`, { method: "DELETE" }),
    own: 200,
    stranger: 404,
  },
  "GET /api/v1/jobs/:id": { role: "viewer", ask: (call) => call(`/api/v1/jobs/${acme.job.id}`), own: 200, stranger: 404 },
  "DELETE /api/v1/jobs/:id": {
    role: "editor",
    ask: (call) => call(`/api/v1/jobs/${acme.job.id}`, { method: "DELETE" }),
    own: 200,
    stranger: 404,
  },
  "GET /api/v1/jobs/:id/result": { role: "viewer", ask: (call) => call(`/api/v1/jobs/${acme.job.id}/result`), own: 200, stranger: 404 },
};

test("every route has a row in this table", () => {
  const routes = Object.entries(ROUTES).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  assert.deepEqual(Object.keys(TABLE).sort(), routes.sort());
});

test("a stranger's token gets nothing of another tenant, on any route", async () => {
  for (const [route, { role, ask, own, stranger }] of Object.entries(TABLE)) {
    const theirs = await ask(as("other", role));
    const text = await theirs.text();
    assert.equal(theirs.status, stranger, route);
    assert.ok(!text.includes("secret words") && !text.includes(acme.job.id), `${route} tells ${text.slice(0, 200)}`);
    assert.equal((await ask(as("acme", role))).status, own, route);
  }
});

test("every route asks for its role and is open to stronger ones", async () => {
  for (const [route, { role, ask }] of Object.entries(TABLE)) {
    const needed = ROLES.indexOf(role);
    for (const weaker of ROLES.slice(0, needed)) assert.equal((await ask(as("acme", weaker))).status, 403, `${route} as ${weaker}`);
    assert.equal((await ask(callerWith("x".repeat(43)))).status, 401, route);
  }
});

test("the cache of one tenant does not answer another: its edit is made anew", async () => {
  const call = as("other", "editor");
  const png = await somePng();
  await call(`/api/v1/blobs/${acme.source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer> });
  const { jobId } = (await (await call("/api/v1/edits", json({ source: acme.source, instruction: "a -> secret words" }))).json()) as {
    jobId: string;
  };
  const job = await waitForEnd(call, jobId);
  assert.deepEqual([job.status, job.result?.cache], ["done", "miss"]);
});
