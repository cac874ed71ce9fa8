import { type Affine, compose, type Quad, translation } from "../../../protocol/geometry.ts";
import type { FontShelf } from "./fonts.ts";
import { layOut } from "./layout.ts";
import { groundColours } from "./palette.ts";
import {
  type Category,
  CYCLE,
  type FinishSpec,
  type GroundKind,
  type PosterSpec,
  type RendererName,
  type TextSpec,
} from "./poster-spec.ts";
import { createRandom, type Random } from "./random.ts";
import { wearOf } from "./wear.ts";

const PAGES = [
  [1024, 1024],
  [1080, 1350],
  [1200, 900],
  [900, 1200],
  [1280, 720],
  [1000, 1000],
] as const;
const GROUNDS: readonly Category[] = ["flat", "gradient", "photo", "stripes", "wood", "noise", "panel-edge"];

/** From here to the end of their million, seeds make translucent letters. */
export const OPACITY_SEEDS = 500_000;

export const categoryOf = (seed: number): Category => (seed % 1_000_000 >= OPACITY_SEEDS ? "opacity" : CYCLE[seed % CYCLE.length]);

function finishFor(random: Random, category: Category): FinishSpec {
  const hard = category === "compressed";
  const scale = hard || random.chance(0.2) ? random.between(0.6, 1.2) : 1;
  const roll = random.between(0, 1);
  const format = hard ? (roll < 0.7 ? "jpeg" : "webp") : roll < 0.62 ? "png" : roll < 0.88 ? "jpeg" : "webp";
  return { scale, format, quality: Math.round(hard ? random.between(60, 85) : random.between(78, 96)) };
}

function groundFor(random: Random, category: Category): GroundKind {
  if (category === "opacity") return random.pick(["photo", "stripes", "gradient"] as const);
  return GROUNDS.includes(category) ? (category as GroundKind) : random.pick(["flat", "flat", "gradient", "gradient", "photo"] as const);
}

const rendererFor = (random: Random, available: readonly RendererName[]): RendererName => {
  const wish: RendererName = random.pick(["skia", "skia", "chromium", "chromium", "cairo"]);
  return available.includes(wish) ? wish : "skia";
};

function turned(random: Random, category: Category, at: { x: number; y: number }): { transform: Affine; angle: number } {
  const away = random.chance(0.5) ? -1 : 1;
  const about = (m: Affine): Affine => compose(translation(at.x, at.y), compose(m, translation(-at.x, -at.y)));
  if (category === "rotation") {
    const angle = (away * random.between(2, 18) * Math.PI) / 180;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return {
      angle,
      transform: about([
        [c, -s, 0],
        [s, c, 0],
      ]),
    };
  }
  const lean = category === "shear" ? -Math.tan((away * random.between(5, 16) * Math.PI) / 180) : 0;
  return {
    angle: 0,
    transform: about([
      [1, lean, 0],
      [0, 1, 0],
    ]),
  };
}

/** Half of the sheared posters lean as a block, half line by line, as oblique type does: there the edge that lines share stays upright. */
function leaning(
  random: Random,
  category: Category,
  at: { lines: readonly TextSpec[]; transform: Affine; cy: number },
): readonly TextSpec[] {
  if (category !== "shear" || random.chance(0.5)) return at.lines;
  const lean = at.transform[0][1];
  return at.lines.map((line) => ({ ...line, x: line.x - lean * (line.y - at.cy) }));
}

/** The picture's corners pulled in unequally, as on a wall seen from the side. */
function bent(random: Random, { width, height }: { width: number; height: number }): Quad<"image"> {
  const pull = () => random.between(0, 0.13);
  const corner = (x: number, y: number) => ({ x: (x ? 1 - pull() : pull()) * width, y: (y ? 1 - pull() : pull()) * height });
  return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
}

/** The poster of a seed. Its category is that of `categoryOf`. */
export function makeSpec(
  seed: number,
  at: { shelf: FontShelf; renderers: readonly RendererName[]; worn?: boolean | undefined; grain?: number | undefined },
): PosterSpec {
  const random = createRandom(seed);
  const category = categoryOf(seed);
  const [width, height] = random.pick(PAGES);
  const renderer = rendererFor(random, at.renderers);
  const kind = groundFor(random, category);
  const colours = groundColours(random, kind);
  const fresh = finishFor(random, category);
  const finish: FinishSpec = at.worn
    ? { ...fresh, format: "jpeg", quality: 60 + Math.round(fresh.quality % 26), wear: wearOf(seed) }
    : fresh;
  const inks = kind === "flat" ? colours.slice(0, 1) : colours;
  const layout = layOut({ random, shelf: at.shelf, category, renderer, width, height, grounds: inks, scale: finish.scale });
  const { transform, angle } = turned(random, category, { x: width / 2, y: height / 2 });
  const subject: TextSpec = layout.lines[layout.subject];
  const heldOut =
    category === "held-out" ? at.shelf.library.filter((f) => subject.font.equals.includes(f.name)).map((f) => f.faceId ?? "") : [];
  return {
    seed,
    category,
    renderer,
    width,
    height,
    ground: { kind, colours, seed: seed + 7, grain: at.grain },
    ...layout,
    lines: leaning(random, category, { lines: layout.lines, transform, cy: height / 2 }),
    angle,
    transform,
    ...(category === "perspective" ? { warp: bent(random, { width, height }) } : {}),
    finish,
    heldOut: [...new Set(heldOut)],
  };
}
