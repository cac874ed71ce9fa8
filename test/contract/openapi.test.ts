import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ROUTES } from "../../local-server/transport/http-app.ts";
import { ROUTE_DOCS } from "../../local-server/transport/openapi/route-docs.ts";
import { digestOf, type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** The served document against the routes, and real answers against the document. */
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let running: RunningCompanion;
let document: Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });

before(async () => {
  running = await runCompanion();
  document = (await (await running.call("/api/v1/openapi.json")).json()) as Document;
  ajv.addSchema({ $id: "openapi", components: document.components });
});
after(() => running.stop());

/** What the document's schema says about an answer; empty where it fits. */
function complaints(path: string, method: string, { status, body }: { status: string; body: unknown }): unknown {
  const content = document.paths[path]?.[method]?.responses[status]?.content["application/json"];
  assert.ok(content, `${method} ${path} ${status} is not described`);
  const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/components', '"openapi#/components')) as object;
  const validate = ajv.compile(schema);
  return validate(body) ? [] : validate.errors;
}

async function fits(path: string, address: string, init: RequestInit & { readonly status?: string } = {}): Promise<unknown> {
  const answer = await running.call(address, init);
  const body = (await answer.json()) as unknown;
  const status = answer.ok ? String(answer.status) : "default";
  assert.equal(status, init.status ?? "200", address);
  assert.deepEqual(complaints(path, (init.method ?? "GET").toLowerCase(), { status, body }), [], address);
  return body;
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

test("every route has its description, and no other", () => {
  const routes = Object.entries(ROUTES).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  assert.deepEqual(Object.keys(ROUTE_DOCS).sort(), routes.sort());
  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  assert.equal(described.length, routes.length + 1);
  assert.equal(document.openapi, "3.1.0");
});

test("every reference in the document leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
  assert.ok(references.length > 20);
  for (const reference of references) assert.ok(document.components.schemas[reference.replace("#/components/schemas/", "")], reference);
});

test("real answers are as the document says", async () => {
  const png = await somePng();
  const source = digestOf(png);
  await fits("/api/v1/blobs/{sha256}", `/api/v1/blobs/${source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer>, status: "201" });
  const job = await running.edit({ source, instruction: "a -> b" });
  assert.equal(job.status, "done");
  await fits("/api/v1/jobs/{id}", `/api/v1/jobs/${job.id}`);
  await fits("/api/v1/edits", "/api/v1/edits", { ...json({ source, instruction: "c -> d" }), status: "202" });
  await fits("/api/v1/find", "/api/v1/find", json({ source }));
  await fits("/api/v1/plan", "/api/v1/plan", json({ instruction: "a -> b" }));
  for (const path of ["/api/v1/whoami", "/api/v1/engines", "/api/v1/models", "/api/v1/history"]) await fits(path, path);
});

test("failures are as the document says", async () => {
  await fits("/api/v1/find", "/api/v1/find", { ...json({ source: "x" }), status: "default" });
  await fits("/api/v1/jobs/{id}", "/api/v1/jobs/no-such-job", { status: "default" });
});

test("a wrong answer would be noticed", () => {
  assert.notDeepEqual(complaints("/api/v1/jobs/{id}", "get", { status: "200", body: { id: "x", status: "asleep" } }), []);
});
