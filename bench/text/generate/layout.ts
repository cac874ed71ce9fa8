import { chooseFont, spelledFor } from "./choose-font.ts";
import { subjectLook } from "./choose-look.ts";
import type { FontShelf } from "./fonts.ts";
import { lineLength } from "./measure-line.ts";
import { inkOn } from "./palette.ts";
import type { Category, Colour, FontChoice, RendererName, TextSpec } from "./poster-spec.ts";
import type { Random } from "./random.ts";
import { pricePair, type Script, someLine, wordPair } from "./words.ts";

export interface LayoutRequest {
  readonly random: Random;
  readonly shelf: FontShelf;
  readonly category: Category;
  readonly renderer: RendererName;
  readonly width: number;
  readonly height: number;
  readonly grounds: readonly Colour[];
  /** Finished pixels per drawn pixel. */
  readonly scale: number;
}

export interface Layout {
  readonly lines: readonly TextSpec[];
  readonly subject: number;
  readonly wanted: string;
}

/** Share of the picture's width a line may take; less where the layout is turned or bent. */
const widestShare = (category: Category): number => (["rotation", "shear", "perspective"].includes(category) ? 0.62 : 0.84);

function scriptOf(random: Random, category: Category, shelf: FontShelf, renderer: RendererName): Script {
  if (category === "vertical") return "han";
  const hasHan = (renderer === "cairo" ? shelf.cairo : shelf.library).some((f) => f.han);
  if (!hasHan) return "latin";
  return random.chance(0.45) ? "han" : random.chance(0.85) ? "latin" : "mixed";
}

function sizeFor(random: Random, { category, scale }: LayoutRequest): number {
  const [low, high] = category === "small" ? [14, 22] : category === "large" ? [100, 160] : category === "paragraph" ? [18, 48] : [26, 110];
  return Math.exp(random.between(Math.log(low), Math.log(high))) / scale;
}

function trackingFor(random: Random, category: Category): number {
  if (category === "tracking") return random.between(0.06, 0.35);
  return random.chance(0.75) ? 0 : random.between(-0.02, 0.06);
}

/** Largest size up to the wished one at which both strings keep to the width. */
function fitted(line: TextSpec, texts: readonly string[], widest: number): TextSpec {
  const longest = Math.max(...texts.map((text) => lineLength({ ...line, text })));
  const k = Math.min(1, widest / longest);
  return { ...line, sizePx: line.sizePx * k, trackingPx: line.trackingPx * k };
}

interface Words {
  readonly script: Script;
  readonly from: string;
  readonly to: string;
  readonly font: FontChoice;
}

function chooseWords(request: LayoutRequest): Words {
  const { random, category, shelf, renderer } = request;
  const script = scriptOf(random, category, shelf, renderer);
  const [from, to] =
    category === "price" ? pricePair(random) : wordPair(random, script, category === "large" ? 12 : category === "vertical" ? 8 : 99);
  const font = chooseFont(random, shelf, { texts: [from, to], renderer, category });
  return { script, from: spelledFor(font, from), to: spelledFor(font, to), font };
}

function subjectLine(request: LayoutRequest, words: Words): TextSpec {
  const { random, category, grounds, width } = request;
  const sizePx = sizeFor(random, request);
  const bare: TextSpec = {
    text: words.from,
    font: words.font,
    sizePx,
    trackingPx: trackingFor(random, category) * sizePx,
    anchor: "center",
    x: 0,
    y: 0,
    vertical: category === "vertical",
    fill: { kind: "solid", colour: [0, 0, 0] },
  };
  const line = bare.vertical ? bare : fitted(bare, [words.from, words.to], widestShare(category) * width);
  return {
    ...line,
    ...subjectLook(random, { category, grounds, sizePx: line.sizePx, count: Math.max([...words.from].length, [...words.to].length) }),
  };
}

function neighbour(request: LayoutRequest, subject: TextSpec, at: { script: Script; taken: readonly string[] }): TextSpec {
  const { random, category, shelf, renderer, grounds, width, scale } = request;
  const alike = category === "paragraph" || subject.vertical;
  const least = category === "paragraph" ? Math.floor([...subject.text].length * 0.8) : 0;
  const text = someLine(random, at.script, { least, taken: at.taken });
  const kin = alike || random.chance(0.4);
  const usable = kin && subject.font.files(spelledFor(subject.font, text)).length > 0;
  const font = usable ? subject.font : chooseFont(random, shelf, { texts: [text], renderer, category: "flat" });
  const ratio = alike ? 1 : random.chance(0.7) ? random.between(0.35, 0.8) : random.between(1.15, 1.7);
  const sizePx = Math.min(150, Math.max(14 / scale, subject.sizePx * ratio));
  const line: TextSpec = {
    ...subject,
    text: spelledFor(font, text),
    font,
    sizePx,
    trackingPx: alike ? subject.trackingPx : 0,
    fill: alike && subject.fill.kind === "solid" ? subject.fill : { kind: "solid", colour: inkOn(random, grounds) },
  };
  const { outline: _outline, shadow: _shadow, opacity: _opacity, ...plain } = line;
  return line.vertical ? plain : fitted(plain, [plain.text], widestShare(category) * width);
}

function anchorFor(random: Random, category: Category): TextSpec["anchor"] {
  if (category === "side-aligned") return random.chance(0.6) ? "left" : "right";
  return random.chance(0.6) ? "center" : random.chance(0.75) ? "left" : "right";
}

/** Lines below each other on one edge or axis. */
function stacked(request: LayoutRequest, lines: readonly TextSpec[]): readonly TextSpec[] {
  const { random, category, width, height } = request;
  const anchor = anchorFor(random, category);
  const margin = ((1 - widestShare(category)) / 2) * width;
  const x = anchor === "center" ? width / 2 : anchor === "left" ? margin : width - margin;
  const lead = category === "paragraph" ? random.between(1.3, 1.7) : 0;
  const gap = random.between(0.5, 1);
  let y = 0;
  const set = lines.map((line, i) => {
    y += i === 0 ? line.sizePx : lead > 0 ? lead * line.sizePx : line.sizePx + gap * Math.min(line.sizePx, lines[i - 1].sizePx);
    return { ...line, anchor, x, y };
  });
  const free = height - y - 0.4 * lines[lines.length - 1].sizePx;
  const top = ["rotation", "shear", "perspective"].includes(category) ? free / 2 : free * random.between(0.15, 0.85);
  return set.map((line) => ({ ...line, y: line.y + top }));
}

/** Columns from right to left, tops on one height. */
function columns(request: LayoutRequest, lines: readonly TextSpec[], wanted: string): readonly TextSpec[] {
  const { random, width, height } = request;
  const longest = Math.max(...[...lines.map((l) => l.text), wanted].map((t) => [...t].length));
  const step = random.between(1.5, 2.1);
  const sizePx = Math.min(lines[0].sizePx, (0.72 * height) / (longest * 1.15), (0.8 * width) / (lines.length * step));
  const k = sizePx / lines[0].sizePx;
  const right = width * random.between(0.6, 0.85);
  const top = height * random.between(0.08, 0.2);
  return lines.map((line, i) => ({ ...line, sizePx, trackingPx: line.trackingPx * k, x: right - i * step * sizePx, y: top }));
}

/** Chooses words, fonts, sizes and places; the string to replace stands among lines that show its alignment. */
export function layOut(request: LayoutRequest): Layout {
  const { random, category, height } = request;
  const words = chooseWords(request);
  const subject = subjectLine(request, words);
  const count = category === "paragraph" ? Math.floor(random.between(2, 5)) : Math.floor(random.between(1, 4));
  const taken = [words.from, words.to];
  const others: TextSpec[] = [];
  for (let i = 0; i < count; i++) {
    const line = neighbour(request, subject, { script: words.script, taken });
    taken.push(line.text);
    const used = [subject, ...others, line].reduce((sum, l) => sum + 2 * l.sizePx, 0);
    if (subject.vertical || used < 0.85 * height) others.push(line);
  }
  const place = Math.floor(random.between(0, others.length + 1));
  const lines = [...others.slice(0, place), subject, ...others.slice(place)];
  return { lines: subject.vertical ? columns(request, lines, words.to) : stacked(request, lines), subject: place, wanted: words.to };
}
