import { boxMean } from "../../raster/box-mean.ts";
import { labelComponents } from "../../raster/components.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Plane } from "../../raster/raster.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import type { LabImage } from "./border-surface.ts";
import type { GrownGround } from "./grown-ground.ts";

/** Lightness of a hard shadow beside its ground, in Oklab; deeper than this is rather a black thing. */
const SHADE = { least: 0.42, most: 0.93 };
/** How far off the darkened ground's hue a shadow may be, OKLab ×100. */
const HUE = 1.6;
/** A shadow is equally deep all over: scatter of its lightness beside the ground's. Things are shaded. */
const EVEN = 0.035;
/** Part of the subject a shadow takes: less does not matter, more leaves nothing that casts it. */
const SHARE = { least: 0.06, most: 0.8 };

/** What is looked at to doubt a cut. */
export interface Cut {
  /** Distance to the cut, positive inside, small. */
  readonly edge: Plane;
  /** The picture as Oklab × 100, small. */
  readonly lab: LabImage;
  readonly grown: GrownGround;
}

/** Where the subject has the ground's own colour in less light: L, a and b of a pixel are then one factor times the ground's. 0 elsewhere. */
function shadeOf({ edge, lab, grown }: Cut): Float32Array {
  const shade = new Float32Array(edge.data.length);
  const ground = new Float32Array(3);
  const groundAt = stretchedSampler(grown.field, lab);
  for (let i = 0; i < shade.length; i++) {
    if (edge.data[i] <= 2) continue;
    groundAt(i % lab.width, Math.floor(i / lab.width), ground);
    const factor = lab.data[i * 3] / Math.max(1, ground[0]);
    const off = Math.hypot(lab.data[i * 3 + 1] - factor * ground[1], lab.data[i * 3 + 2] - factor * ground[2]);
    if (factor > SHADE.least && factor < SHADE.most && off < HUE) shade[i] = factor;
  }
  return shade;
}

/** Whether a part of the subject is the ground itself in an even, hard-edged shadow. */
export function holdsHardShadow(cut: Cut): boolean {
  const shade = shadeOf(cut);
  const { labels, components } = labelComponents(maskWhere(cut.edge, (i) => shade[i] > 0));
  const inside = cut.edge.data.reduce((n, d) => n + (d > 2 ? 1 : 0), 0);
  const [sum, squares] = [new Float64Array(components.length + 1), new Float64Array(components.length + 1)];
  for (let i = 0; i < shade.length; i++) {
    sum[labels[i]] += shade[i];
    squares[labels[i]] += shade[i] ** 2;
  }
  return components.some(({ label, area }) => {
    const scatter = Math.sqrt(Math.max(0, squares[label] / area - (sum[label] / area) ** 2));
    return area > SHARE.least * inside && area < SHARE.most * inside && scatter < EVEN;
  });
}

/** Radius, share of the shorter side, over which an outline's bend is judged. */
const BEND = 0.1;
/** Share of subject around a point of its outline above which the outline bends inwards there, and below which it bends outwards. */
const [INWARDS, OUTWARDS] = [0.515, 0.485];
/** An outline of inward bends alone is that of what lies between things. */
const BETWEEN = { inwards: 0.5, ratio: 2.5 };

/** Whether what was taken for the subject is shaped like the gap between things: its outline bends inwards nearly all along. */
export function isGap({ width, height, data }: Plane): boolean {
  const subject: Plane = { width, height, data: Float32Array.from(data, (d) => (d > 0 ? 1 : 0)) };
  const radius = Math.max(4, Math.round(BEND * Math.min(width, height)));
  const around = boxMean(subject, radius).data;
  let [inwards, outwards, all] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (Math.abs(data[i]) > 0.6 || Math.min(x, y, width - 1 - x, height - 1 - y) <= radius) continue;
    all++;
    if (around[i] > INWARDS) inwards++;
    else if (around[i] < OUTWARDS) outwards++;
  }
  return inwards > BETWEEN.inwards * all && inwards > BETWEEN.ratio * outwards;
}
