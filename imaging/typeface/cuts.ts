import type { FontFace } from "../ports.ts";

/** One cut of a family: upright or italic, of one weight (any weight for variable families). */
export interface FontCut {
  readonly weight: number;
  readonly italic: boolean;
}

/** How a run is named to the rasteriser: the alias its files are registered under, and the CSS weight to ask for. */
export interface Typesetting {
  readonly family: string;
  readonly weight: number;
}

/** The cut that exists nearest to the wanted one; of two equally near weights the lighter. */
export function nearestCut(face: FontFace, { weight, italic }: FontCut): FontCut {
  const [lightest = 400] = face.weights;
  const heaviest = face.weights.at(-1) ?? lightest;
  const nearest = face.variable
    ? Math.min(heaviest, Math.max(lightest, weight))
    : face.weights.reduce((best, w) => (Math.abs(w - weight) < Math.abs(best - weight) ? w : best), lightest);
  return { weight: nearest, italic: italic && face.italic };
}

/**
 * The name a cut is registered under. One alias per static weight and per slope: files of several weights under one alias would be
 * matched by declared weight, which few declare right. A static file is asked for as regular: asked for a weight it does not declare,
 * Skia would embolden it.
 */
export const typesettingOf = (face: FontFace, { weight, italic }: FontCut): Typesetting => ({
  family: `emend ${face.id} ${face.variable ? "variable" : weight}${italic ? " italic" : ""}`,
  weight: face.variable ? weight : 400,
});
