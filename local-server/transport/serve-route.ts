import { mayAct } from "../../protocol/access.ts";
import { emendError } from "../../protocol/errors.ts";
import { answerError } from "./answers.ts";
import type { Call, Guarded } from "./routes.ts";

/** Asked often and changing nothing: not written into the audit log, though they are `POST`s. */
const READING: ReadonlySet<string> = new Set(["POST /api/v1/find", "POST /api/v1/plan"]);

const notAllowed = (needed: string): Response =>
  answerError(emendError("forbidden", `This needs the role ${needed}.`, { help: "Ask who runs the companion for a token of that role." }));

function judged({ role, handle }: Guarded, call: Call): Promise<Response> | Response {
  const { services } = call;
  if (!mayAct(services.principal.role, role)) return notAllowed(role);
  const admitted = services.admit();
  if (admitted.ok) return handle(call);
  return answerError(admitted.error, { "retry-after": String(admitted.error.details?.seconds ?? 1) });
}

/** Role, then the tenant's rate, then the handler; what changes something is written down with how it ended. */
export async function serveRoute(
  guarded: Guarded,
  { method, route }: { readonly method: string; readonly route: string },
  call: Call,
): Promise<Response> {
  const response = await judged(guarded, call);
  const name = `${method} ${route}`;
  if (method !== "GET" && !READING.has(name)) call.services.record(name, String(response.status), call.params.id ?? call.params.sha256);
  return response;
}
