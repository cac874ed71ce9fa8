import { project, rectToQuad } from "../../../imaging/raster/homography.ts";
import type { KnownLine } from "../../../imaging/text/find/read-known.ts";
import { apply } from "../../../protocol/geometry.ts";
import { admissiblePlaces } from "../generate/admissible-places.ts";
import { lineLength, startOf } from "../generate/measure-line.ts";
import type { PosterSpec, Truth } from "../generate/poster-spec.ts";

/** Where the poster itself has the wanted string in that truth, for reading there; `undefined` in columns. */
export function wantedPlace(spec: PosterSpec, why: Truth["why"]): KnownLine | undefined {
  const line = admissiblePlaces(spec).find((place) => place.why === why)?.line;
  if (!line || line.vertical) return undefined;
  const { transform, warp, finish } = spec;
  const bend = warp && rectToQuad(spec, warp);
  const from = startOf(line);
  return {
    from,
    to: from + lineLength(line),
    size: line.sizePx,
    seenAt: (u, v) => {
      const flat = apply<"image">(transform, { x: u, y: line.y + v });
      const { x, y } = bend ? project(bend, flat.x, flat.y) : flat;
      return { x: x * finish.scale, y: y * finish.scale };
    },
  };
}
