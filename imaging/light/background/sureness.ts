import { boxMean } from "../../raster/box-mean.ts";
import { labelComponents } from "../../raster/components.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import type { LabImage } from "./border-surface.ts";
import { holdsHardShadow, isGap } from "./doubtful-parts.ts";
import { frameRuns } from "./frame-runs.ts";
import type { GrownGround } from "./grown-ground.ts";
import { mirroredBelow } from "./mirrored-below.ts";
import { groundShinesThrough } from "./shines-through.ts";
import { softShare } from "./soft-edge.ts";

export interface SeparationFindings {
  readonly grown: GrownGround;
  readonly likely: Plane;
  /** Share of the picture inside the subject that looks like ground and was kept. */
  readonly closed: number;
  /** Distance to the cut, positive inside the subject. */
  readonly edge: Plane;
  readonly ground: FloatImage;
  readonly subject: FloatImage;
  readonly lab: LabImage;
}

/** From this share of the picture on, ground-coloured parts kept inside the subject are worth a look. */
const KEPT_HOLES = 0.0008;

/** 0 at `from` (or worse), 1 at `to` (or better), straight between. */
const ramp = (value: number, from: number, to: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Share of the cut's length at which both sides look alike: there the cut is a guess. */
function alikeShare({ edge, ground, subject }: SeparationFindings): number {
  let [alike, n] = [0, 0];
  for (let i = 0; i < edge.data.length; i++) {
    if (Math.abs(edge.data[i]) > 1) continue;
    n++;
    let step = 0;
    for (let c = i * 3; c < i * 3 + 3; c++) step += (ground.data[c] - subject.data[c]) ** 2;
    if (Math.sqrt(step) < 24) alike++;
  }
  return n === 0 ? 1 : alike / n;
}

/** Pixels that are neither, away from the cut, over the cut's length: hair, glass and fur make many. */
function undecided({ edge, likely }: SeparationFindings): number {
  let [open, length] = [0, 0];
  for (let i = 0; i < edge.data.length; i++) {
    if (Math.abs(edge.data[i]) <= 1) length++;
    else if (Math.abs(edge.data[i]) > 2.5 && likely.data[i] > 0.2 && likely.data[i] < 0.85) open++;
  }
  return length === 0 ? 1 : open / length;
}

/** Pixels of a mask with an unset neighbour to the right or below, or the other way round: the length of its edge. */
function edgeLength({ width, height, data }: Plane): number {
  let length = 0;
  for (let i = 0; i + width < width * height; i++) {
    const inside = data[i] > 0.5;
    if (inside !== data[i + 1] > 0.5 || inside !== data[i + width] > 0.5) length++;
  }
  return length;
}

/**
 * How much longer the edge of the largest part is than its shape when strands are smoothed away: about 1 for things, more for hair,
 * fur and foliage.
 */
function raggedness({ edge }: SeparationFindings): number {
  const { width, height } = edge;
  const subject: Mask = { width, height, data: Uint8Array.from(edge.data, (d) => (d > 0 ? 255 : 0)) };
  const { labels, components } = labelComponents(subject);
  const largest = components.reduce((best, c) => (c.area > best.area ? c : best), components[0]);
  const body: Plane = { width, height, data: Float32Array.from(labels, (l) => (l === largest?.label ? 1 : 0)) };
  return edgeLength(body) / Math.max(1, edgeLength(boxMean(boxMean(body, 4), 4)));
}

/** Colour scatter of what was taken for ground: a room or a landscape is not plain even where its rim is. */
function groundScatter({ edge, lab, grown }: SeparationFindings): number {
  const expected = new Float32Array(3);
  const groundAt = stretchedSampler(grown.field, lab);
  let [off, n] = [0, 0];
  for (let i = 0; i < edge.data.length; i += 3) {
    if (edge.data[i] > -4) continue;
    groundAt(i % lab.width, Math.floor(i / lab.width), expected);
    n++;
    if (Math.hypot(lab.data[i * 3 + 1] - expected[1], lab.data[i * 3 + 2] - expected[2]) > 4) off++;
  }
  return n === 0 ? 1 : off / n;
}

/** Share of the subject's outline that is the picture's own edge: a thing cut by the frame has some, a ground taken for the subject much. */
function framed({ edge: { width, height, data } }: SeparationFindings): number {
  let [along, cut] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (data[i] > 0 && (x === 0 || y === 0 || x === width - 1 || y === height - 1)) along++;
    else if (data[i] > 0 && data[i] <= 1) cut++;
  }
  return along / Math.max(1, along + cut);
}

/**
 * Cut by the frame in this many places on at least three sides, what was found may be stone's veins or things lying all over the ground. A
 * person before a banner is cut in four.
 */
const [CUT_PLACES, CUT_SIDES] = [6, 3];

function cutAllRound({ edge }: SeparationFindings): boolean {
  const { runs, sides } = frameRuns(edge);
  return runs >= CUT_PLACES && sides >= CUT_SIDES;
}

/** The subject's share of the picture. */
const share = ({ edge }: SeparationFindings): number => edge.data.reduce((n, d) => n + (d > 0 ? 1 : 0), 0) / edge.data.length;

/** How sure a separation is, and what a person should look at. The product of what every finding leaves of certainty. */
export function sureness(findings: SeparationFindings): { readonly confidence: number; readonly reasons: readonly string[] } {
  const { rim, sigma } = findings.grown;
  const verdicts = [
    {
      left: ramp(rim.share, 0.3, 0.72),
      says: "Much of the picture's edge is not background; parts of it may have been taken for the subject.",
    },
    { left: ramp(sigma, 4, 1.6), says: "The background is uneven; look for remains of it." },
    {
      left: ramp(alikeShare(findings), 0.55, 0.12),
      says: "Subject and background have like colours along part of the edge; look at the cut there.",
    },
    { left: ramp(undecided(findings), 1.2, 0.25), says: "Hair, fur, glass or soft edges may be cut too hard; look at the edge." },
    {
      left: ramp(raggedness(findings), 2, 1.25),
      says: "The subject's edge is ragged, as hair and fur are; such edges are cut harder than they are.",
    },
    {
      left: findings.closed > KEPT_HOLES ? 0.59 : 1,
      says: "Parts inside the subject have the background's colour and were kept as they are; look at them.",
    },
    {
      left: ramp(framed(findings), 0.5, 0.25),
      says: "What was taken for the subject lies along the picture's edge; it may be the background.",
    },
    {
      left: cutAllRound(findings) ? 0.59 : 1,
      says: "What was taken for the subject is cut by the picture's edge in many places; it may be the background.",
    },
    {
      left: isGap(findings.edge) ? 0.4 : 1,
      says: "What was taken for the subject is shaped like a gap between things; it may be the background.",
    },
    {
      left: holdsHardShadow(findings) ? 0.59 : 1,
      says: "Part of the subject has the background's colour in less light; it may be a hard shadow, look at it.",
    },
    {
      left: mirroredBelow(findings) ? 0.4 : 1,
      says: "The subject's lower part looks like its reflection in the floor and was kept with it; look at it.",
    },
    {
      left: groundShinesThrough(findings) ? 0.4 : 1,
      says: "The background seems to shine through the subject, as through thin cloth; it was cut out as if it were solid.",
    },
    {
      left: ramp(softShare(findings.edge, findings.lab), 0.13, 0.04),
      says: "Part of the edge is soft, as shadows, blur and movement are; look at the cut there.",
    },
    {
      left: ramp(share(findings), 0.004, 0.02),
      says: "Very little stands out from the background; the subject may be of its colour.",
    },
    { left: ramp(groundScatter(findings), 0.25, 0.05), says: "The background has several colours; look for remains of it." },
  ];
  const confidence = verdicts.reduce((product, { left }) => product * Math.max(0.1, left), 1);
  return { confidence: Math.round(confidence * 1000) / 1000, reasons: verdicts.filter((v) => v.left < 0.6).map((v) => v.says) };
}
