import { verifyPatch } from "../../imaging/compositing/verify-patch.ts";
import { compareOutside } from "../../imaging/raster/compare-outside.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { reframe } from "../../imaging/raster/reframe.ts";
import type { Digest, EditResult } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { CHECKS, type VerifyAnswer } from "../../protocol/verify.ts";
import type { DecodedPicture } from "../codec/codec.ts";
import { readProof } from "../codec/png-proof.ts";
import { sha256 } from "./edit-settings.ts";
import type { InputPorts } from "./load-inputs.ts";
import { type Evidence, verifyResult } from "./verify-result.ts";

interface Stored extends DecodedPicture {
  readonly bytes: Uint8Array;
}

async function load(digest: Digest, { blobs, codec }: InputPorts, signal: AbortSignal): Promise<Result<Stored>> {
  const bytes = await blobs.get(digest);
  if (bytes === undefined) return err(emendError("blob_missing", "The companion no longer has a picture this proof needs."));
  const decoded = await codec.decode(bytes, signal);
  return decoded.ok ? ok({ ...decoded.value, bytes }) : decoded;
}

/** A layer as it is now against the patch it was; a colour nobody sees is no change. */
export function compareLayer(patch: RasterImage, layer: RasterImage): NonNullable<VerifyAnswer["layer"]> {
  const pixels = patch.width * patch.height;
  if (patch.width !== layer.width || patch.height !== layer.height) return { pixels, changed: pixels, maxDiff: 255 };
  const hidden = Uint8Array.from({ length: pixels }, (_, i) => (patch.data[i * 4 + 3] === 0 && layer.data[i * 4 + 3] === 0 ? 1 : 0));
  return { ...compareOutside(patch, layer, hidden), pixels };
}

/** Whether the result is the source under the patch, and the patch the certified one. A cut-out stands in for its source: only the digest counts. */
function patchHolds(result: EditResult, { source, result: after }: Evidence, patch: Stored): boolean {
  if (sha256(patch.bytes) !== result.certificate.patch) return false;
  if (result.cutOut) return true;
  const { canvas } = result.certificate;
  const { x, y, width, height } = result.patch;
  const rect = { x: x - (canvas?.x ?? 0), y: y - (canvas?.y ?? 0), width, height };
  return verifyPatch(canvas === undefined ? source : reframe(source, canvas), after, { rect, patch: patch.image }).notFromPatch === 0;
}

function conclude(result: EditResult, evidence: Evidence, patch: Stored): VerifyAnswer {
  const { checks, outside, against } = verifyResult(evidence);
  const held = { ...checks, patch: patchHolds(result, evidence, patch) };
  const broken = CHECKS.filter((name) => !held[name]);
  return { verified: broken.length === 0, broken, outside, against };
}

/**
 * Verifies a result from the stored source, result (with the mask it carries) and patch: nothing the report says of them is believed.
 * `layer`: a picture to hold against the patch. Errors: `blob_missing` where one of them is no longer stored. Cost: four decodes.
 */
export async function verifyStored(
  { result, layer }: { readonly result: EditResult; readonly layer: Digest | undefined },
  ports: InputPorts,
  signal: AbortSignal,
): Promise<Result<VerifyAnswer>> {
  const source = await load(result.certificate.source, ports, signal);
  const after = source.ok ? await load(result.result.sha256, ports, signal) : source;
  const patch = after.ok ? await load(result.patch.sha256, ports, signal) : after;
  if (!source.ok || !after.ok || !patch.ok) return patch as Result<never>;
  const { certificate } = result;
  const mask = readProof(after.value.bytes, after.value.image)?.mask;
  const evidence = { sourceBytes: source.value.bytes, source: source.value.image, result: after.value.image, certificate, mask };
  const answer = conclude(result, { ...evidence, patch: result.patch }, patch.value);
  const given = layer === undefined ? undefined : await load(layer, ports, signal);
  if (given === undefined) return ok(answer);
  return given.ok ? ok({ ...answer, layer: compareLayer(patch.value.image, given.value.image) }) : given;
}
