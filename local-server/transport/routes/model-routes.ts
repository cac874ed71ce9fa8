import { emendError } from "../../../protocol/errors.ts";
import { answer, answerError, answerJson } from "../answers.ts";
import { forAdmins, forViewers, type Handler, type Routes } from "../routes.ts";

const list: Handler = async ({ services }) => answerJson(await services.models.list());

const one: Handler = async ({ services, params }) => {
  const found = (await services.models.list()).models.find(({ id }) => id === params.id);
  return found === undefined ? answerError(emendError("model_unknown", "There is no model of that name.")) : answerJson(found);
};

const install: Handler = async ({ services, params }) =>
  answer(await services.models.install(params.id ?? ""), (view) => answerJson(view, 202));

const stop: Handler = async ({ services, params }) => answerJson({ stopped: await services.models.stop(params.id ?? "") });

const verify: Handler = async ({ services, params, request }) =>
  answer(await services.models.verify(params.id ?? "", request.signal), (changed) => answerJson({ changed }));

const remove: Handler = async ({ services, params }) =>
  answer(await services.models.remove(params.id ?? ""), () => answerJson({ removed: params.id }));

/** Models: what there is, and installing, stopping, checking and removing them. Mirrors are no matter of requests: they are settings. */
export const modelRoutes: Routes = {
  "/api/v1/models": { GET: forViewers(list) },
  "/api/v1/models/:id": { GET: forViewers(one), DELETE: forAdmins(remove) },
  "/api/v1/models/:id/install": { POST: forAdmins(install) },
  "/api/v1/models/:id/stop": { POST: forAdmins(stop) },
  "/api/v1/models/:id/verify": { POST: forAdmins(verify) },
};
