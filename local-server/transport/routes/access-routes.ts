import { answerJson } from "../answers.ts";
import { forViewers, type Routes } from "../routes.ts";

/** `GET /api/v1/whoami`: what the token in use is good for. */
export const accessRoutes: Routes = {
  "/api/v1/whoami": { GET: forViewers(async ({ services }) => answerJson(services.principal)) },
};
