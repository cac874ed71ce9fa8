import type { BatchRequest } from "../../protocol/batch.ts";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import { checkEdit } from "./accept-edit.ts";
import type { TenantServices } from "./services.ts";

/** Takes all edits of a batch or none: the first that cannot work refuses it, and `details.item` says which that is. */
export async function acceptBatch(
  services: TenantServices,
  request: BatchRequest,
  key: string | undefined,
): Promise<Result<{ readonly batchId: string; readonly total: number }>> {
  const allowed = await services.mayEdit();
  if (!allowed.ok) return allowed;
  const { callback, ...batch } = request;
  const callable = callback === undefined ? allowed : services.mayCall(callback);
  if (!callable.ok) return callable;
  if (request.edits.some((edit) => edit.callback !== undefined))
    return err(emendError("bad_request", "Edits of a batch have no callbacks of their own.", { help: "Give the callback to the batch." }));
  const checked = new Set<string>();
  for (const [item, edit] of request.edits.entries()) {
    // Thousands of pictures often share one wish: what was found good once need not be looked at again.
    const wish = JSON.stringify({ ...edit, seed: undefined });
    if (checked.has(wish)) continue;
    const good = await checkEdit(edit, services);
    if (!good.ok) return err({ ...good.error, details: { ...good.error.details, item } });
    checked.add(wish);
  }
  const accepted = await services.batches.submit(batch, key);
  if (!accepted.ok) return accepted;
  const { batchId } = accepted.value;
  if (callback !== undefined) await services.callBack("batch", batchId, callback);
  for (const kind of new Set(request.edits.flatMap(({ confirmed = [] }) => confirmed))) services.record(`confirm.${kind}`, "ok", batchId);
  return accepted;
}
