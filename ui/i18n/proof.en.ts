import type { LayerProof } from "../session/proof/proof-state.ts";
import { count } from "./count.ts";

/** The certificate, computed anew. */
export const proofEn = {
  verify: "Verify",
  busy: "Computing…",
  verified: (pixels: number) => `Verified: 0 of ${count(pixels, "pixel")} outside the mask differ from the original; every digest agrees.`,
  broken: (what: string) => `Not verified: ${what}.`,
  checks: {
    source: "the source is another file",
    sourcePixels: "the source’s pixels differ",
    mask: "the mask is not the one certified",
    patch: "the patch is not the one certified",
    resultPixels: "the result’s pixels differ",
    outside: "pixels outside the mask changed",
  },
  layer: (changed: number, pixels: number): string =>
    changed === 0
      ? "The layer on the canvas shows exactly these pixels."
      : `This layer was changed after Emend placed it: ${changed.toLocaleString("en")} of ${count(pixels, "pixel")} differ.`,
  layers: {
    restyled: "This layer was changed after Emend placed it: fill, size or effects.",
    none: "No layer of it lies on this page.",
    pieces: "The layer is in pieces, which are not compared.",
  } satisfies Record<Exclude<LayerProof, "compared">, string>,
};

export type ProofWords = typeof proofEn;
