import { answerJson } from "../answers.ts";
import { forViewers, type Routes } from "../routes.ts";
import { openapiDocument } from "./openapi-document.ts";

const PATH = "/api/v1/openapi.json";

/** `GET /api/v1/openapi.json`: describes the routes given and itself. */
export function openapiRoutes(routes: Routes): Routes {
  let document: unknown;
  const self: Routes = {
    [PATH]: {
      GET: forViewers(async ({ services }) => {
        document ??= openapiDocument({ ...routes, ...self }, services.version);
        return answerJson(document);
      }),
    },
  };
  return self;
}
