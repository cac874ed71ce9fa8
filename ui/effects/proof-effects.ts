import { err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { ProofEffect } from "../session/proof/proof-effect.ts";
import type { Claim, LayerProof, Outcome } from "../session/proof/proof-state.ts";
import { type Carrier, type EffectEnvironment, NEVER, panelBug } from "./effect-environment.ts";

interface Seen {
  readonly layer: LayerProof;
  /** The blob of what the layer shows. */
  readonly sha256?: string;
}

/** A layer as it lies on the canvas now. Its bytes go up only where they are not the patch's: the companion has those. */
async function look({ bridge, connector }: EffectEnvironment, { jobId, patch }: Claim): Promise<Result<Seen>> {
  if (Math.max(patch.width, patch.height) > LIMITS.figmaImageSidePx) return ok({ layer: "pieces" });
  const told = await bridge.request({ type: "own", jobId, patch: patch.sha256 });
  if (!told.ok) return told;
  const layer = told.value.type === "own" ? told.value.layer : undefined;
  if (!layer) return ok({ layer: "none" });
  if (!layer.plain || !layer.bytes) return ok({ layer: "restyled" });
  const sent = await connector.client.upload(layer.bytes as Uint8Array<ArrayBuffer>, NEVER);
  return sent.ok ? ok({ layer: "compared", sha256: sent.value }) : sent;
}

async function verify(env: EffectEnvironment, claim: Claim): Promise<Outcome> {
  const seen = await look(env, claim);
  const wanted = { jobId: claim.jobId, patch: claim.patch.sha256, layer: seen.ok ? seen.value.sha256 : undefined };
  const told = seen.ok ? await env.connector.client.verify(wanted, NEVER) : err(seen.error);
  if (!seen.ok || !told.ok) return { kind: "failed", error: told.ok ? panelBug() : told.error };
  return { kind: "told", answer: told.value, layer: seen.value.layer };
}

export const proofEffects = (env: EffectEnvironment): Carrier<ProofEffect> => ({
  run({ claim }) {
    const end = (outcome: Outcome) => env.dispatch({ type: "proof.ended", claim, outcome });
    void verify(env, claim).then(end, () => end({ kind: "failed", error: panelBug() }));
  },
});
