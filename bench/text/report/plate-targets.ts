import type { Category } from "../generate/poster-spec.ts";
import type { Score } from "../measure/score.ts";
import { ratio } from "./markdown.ts";

/** Decibels under the same ground with other grain that count as having reached it. */
const NEAR_BOUND_DB = 1.5;
const TEXTURE = { least: 0.8, most: 1.25 } as const;

type Row = readonly [string, string, (scores: readonly Score[]) => string];

const onGrounds =
  (categories: readonly Category[], isMet: (score: Score) => boolean) =>
  (scores: readonly Score[]): string =>
    ratio(scores.filter((s) => categories.includes(s.category) && s.platePsnr !== undefined).map(isMet));

const atLeast =
  (decibels: number) =>
  ({ platePsnr = 0 }: Score): boolean =>
    platePsnr >= decibels;

const reachesBound = ({ platePsnr = 0, plateBound = Infinity }: Score): boolean => platePsnr >= plateBound - NEAR_BOUND_DB;

const texturedAlike = ({ textureRatio = 0 }: Score): boolean => textureRatio >= TEXTURE.least && textureRatio <= TEXTURE.most;

/** How many posters' plates meet what is wanted of their ground. */
export const PLATE_ROWS: readonly Row[] = [
  ["plate, smooth grounds", "≥ 50 dB", onGrounds(["flat", "gradient"], atLeast(50))],
  ["plate, photo-like", "≥ 38 dB", onGrounds(["photo"], atLeast(38))],
  ["… or as near as its grain allows", "", onGrounds(["photo"], (s) => reachesBound(s) || atLeast(38)(s))],
  ["plate, stripes and panel edges", "≥ 36 dB", onGrounds(["stripes", "panel-edge"], atLeast(36))],
  ["texture, wood and noise, over the true", `${TEXTURE.least}–${TEXTURE.most}`, onGrounds(["wood", "noise"], texturedAlike)],
];
