import { boxMean } from "../../raster/box-mean.ts";
import type { Plane } from "../../raster/raster.ts";
import { search } from "./find-shadow.ts";
import { type Shadow, shadowShare } from "./shadow.ts";
import { type Explained, explainedBy, type Form, leftByOutline, type Surroundings, surroundingsOf, type Veiled } from "./veil.ts";

/** Heights the letters are looked at, rough then fine, pixels. */
const ROUGH_EM = 20;
const FINE_EM = 40;
/** Half the sides of the squares, em: the finer, the less of the ground's own light and shade goes into a veil. */
const ROUGH_SQUARE_EM = 0.35;
const FINE_SQUARE_EM = 0.2;
/** Straight behind its letters: blurs, em, and how dense. */
const BLURS_EM = [0.03, 0.06, 0.1, 0.15, 0.22];
const DENSITIES: readonly Density[] = [
  { times: 1, opacity: 0.3 },
  { times: 1, opacity: 0.6 },
  { times: 1, opacity: 0.9 },
  { times: 2, opacity: 0.9 },
  { times: 3, opacity: 0.9 },
];
/** Those first tried of each blur. */
const FIRST_DENSITIES: readonly Density[] = [DENSITIES[0], DENSITIES[2], DENSITIES[4]];
/** Blurs, rough pixels, of a copy that lies off its letters, and how far off it is looked for. */
const FIRST_BLUR = 1;
const OTHER_BLURS = [0.35, 2];
const REACH = 3;

/** Copies of the letters that lie aside: where what stands out of its own surroundings looks most like them. */
function aside(view: Surroundings, sizePx: number): readonly Form[] {
  const { seen, radius, scale, ink } = view;
  const mass = boxMean(seen, radius).data;
  const detail = (plane: Plane): Plane => {
    const mean = boxMean({ ...plane, data: plane.data.map((v, i) => v * seen.data[i]) }, radius).data;
    return { ...plane, data: plane.data.map((v, i) => (seen.data[i] > 0 ? mean[i] / Math.max(1e-4, mass[i]) - v : 0)) };
  };
  const lack = { channels: view.channels.map(detail), seen };
  const first = search(ink, lack, { blurs: [FIRST_BLUR], dx: 0, dy: 0, reach: REACH });
  if (first === undefined) return [];
  return [FIRST_BLUR, ...OTHER_BLURS].flatMap((blur) => {
    const found = blur === FIRST_BLUR ? first : search(ink, lack, { blurs: [blur], dx: first.dx, dy: first.dy, reach: 1 });
    if (found === undefined) return [];
    const at = { dx: found.dx / scale, dy: found.dy / scale, blurPx: Math.max(0.01 * sizePx, blur / scale) };
    return [0.5, 0.9].map((opacity) => ({ ...at, times: 1, opacity }));
  });
}

const best = (all: readonly Explained[]): Explained => all.reduce((a, b) => (b.left < a.left ? b : a));

const STRETCHES = [0.7, 0.85, 1.18, 1.4];
const OPACITIES = [0.3, 0.45, 0.6, 0.75, 0.9, 1];
const COPIES = [1, 2, 3];
const ROUNDS = 3;
const SIDES = [-1, 0, 1];

type Density = Pick<Form, "times" | "opacity">;
/** All densities a form is made exact by. */
const EXACT: readonly Density[] = COPIES.flatMap((times) => OPACITIES.map((opacity) => ({ times, opacity })));
const softer = (form: Form): readonly Form[] => STRETCHES.map((k) => ({ ...form, blurPx: Math.max(0.25, form.blurPx * k) }));
const moved = (form: Form, px: number): readonly Form[] =>
  SIDES.flatMap((x) => SIDES.map((y) => ({ ...form, dx: form.dx + x * px, dy: form.dy + y * px })));

/** Walks from one form to whichever beside it is likelier. `stepPx`: of its place, which stays where there is none. */
function walked(view: Surroundings, from: Explained, { densities, stepPx }: { densities: readonly Density[]; stepPx?: number }): Explained {
  const dense = (form: Form): readonly Form[] => densities.map((density) => ({ ...form, ...density }));
  let found = from;
  for (let round = 0; round < ROUNDS; round++) {
    const before = found;
    const steps = [softer, dense, ...(stepPx === undefined ? [] : [(form: Form) => moved(form, stepPx)])];
    for (const step of steps) found = best([found, ...step(found.form).map((form) => explainedBy(view, form))]);
    if (found === before) break;
  }
  return found;
}

/** The letters turned round: as much ink in about the same place, of another shape. */
const mirrored = (plane: Plane, across: boolean): Plane => {
  const { width, height, data } = plane;
  const from = (x: number, y: number): number => (across ? y * width + width - 1 - x : (height - 1 - y) * width + x);
  return { ...plane, data: data.map((_, i) => data[from(i % width, Math.floor(i / width))]) };
};

/** Letters that are none: moved along and across the line, em. */
const ALONG_EM = [-0.9, -0.6, -0.35, 0.35, 0.6, 0.9];
const ACROSS_EM = [-0.3, 0.3];
/** What a veil must explain more than one of such letters, logarithm per pixel. */
const BELIEVED = 0.014;
/** A veil is no copy moved aside unless that explains so much more than one straight behind the letters: a wide one hardly tells where it lies. */
const ASIDE = 1.2;

/** What the rough guess must explain more, that it pays to walk on from it: most of what a veil explains is in its rough form. */
const PROMISING = BELIEVED / 4;

/** The likeliest veil, if any is likelier than letters that are none. */
function likeliest(view: Surroundings, sizePx: number): Form | undefined {
  const none = explainedBy(view, { dx: 0, dy: 0, blurPx: 1, opacity: 0, times: 1 }).left;
  const tried = (forms: readonly Form[]): Explained => best(forms.map((form) => explainedBy(view, form)));
  const centred = BLURS_EM.flatMap((em) => FIRST_DENSITIES.map((density) => ({ dx: 0, dy: 0, blurPx: em * sizePx, ...density })));
  const [straight, beside] = [tried(centred), tried(aside(view, sizePx))];
  if (!isTheirOwn(view, best([straight, beside]).form, { sizePx, least: PROMISING })) return undefined;
  const behind = walked(view, straight, { densities: DENSITIES });
  // Walking costs most of the time: a copy that starts far behind does not catch up.
  if (ASIDE * (none - beside.left) < none - behind.left) return behind.form;
  const off = walked(view, beside, { densities: DENSITIES, stepPx: 0.5 / view.scale });
  return (none - off.left > ASIDE * (none - behind.left) ? off : behind).form;
}

/** Letters that are none, under a veil of that form; and no veil at all. */
const decoys = (view: Surroundings, form: Form, sizePx: number): readonly (() => Explained)[] => [
  () => explainedBy(view, { ...form, opacity: 0 }),
  ...ALONG_EM.map((em) => () => explainedBy(view, { ...form, dx: form.dx + em * sizePx })),
  ...ACROSS_EM.map((em) => () => explainedBy(view, { ...form, dy: form.dy + em * sizePx })),
  ...[true, false].map((across) => () => explainedBy({ ...view, ink: mirrored(view.ink, across) }, form)),
];

/** Whether a veil of the letters explains at least so much more than any of letters that are none, logarithm per pixel. */
function isTheirOwn(view: Surroundings, form: Form, { sizePx, least }: { readonly sizePx: number; readonly least: number }): boolean {
  const own = explainedBy(view, form).left;
  return decoys(view, form, sizePx).every((decoy) => decoy().left - own >= least);
}

/** Widths of an outline that would pass for a close glow, pixels. */
const outlines = (sizePx: number): readonly number[] => [0.015, 0.022, 0.029, 0.036, 0.044, 0.053, 0.063, 0.075].map((em) => em * sizePx);

/** Compression and resampling leave a halo so narrow, pixels, and fainter than this, right at the letters. */
const TRACE = { blurPx: 2.5, share: 0.6 } as const;

const isTrace = (form: Form): boolean => form.dx === 0 && form.dy === 0 && form.blurPx < TRACE.blurPx && shadowShare(form, 1) < TRACE.share;

/**
 * Looks for a shadow or glow on a ground that nothing foretells, such as a photograph: one of the letters' own shape takes the contrast of the ground's detail
 * and adds one colour. `undefined` where other letters, or none, or an outline, would explain what is seen as well. ~0.2 s.
 */
export function findVeil(evidence: Veiled): Shadow | undefined {
  const { sizePx } = evidence;
  const rough = surroundingsOf(evidence, ROUGH_EM, ROUGH_SQUARE_EM);
  const form = likeliest(rough, sizePx);
  if (form === undefined || !isTheirOwn(rough, form, { sizePx, least: BELIEVED })) return undefined;
  const view = surroundingsOf(evidence, FINE_EM, FINE_SQUARE_EM);
  const isBehind = form.dx === 0 && form.dy === 0;
  const found = walked(view, explainedBy(view, form), { densities: EXACT, ...(isBehind ? {} : { stepPx: 0.5 / view.scale }) });
  if (isTrace(found.form)) return undefined;
  if (leftByOutline(view, outlines(sizePx)) < found.left) return undefined;
  const { times, ...rest } = found.form;
  return { ...rest, colour: found.colour, ...(times > 1 ? { times } : {}) };
}
