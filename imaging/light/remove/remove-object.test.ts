import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { createMask, createRaster, type RasterImage } from "../../raster/raster.ts";
import { removeObject } from "./remove-object.ts";

const SIZE = { width: 400, height: 300 };
type Box = readonly [x: number, y: number, width: number, height: number];

/** A soft gradient with striped blocks on it. */
function withMarks(...boxes: readonly Box[]): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const inside = boxes.some(([bx, by, w, h]) => x >= bx && x < bx + w && y >= by && y < by + h && (x - bx) % 6 < 4);
    const base = 120 + 40 * (y / SIZE.height);
    image.data.set(inside ? [20, 20, 60, 255] : [base, base, base + 10, 255], i * 4);
  }
  return image;
}

const MARK: Box = [330, 255, 48, 24];
const remove = (image: RasterImage, operation: Partial<Operation>, more: Parameters<typeof lightContext>[0] = {}) =>
  removeObject(image, { kind: "object.remove", ...operation }, lightContext(more));

const darkest = ({ data }: RasterImage): number => Math.min(...data.filter((_, i) => i % 4 === 0));

test("a logo named by its corner is found and goes; bytes far from it stay", async () => {
  const image = withMarks(MARK);
  const done = await remove(image, { target: "logo", where: "bottom-right" });
  assert.ok(done.ok, done.ok ? "" : done.error.message);
  assert.ok(darkest(done.value.image) > 60);
  assert.deepEqual(done.value.image.data.subarray(0, 4 * 400 * 230), image.data.subarray(0, 4 * 400 * 230));
  assert.match(done.value.reasons.join(), /bottom right/, "a find by shape is a guess a person should see");
});

test("where no such thing stands in the corner, what does is listed", async () => {
  const done = await remove(withMarks(MARK), { target: "水印", where: "top-left" });
  assert.ok(!done.ok && done.error.code === "unsupported_operation");
  assert.match(done.error.message, /bottom right/);
  assert.equal((done.error.details as { blocks: unknown[] }).blocks.length, 1);
});

test("of several that could be meant none is taken: it is asked which", async () => {
  const done = await remove(withMarks(MARK, [20, 20, 48, 24]), { target: "logo" });
  assert.ok(!done.ok && done.error.code === "instruction_unclear");
  assert.match(done.error.message, /top left.*bottom right|bottom right.*top left/);
});

test("a thing known by name only is refused with what would help", async () => {
  const done = await remove(withMarks(MARK), { target: "花瓶", where: "left" });
  assert.ok(
    !done.ok && done.error.code === "unsupported_operation" && done.error.message.includes("花瓶") && /region/.test(done.error.help ?? ""),
  );
});

test("in a box on plain ground only the thing goes, not the ground around it", async () => {
  const image = withMarks([180, 120, 36, 30]);
  const done = await remove(image, { target: "vase" }, { region: { x: 150, y: 90, width: 100, height: 90 } });
  assert.ok(done.ok);
  assert.ok(darkest(done.value.image) > 60);
  const corner = 4 * (95 * 400 + 155);
  assert.deepEqual(done.value.image.data.subarray(corner, corner + 4), image.data.subarray(corner, corner + 4));
});

test("a mask goes exactly, a region and a mask only where both are", async () => {
  const image = withMarks();
  const mask = createMask(SIZE.width, SIZE.height);
  for (let y = 100; y < 120; y++) mask.data.fill(255, y * 400 + 100, y * 400 + 140);
  const changed = async (more: Parameters<typeof lightContext>[0]): Promise<number> => {
    const done = await remove(image, {}, more);
    assert.ok(done.ok);
    return Array.from({ length: 400 * 300 }, (_, i) => i).filter((i) => done.value.image.data[i * 4] !== image.data[i * 4]).length;
  };
  assert.equal(await changed({ mask }), 40 * 20);
  assert.equal(await changed({ mask, region: { x: 100, y: 100, width: 10, height: 300 } }), 10 * 20);
});

test("a deep hole in a busy ground is doubted, a hopeless one refused", async () => {
  const outcome = async (size: number): Promise<string> => {
    const mask = createMask(SIZE.width, SIZE.height);
    for (let y = 20; y < 20 + size; y++) mask.data.fill(255, y * 400 + 20, y * 400 + 20 + size);
    const busy = plainPorts({ restorePlate: async ({ pixels }) => ({ pixels, method: "patch", holdOutError: 9 }) });
    const done = await remove(withMarks(), {}, { mask, ports: busy });
    return !done.ok ? done.error.code : done.value.reasons.length > 0 ? "doubted" : "sure";
  };
  assert.deepEqual([await outcome(30), await outcome(110), await outcome(220)], ["sure", "doubted", "unsupported_operation"]);
});

test("a QR code is removed by its name; two ask which, none says so", async () => {
  const image = createRaster(120, 120);
  image.data.fill(200);
  const code = (x: number, y: number) => ({
    kind: "qr" as const,
    text: "",
    quad: [
      { x, y },
      { x: x + 20, y },
      { x: x + 20, y: y + 20 },
      { x, y: y + 20 },
    ],
  });
  const removed = (codes: readonly ReturnType<typeof code>[], where?: "bottom-right", target = "QR code") =>
    removeObject(
      image,
      { kind: "object.remove", target, ...(where && { where }) },
      lightContext({ ports: plainPorts({ findCodes: async () => codes }) }),
    );
  const [one, two, none, there] = [
    await removed([code(10, 10)]),
    await removed([code(10, 10), code(90, 90)]),
    await removed([]),
    await removed([code(10, 10), code(90, 90)], "bottom-right"),
  ];
  assert.ok(one.ok && one.value.image.data[(20 * 120 + 20) * 4] === 99, "the code's pixels are restored");
  assert.ok(!two.ok && two.error.code === "instruction_unclear");
  assert.ok(!none.ok && none.error.message.startsWith("No QR code was found"));
  const every = await removed([code(10, 10), code(90, 90)], undefined, "QR codes");
  assert.ok(every.ok && [20, 100].every((at) => every.value.image.data[(at * 120 + at) * 4] === 99), "both, where many are meant");
  assert.ok(there.ok && there.value.image.data[(100 * 120 + 100) * 4] === 99 && there.value.image.data[(20 * 120 + 20) * 4] === 200);
});

test("a paragraph that stands free is no logo beside the one word that is", async () => {
  const [word, paragraph]: readonly Box[] = [
    [20, 255, 48, 24],
    [220, 240, 110, 30],
  ];
  const texts = [
    { string: "crello", box: word },
    { string: "every evening it is the least thing you can do", box: paragraph },
  ].map(({ string, box: [x, y, w, h] }) => ({
    string,
    confidence: 1,
    quad: [0, 1, 2, 3].map((k) => ({ x: x + (k === 1 || k === 2 ? w : 0), y: y + (k > 1 ? h : 0) })),
  }));
  const ports = plainPorts({ findTexts: async () => texts });
  const done = await remove(withMarks(word, paragraph), { target: "logo", where: "bottom" }, { ports });
  assert.ok(done.ok, done.ok ? "" : done.error.message);
  assert.match(done.value.reasons.join(), /“crello” at the bottom left/);
});
