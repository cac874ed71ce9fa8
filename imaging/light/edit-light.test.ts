import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext } from "../../test/fixtures/light-context.ts";
import { studioPicture } from "../../test/fixtures/studio-picture.ts";
import { editLight } from "./edit-light.ts";

const { image } = studioPicture();

test("operations build on each other, and the mask is exactly where bytes differ", async () => {
  const before = Uint8ClampedArray.from(image.data);
  const done = await editLight(
    image,
    [
      { kind: "tone.adjust", value: "grayscale" },
      { kind: "border.add", value: "6px", style: { colour: "#ff0000" } },
    ],
    lightContext(),
  );
  assert.ok(done.ok);
  const { data } = done.value.image;
  assert.deepEqual([...data.subarray(0, 3)], [255, 0, 0], "the border came after the colours went");
  for (let i = 0; i < done.value.mask.data.length; i++) {
    const differs = [0, 1, 2, 3].some((c) => data[i * 4 + c] !== image.data[i * 4 + c]);
    assert.equal(done.value.mask.data[i], differs ? 255 : 0);
  }
  assert.deepEqual(image.data, before, "the source is lent, not changed");
});

test("the same request gives the same bytes", async () => {
  const once = () => editLight(image, [{ kind: "tone.adjust", value: "film" }], lightContext({ seed: 5 }));
  assert.deepEqual(await once(), await once());
});

test("the least sure operation decides, and a failing one ends the edit", async () => {
  const failing = await editLight(
    image,
    [
      { kind: "tone.adjust", value: "warm" },
      { kind: "tone.adjust", value: "nonsense" },
    ],
    lightContext(),
  );
  assert.ok(!failing.ok && failing.error.code === "unsupported_operation");
  const foreign = await editLight(image, [{ kind: "style.transfer", value: "1:1" }], lightContext());
  assert.ok(!foreign.ok && foreign.error.code === "unsupported_operation");
});

test("a stop is heard between operations", async () => {
  const stop = new AbortController();
  stop.abort(new Error("stopped"));
  await assert.rejects(editLight(image, [{ kind: "tone.adjust", value: "warm" }], lightContext({ signal: stop.signal })), /stopped/);
});

test("what is as wished already is told beside other operations, and refused alone", async () => {
  const recolour = { kind: "background.recolour", style: { colour: "#ffffff" } } as const;
  const crop = { kind: "crop", value: `${3 * image.width}x${3 * image.height}` } as const;
  const extend = { kind: "canvas.extend", value: `${image.width}:${image.height}` } as const;
  const done = await editLight(image, [recolour, crop, extend], lightContext());
  assert.ok(done.ok);
  assert.match(done.value.warnings.join(), /smaller than .* not enlarged.*already has that shape/);
  const among = await editLight(image, [crop], lightContext({ amongOthers: true }));
  assert.ok(among.ok && among.value.mask.data.every((v) => v === 0));
  assert.equal((await editLight(image, [crop], lightContext())).ok, false);
});
