import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { EngineOutput } from "../../local-server/engines/engine.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { Operation, StyleWish } from "../../protocol/plan.ts";
import { edited, read } from "../fixtures/edit-text.ts";
import { drawPoster, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const GROUND = [253, 246, 236];
const POSTER = drawPoster({
  width: 560,
  height: 340,
  ground: plainGround("#fdf6ec"),
  texts: [
    { text: "Harvest", faceId: "inter", weight: 400, px: 76, x: 280, y: 130, align: "center", colour: "#26324a" },
    { text: "Sunday 12 May", faceId: "inter", weight: 500, px: 34, x: 280, y: 290, align: "center", colour: "#26324a" },
  ],
});
/** The headline's share of the picture; the date lies below. */
const HEADLINE = { top: 40, bottom: 220 };

interface Ink {
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Middle colour within the strokes of the upper and the lower quarter of the ink's height. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

const offGround = (image: RasterImage, i: number): number => Math.hypot(...GROUND.map((g, c) => image.data[i * 4 + c] - g));

/** What stands off the ground between two rows: amount, bounds and colours. */
function inkOf(image: RasterImage, rows: { readonly top: number; readonly bottom: number }): Ink {
  const bounds = { left: Infinity, right: -1, top: Infinity, bottom: -1 };
  const inked: number[] = [];
  for (let i = rows.top * image.width; i < rows.bottom * image.width; i++) if (offGround(image, i) > 60) inked.push(i);
  for (const i of inked) {
    const [x, y] = [i % image.width, Math.floor(i / image.width)];
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  const height = bounds.bottom - bounds.top + 1;
  const near = (from: number, to: number) => {
    const part = inked.filter((i) => {
      const t = (Math.floor(i / image.width) - bounds.top) / height;
      return t >= from && t < to;
    });
    const core = part.filter((i) => [-1, 1].every((d) => offGround(image, i + d) > 60));
    return [0, 1, 2].map((c) => core.map((i) => image.data[i * 4 + c]).sort((a, b) => a - b)[core.length >> 1]);
  };
  return {
    count: inked.length,
    x: (bounds.left + bounds.right) / 2,
    width: bounds.right - bounds.left + 1,
    height,
    upper: near(0, 0.25),
    lower: near(0.75, 1),
  };
}

const restyle = (style: StyleWish): Operation => ({ kind: "text.restyle", text: { from: "Harvest" }, style });
const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((v, c) => v - b[c]));
const was = inkOf(POSTER, HEADLINE);

async function restyled(style: StyleWish): Promise<{ output: EngineOutput; now: Ink }> {
  const output = await edited(engine, POSTER, [restyle(style)]);
  assert.equal(output.texts[0].readBack, "Harvest");
  return { output, now: inkOf(output.image, HEADLINE) };
}

test("another colour colours the same letters", async () => {
  const { now, output } = await restyled({ colour: "#c8102e" });
  assert.ok(apart(now.upper, [200, 16, 46]) < 12 && apart(now.lower, [200, 16, 46]) < 12, `${now.upper} ${now.lower}`);
  assert.ok(Math.abs(now.count / was.count - 1) < 0.06, `${now.count / was.count}`);
  assert.ok(Math.abs(now.x - was.x) < 1.5 && Math.abs(now.width - was.width) < 3);
  assert.deepEqual(output.texts[0].style.fill, { kind: "solid", colour: "#c8102e" });
});

test("a heavier weight has more ink, stays centred and as tall", async () => {
  const { now, output } = await restyled({ weight: 800 });
  assert.ok(now.count > 1.3 * was.count, `${now.count / was.count}`);
  assert.ok(Math.abs(now.x - was.x) < 3 && Math.abs(now.height / was.height - 1) < 0.06, `${now.x - was.x} ${now.height / was.height}`);
  assert.ok(apart(now.upper, was.upper) < 12);
  assert.equal(output.texts[0].style.weight, 800);
});

test("a gradient runs from its first colour at the top to its last at the bottom", async () => {
  const { now } = await restyled({ gradient: ["#ff2200", "#0022ff"] });
  assert.ok(now.upper[0] > 170 && now.upper[2] < 90, `${now.upper}`);
  assert.ok(now.lower[2] > 170 && now.lower[0] < 90, `${now.lower}`);
});

test("a size factor scales the ink both ways about its middle", async () => {
  const { now } = await restyled({ sizeFactor: 0.75 });
  assert.ok(Math.abs(now.width / was.width - 0.75) < 0.02, `${now.width / was.width}`);
  assert.ok(Math.abs(now.height / was.height - 0.75) < 0.04, `${now.height / was.height}`);
  assert.ok(Math.abs(now.x - was.x) < 2, `${now.x - was.x}`);
});

test("a removed text leaves the bare ground and its neighbours", async () => {
  const output = await edited(engine, POSTER, [{ kind: "text.remove", text: { from: "Harvest" } }]);
  for (let i = HEADLINE.top * 560; i < HEADLINE.bottom * 560; i++) assert.ok(offGround(output.image, i) < 4, `pixel ${i}`);
  assert.deepEqual(await read(engine, output.image), ["Sunday12May"]);
  assert.deepEqual([output.texts[0].wanted, output.texts[0].readBack], ["", ""]);
});

test("an added text stands where it was asked for, clear of the others, readable", async () => {
  const add: Operation = { kind: "text.add", text: { to: "免费入场" }, where: "bottom-left", style: { colour: "#c8102e", size: 24 } };
  const output = await edited(engine, POSTER, [add]);
  const [text] = output.texts;
  assert.deepEqual([text.original, text.wanted, text.readBack], ["", "免费入场", "免费入场"]);
  assert.ok(text.quad.every((p) => p.x < 280 && p.y > 200));
  assert.deepEqual([...(await read(engine, output.image))].sort(), ["Harvest", "Sunday12May", "免费入场"]);
});

test("two operations in one edit are both carried out", async () => {
  const operations: Operation[] = [
    { kind: "text.replace", text: { from: "Harvest", to: "Flowers" }, style: { colour: "#1b998b" } },
    { kind: "text.replace", text: { from: "12", to: "19" } },
  ];
  const output = await edited(engine, POSTER, operations);
  assert.deepEqual(await read(engine, output.image), ["Flowers", "Sunday19May"]);
  assert.ok(apart(inkOf(output.image, HEADLINE).upper, [27, 153, 139]) < 14);
});

/** Two lines close to each other, and what lies under them: nothing, or a panel's edge. */
const pair = (under: string) =>
  drawPoster({
    width: 560,
    height: 300,
    ground: (context) => {
      plainGround("#fdf6ec")(context);
      context.fillStyle = under;
      context.fillRect(0, 184, 560, 116);
    },
    texts: [
      { text: "OPEN EVERY", faceId: "inter", weight: 700, px: 50, x: 280, y: 110, align: "center", colour: "#26324a" },
      { text: "SUNDAY", faceId: "inter", weight: 700, px: 50, x: 280, y: 164, align: "center", colour: "#26324a" },
    ],
  });
const larger: Operation = { kind: "text.restyle", text: { from: "SUNDAY" }, style: { sizeFactor: 1.25 } };

/** Empty rows between the two lines. */
function gapIn(image: RasterImage): number {
  const inked = (y: number): boolean =>
    Array.from({ length: image.width }, (_, x) => offGround(image, y * image.width + x) > 60).some(Boolean);
  let y = 108;
  while (inked(y)) y++;
  const top = y;
  while (!inked(y)) y++;
  return y - top;
}

test("a line that grows keeps its distance from the one above where there is free ground below", async () => {
  const source = pair("#fdf6ec");
  const { image, texts, reasons } = await edited(engine, source, [larger]);
  assert.equal(texts[0].readBack, "SUNDAY");
  assert.ok(Math.abs(gapIn(image) - gapIn(source)) <= 2, `${gapIn(source)} → ${gapIn(image)}`);
  assert.ok(!reasons?.some((reason) => reason.includes("comes close")), `${reasons}`);
});

test("a line that can only grow towards the one above says that it comes close", async () => {
  const { reasons } = await edited(engine, pair("#26324a"), [larger]);
  assert.ok(
    reasons?.some((reason) => /comes close to “OPEN EVERY”/.test(reason)),
    `${reasons}`,
  );
});
