import { editTexts, type TextEditOutput } from "../../../imaging/instant/edit-texts.ts";
import { linesOf } from "../../../imaging/instant/lines-of.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import { findText } from "../../../imaging/text/find/find-text.ts";
import { readKnown } from "../../../imaging/text/find/read-known.ts";
import { lineFrame } from "../../../imaging/text/frame.ts";
import { extractMatte } from "../../../imaging/text/matte/matte.ts";
import { cutRegion } from "../../../imaging/text/region.ts";
import type { TextLine } from "../../../imaging/text/types.ts";
import type { Result, Stage } from "../../../protocol/errors.ts";
import { boundsOf, intersect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { TextStyle } from "../../../protocol/text-style.ts";
import type { ClockedPorts } from "../../inference-clock.ts";
import { alignmentShows } from "../generate/admissible-places.ts";
import type { Category, Pixels, Poster, Truth } from "../generate/poster-spec.ts";
import { changedOutside, plateLikeness } from "./compare-pixels.ts";
import { contrastOf } from "./contrast.ts";
import { fillError } from "./fill-error.ts";
import { portsFor } from "./hold-out.ts";
import { type NearestTruth, nearestTruth } from "./nearest-truth.ts";
import { plain, readWithin } from "./reading.ts";
import type { Score } from "./score.ts";
import { wantedPlace } from "./wanted-place.ts";

export interface Scored {
  readonly score: Score;
  readonly result: Pixels | undefined;
  readonly erased: Pixels | undefined;
  /** The right answer nearest to the result. */
  readonly truth: Truth;
}

interface Edited {
  readonly outcome: Result<TextEditOutput> | { readonly threw: string };
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** Where the same words stand twice, which of them is meant has to be said: as a person would, by pointing. */
function pointedAt({ original, spec, quad }: Poster): Pick<Operation, "at"> {
  if (spec.lines.filter(({ text }) => text === original).length < 2) return {};
  const { x, y, width, height } = boundsOf<"image">(quad);
  return { at: { x: x + width / 2, y: y + height / 2 } };
}

/** `inference`: milliseconds in the networks since asked last. */
async function edited(poster: Poster, ports: ImagingPorts, inference: () => number): Promise<Edited> {
  inference();
  let onnx: number | undefined;
  // The picture has been read once another stage begins.
  const onStage = (stage: Stage): void => {
    if (stage !== "find") onnx ??= inference();
  };
  const start = performance.now();
  const cpu = process.cpuUsage();
  const operation = { kind: "text.replace" as const, text: { from: poster.original, to: poster.spec.wanted }, ...pointedAt(poster) };
  const clock = () => {
    const used = process.cpuUsage(cpu);
    return { total: performance.now() - start, cpu: (used.user + used.system) / 1000, onnx: onnx ?? inference() };
  };
  try {
    const request = { source: poster.source, operations: [operation], seed: 1 };
    const outcome = await editTexts(ports, request, { signal: new AbortController().signal, onStage });
    const times = clock();
    return { outcome, timingsMs: { ...(outcome.ok ? outcome.value.timingsMs : {}), ...times } };
  } catch (error) {
    const at = error instanceof Error ? `${error.message} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : String(error);
    return { outcome: { threw: at }, timingsMs: clock() };
  }
}

/** The found line that lies where the string was drawn. */
function lineAt(poster: Poster, lines: readonly TextLine[]): TextLine | undefined {
  const truth = boundsOf<"image">(poster.quad);
  const overlap = (line: TextLine): number => {
    const box = boundsOf<"image">(line.quad);
    const both = intersect(box, truth);
    const common = both.width * both.height;
    return common / (box.width * box.height + truth.width * truth.height - common);
  };
  const [best] = [...lines].sort((a, b) => overlap(b) - overlap(a));
  return best && overlap(best) > 0.3 ? best : undefined;
}

function matteIou(poster: Poster, line: TextLine, lines: readonly TextLine[]): number {
  const region = cutRegion(poster.source, line, { others: lines });
  const { fill } = extractMatte(region, lineFrame(line.box, region.rect), line.chars);
  let [both, either] = [0, 0];
  for (let i = 0; i < fill.data.length; i++) {
    if (region.foreign.data[i] !== 0) continue;
    const x = region.rect.x + (i % region.rect.width);
    const y = region.rect.y + Math.floor(i / region.rect.width);
    const [a, b] = [fill.data[i] > 0.5, poster.oldFill.data[y * poster.oldFill.width + x] > 127];
    if (a && b) both++;
    if (a || b) either++;
  }
  return both / Math.max(1, either);
}

function styleScore(style: TextStyle, { spec }: Poster): Partial<Score> {
  const subject = spec.lines[spec.subject];
  const inLibrary = subject.font.equals.length > 0 && spec.heldOut.length === 0;
  const familyRight = subject.font.equals.includes(style.family);
  const straight = spec.category !== "perspective";
  const turn = ((style.angle - spec.angle) * 180) / Math.PI;
  return {
    gotFont: `${style.family} ${Math.round(style.weight)}${style.italic ? " italic" : ""}`,
    opacityError: Math.abs(style.opacity - (subject.opacity ?? 1)) * 100,
    fillError: fillError(style.fill, subject, { wanted: spec.wanted, scale: spec.finish.scale }),
    ...(inLibrary ? { familyRight, weightRight: familyRight && Math.abs(style.weight - subject.font.weight) <= 100 } : {}),
    ...(inLibrary && familyRight && straight ? { sizeError: Math.abs(style.sizePx / (subject.sizePx * spec.finish.scale) - 1) * 100 } : {}),
    ...(straight && !subject.vertical ? { angleError: Math.abs(turn) } : {}),
  };
}

/** Read afresh over the whole result and, where that fails, at its place on the poster; the truth in both ways only where both fail. */
async function readScore(poster: Poster, at: { image: Pixels; truth: Truth }, { ocr }: ImagingPorts) {
  const { around, pixels, why } = at.truth;
  const wanted = plain(poster.spec.wanted);
  const place = wantedPlace(poster.spec, why);
  const readThere = async (picture: Pixels): Promise<string> => (place ? plain(await readKnown(picture, place, { ocr })) : "");
  const lines = await findText(at.image, ocr);
  const readsAfresh = lines.some((l) => plain(l.string) === wanted);
  const there = readsAfresh ? wanted : await readThere(at.image);
  const readsWanted = there === wanted;
  const truthAfresh = async () => readWithin(lines, around) === readWithin(await findText(pixels, ocr), around);
  const readsAsTruth = readsWanted || (await truthAfresh()) || (there !== "" && there === (await readThere(pixels)));
  return { readsWanted, readsAfresh, readsAsTruth };
}

async function resultScore(
  poster: Poster,
  { output, truth, figures }: { output: TextEditOutput; truth: Truth; figures: NearestTruth },
  ports: ImagingPorts | undefined,
): Promise<Partial<Score>> {
  const [text] = output.texts;
  const [evidence] = output.evidence;
  return {
    ...styleScore(text.style, poster),
    ...figures,
    ...(ports ? await readScore(poster, { image: output.image, truth }, ports) : {}),
    ...(evidence ? { evidence } : {}),
    ...(text.style.align ? { gotAlign: text.style.align } : {}),
    readBack: text.readBack,
    outsideChanged: changedOutside(poster.source, output.image, output.mask),
    reconstruction: text.reconstruction,
    confidence: output.confidence,
    reasons: output.reasons,
    warnings: output.warnings,
  };
}

/** Where the plate is what is asked about; erasing fits the type again, so the others are spared it. */
const PLATE_MATTERS: readonly Category[] = [
  "flat",
  "gradient",
  "photo",
  "stripes",
  "wood",
  "noise",
  "panel-edge",
  "outline",
  "shadow",
  "glow",
  "compressed",
  "opacity",
];

/** The same string taken away instead of replaced: shows the plate by itself. */
async function erasedWith(poster: Poster, ports: ImagingPorts): Promise<Pixels | undefined> {
  const request = { source: poster.source, operations: [{ kind: "text.remove" as const, text: { from: poster.original } }], seed: 1 };
  const outcome = await editTexts(ports, request, { signal: new AbortController().signal });
  return outcome.ok ? outcome.value.image : undefined;
}

function plateScore(erased: Pixels, { clean, regrained, oldInk }: Poster): Partial<Score> {
  const bound = regrained && plateLikeness(regrained, clean, oldInk);
  return { ...plateLikeness(erased, clean, oldInk), ...(bound ? { plateBound: bound.platePsnr } : {}) };
}

/** Replaces the string, then measures every stage of it. `shared`: ports whose models stay loaded from poster to poster. */
export async function scorePoster(
  poster: Poster,
  shared: ClockedPorts<ImagingPorts>,
  { editsOnly = false }: { readonly editsOnly?: boolean } = {},
): Promise<Scored> {
  const { spec } = poster;
  const ports = portsFor(shared.ports, spec.heldOut);
  const { outcome, timingsMs } = await edited(poster, ports, shared.take);
  const lines = editsOnly ? [] : await linesOf(poster.source, ports, new AbortController().signal);
  const line = lineAt(poster, lines);
  const subject = spec.lines[spec.subject];
  const failure = "threw" in outcome ? `threw: ${outcome.threw}` : outcome.ok ? undefined : outcome.error.code;
  const output = "threw" in outcome || !outcome.ok ? undefined : outcome.value;
  const nearest = output && nearestTruth(output.image, poster);
  const erased = output && !editsOnly && PLATE_MATTERS.includes(spec.category) ? await erasedWith(poster, ports) : undefined;
  const score: Score = {
    seed: spec.seed,
    category: spec.category,
    renderer: spec.renderer,
    format: `${spec.finish.format}${spec.finish.scale === 1 ? "" : " resampled"}`,
    original: poster.original,
    wanted: spec.wanted,
    font: `${subject.font.name}${subject.font.italic ? " italic" : ""}`,
    weight: subject.font.weight,
    sizePx: subject.sizePx * spec.finish.scale,
    inLibrary: subject.font.equals.length > 0 && spec.heldOut.length === 0,
    contrast: contrastOf(poster),
    found: line !== undefined,
    ocrExact: line !== undefined && plain(line.string) === plain(poster.original),
    ocr: line?.string ?? "",
    readsWanted: false,
    readsAsTruth: false,
    anchor: subject.anchor,
    anchorShows: alignmentShows(spec),
    outsideChanged: 0,
    reasons: [],
    warnings: [],
    timingsMs,
    ...(line && !editsOnly ? { matteIou: matteIou(poster, line, lines) } : {}),
    ...(failure === undefined ? {} : { failure }),
    ...(nearest ? await resultScore(poster, { output, ...nearest }, editsOnly ? undefined : ports) : {}),
    ...(erased ? plateScore(erased, poster) : {}),
  };
  return { score, result: output?.image, erased, truth: nearest?.truth ?? poster.truths[0] };
}
