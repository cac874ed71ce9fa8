import { answerJson } from "../answers.ts";
import { forViewers, type Routes } from "../routes.ts";

const PATH = "/api/v1/openapi.json";

/** `GET /api/v1/openapi.json`: describes the routes given and itself. What writes the document is loaded when somebody asks for it. */
export function openapiRoutes(routes: Routes): Routes {
  let document: unknown;
  const self: Routes = {
    [PATH]: {
      GET: forViewers(async ({ services }) => {
        const { openapiDocument } = await import("./openapi-document.ts");
        document ??= openapiDocument({ ...routes, ...self }, services.version);
        return answerJson(document);
      }),
    },
  };
  return self;
}
