import type { GenericSchema } from "valibot";
import { emendError } from "../../../protocol/errors.ts";
import type { Routes } from "../routes.ts";
import { namedSchemas, schemaOf } from "./openapi-schemas.ts";
import { ROUTE_DOCS, type RouteDoc } from "./route-docs.ts";

type Json = Readonly<Record<string, unknown>>;

const contentOf = (what: GenericSchema | string): Json =>
  typeof what === "string" ? { [what]: { schema: {} } } : { "application/json": { schema: schemaOf(what) } };

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));

function queryParameters({ query }: RouteDoc): Json[] {
  const { properties = {} } = query === undefined ? {} : schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", schema }));
}

const KEY = { name: "Idempotency-Key", in: "header", schema: { type: "string", minLength: 8, maxLength: 100 } };

const bodyOf = ({ takes }: RouteDoc): Json => (takes === undefined ? {} : { requestBody: { required: true, content: contentOf(takes) } });

function operationOf(path: string, doc: RouteDoc, role: string): Json {
  return {
    summary: doc.summary,
    description: `Takes a token of the role ${role} or above.`,
    parameters: [...pathParameters(path), ...queryParameters(doc), ...(doc.idempotent ? [KEY] : [])],
    ...bodyOf(doc),
    responses: {
      [doc.status ?? 200]: { description: "Done", content: contentOf(doc.gives) },
      default: {
        description: "What went wrong, and what to do",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } },
      },
    },
  };
}

const FAILURE = {
  type: "object",
  properties: { error: { $ref: "#/components/schemas/EmendError" } },
  required: ["error"],
  examples: [{ error: emendError("blob_missing", "The companion does not have this picture.") }],
};

const HEALTH = {
  get: {
    summary: "Whether a companion is here",
    security: [],
    responses: { 200: { description: "Its name and protocol", content: { "application/json": { schema: { type: "object" } } } } },
  },
};

function pathsOf(routes: Routes): Json {
  const paths = Object.entries(routes).map(([path, methods]) => {
    const operations = Object.entries(methods).flatMap(([method, { role }]) => {
      const doc = ROUTE_DOCS[`${method} ${path}`];
      return doc === undefined ? [] : [[method.toLowerCase(), operationOf(path, doc, role)]];
    });
    return [path.replaceAll(/:(\w+)/g, "{$1}"), Object.fromEntries(operations)];
  });
  return { "/health": HEALTH, ...Object.fromEntries(paths) };
}

/** OpenAPI 3.1 of all routes, from the schemas they validate with. Built at the first request; costs some tens of milliseconds. */
export function openapiDocument(routes: Routes, version: string): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Emend companion", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "http://localhost:17320" }],
    security: [{ token: [] }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "What `emend pair` or `emend tokens create` prints." } },
      schemas: { ...namedSchemas(), Failure: FAILURE },
    },
  };
}
