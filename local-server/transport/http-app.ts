import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Principal } from "../../protocol/access.ts";
import { emendError } from "../../protocol/errors.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { storageFaultOf } from "../store/storage-trouble.ts";
import { answerInLanguage } from "./answer-in-language.ts";
import { answerError, answerJson } from "./answers.ts";
import { bearerOf } from "./bearer-token.ts";
import { openAiShape } from "./openai/openai-shape.ts";
import { openapiRoutes } from "./openapi/openapi-routes.ts";
import { accessRoutes } from "./routes/access-routes.ts";
import { batchRoutes } from "./routes/batch-routes.ts";
import { blobRoutes } from "./routes/blob-routes.ts";
import { editRoutes } from "./routes/edit-routes.ts";
import { engineRoutes } from "./routes/engine-routes.ts";
import { historyRoutes } from "./routes/history-routes.ts";
import { modelRoutes } from "./routes/model-routes.ts";
import { openAiRoutes } from "./routes/openai-routes.ts";
import { operationsRoutes } from "./routes/operations-routes.ts";
import { readRoutes } from "./routes/read-routes.ts";
import type { Call, Routes } from "./routes.ts";
import { serveRoute } from "./serve-route.ts";
import type { Services } from "./services.ts";
import type { StaticFiles } from "./static-files.ts";

interface Env {
  Bindings: HttpBindings;
  Variables: { principal: Principal };
}
type App = Hono<Env>;
type AppContext = Context<Env>;

/** A null origin (the plugin's) cannot be listed meaningfully; `*` without credentials gives nothing away that the token does not guard. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, PUT, POST, DELETE",
  "access-control-allow-headers": "authorization, content-type, idempotency-key",
  "access-control-max-age": "600",
};
const EVERYWHERE = { "x-content-type-options": "nosniff", "cache-control": "no-store", "cross-origin-resource-policy": "same-origin" };
const PAGES = { "content-security-policy": "frame-ancestors 'none'", "referrer-policy": "no-referrer" };
/** The lab's threads share memory, which browsers allow only to pages isolated from other origins. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const OWN_ROUTES: Routes = {
  ...accessRoutes,
  ...batchRoutes,
  ...blobRoutes,
  ...historyRoutes,
  ...editRoutes,
  ...engineRoutes,
  ...modelRoutes,
  ...openAiRoutes,
  ...operationsRoutes,
  ...readRoutes,
};

/** Every address under the token; `test/security/isolation.test.ts` demands a row for each. */
export const ROUTES: Routes = { ...OWN_ROUTES, ...openapiRoutes(OWN_ROUTES) };

const isLab = (path: string): boolean => path === "/lab.html" || path.startsWith("/lab/");
const isApi = (path: string): boolean => path === "/health" || path === "/metrics" || path.startsWith("/api/") || path.startsWith("/v1/");

function withHeaders(response: Response, path: string): Response {
  for (const [name, value] of Object.entries({ ...EVERYWHERE, ...(isApi(path) ? CORS : PAGES), ...(isLab(path) && ISOLATED) }))
    response.headers.set(name, value);
  return response;
}

const callOf = (c: AppContext, services: Services): Call => ({
  request: c.req.raw,
  params: c.req.param() as Record<string, string>,
  query: new URL(c.req.url).searchParams,
  services: services.of(c.get("principal")),
});

function mount(app: App, services: Services, routes: Routes): void {
  for (const [path, methods] of Object.entries(routes)) {
    for (const [method, guarded] of Object.entries(methods))
      app.on(method, path, async (c) => {
        const start = performance.now();
        const response = await serveRoute(guarded, { method, route: path }, callOf(c, services));
        services.metrics.request({ method, route: path, status: response.status, seconds: (performance.now() - start) / 1000 });
        return response;
      });
    const allow = Object.keys(methods).join(", ");
    app.all(path, () => answerError(emendError("method_not_allowed", `This address takes ${allow}.`), { allow }));
  }
}

function guard(app: App, services: Services, onAdmitted: OnAdmitted): void {
  app.use(async (c, next) => {
    await next();
    const told = isApi(c.req.path) ? await answerInLanguage(c.res, c.req.header("accept-language")) : c.res;
    const shaped = c.req.path.startsWith("/v1/") ? await openAiShape(told) : told;
    c.res = withHeaders(new Response(shaped.body, shaped), c.req.path);
  });
  app.use(async (c, next) => {
    if (c.req.method === "OPTIONS" && isApi(c.req.path)) return new Response(null, { status: 204 });
    if (!isApi(c.req.path) || c.req.path === "/health") return next();
    const token = bearerOf(c.env.incoming.rawHeaders);
    const link = token === undefined ? services.admitLink(c.req.path, new URL(c.req.url).searchParams) : undefined;
    const principal = link ?? (await services.authenticate(token));
    if (principal !== undefined) {
      c.set("principal", principal);
      onAdmitted(c.env.incoming);
      return next();
    }
    const help = "Pair first: emend pair prints the token.";
    return answerError(emendError("unauthorized", "The token is missing or wrong.", { help }), { "www-authenticate": "Bearer" });
  });
}

const NOT_BUILT = "The playground is not built yet: run npm run build, then start the companion again.\n";

function pages(app: App, files: StaticFiles | undefined): void {
  app.get("*", async (c) => {
    const page = isApi(c.req.path) ? undefined : await files?.serve(c.req.path);
    if (page !== undefined) return page;
    if (c.req.path === "/" && files === undefined) return new Response(NOT_BUILT, { status: 503 });
    return answerError(emendError("not_found", "There is nothing at this address."));
  });
}

/** Hears of every request that showed a token. */
export type OnAdmitted = (request: IncomingMessage) => void;

/** All of HTTP but the Host check, which comes before it (`companion-server.ts`). */
export function createHttpApp(services: Services, files: StaticFiles | undefined, onAdmitted: OnAdmitted = () => undefined): App {
  const app: App = new Hono();
  guard(app, services, onAdmitted);
  app.on("GET", "/health", () => answerJson({ name: "emend", protocol: PROTOCOL_VERSION }));
  app.all("/health", () => answerError(emendError("method_not_allowed", "This address takes GET."), { allow: "GET" }));
  mount(app, services, ROUTES);
  pages(app, files);
  app.notFound(() => answerError(emendError("not_found", "There is nothing at this address.")));
  app.onError((error) => {
    const fault = storageFaultOf(error);
    if (fault !== undefined) return answerError(fault);
    services.logger.error("http_bug", { name: error.name });
    return answerError(emendError("internal", "The companion hit a bug."));
  });
  return app;
}
