import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../test/fixtures/lettering.ts";
import type { Rgb } from "../raster/colour.ts";
import { understood } from "./understand-line.ts";

const press = createPress();

test("letters on a ground of every colour are fitted without what of that ground is nearly of theirs", async () => {
  const busy = (x: number, y: number): Rgb => [
    100 + 95 * Math.sin(x / 23 + y / 31),
    100 + 90 * Math.sin(x / 17 - y / 19 + 1),
    110 + 95 * Math.cos(x / 41 + y / 13),
  ];
  const { coverage, region, frame, line } = await press.letter({ text: "Market", sizePx: 90, ground: busy, ink: () => [44, 14, 84] });
  const { fonts, ruler } = press;
  const { matte, candidates } = await understood(
    { fonts, ruler, signal: new AbortController().signal },
    { texts: ["Market"], line, region, frame },
  );
  const ink = (isOn: (i: number) => boolean) => matte.inkMask.data.filter((v, i) => v !== 0 && isOn(i)).length;
  assert.ok(ink((i) => coverage.data[i] === 0) < 0.02 * ink(() => true));
  assert.ok(
    candidates[0].face.family === "Inter" && candidates[0].similarity > 0.9,
    `${candidates[0].face.family} ${candidates[0].similarity}`,
  );
});
