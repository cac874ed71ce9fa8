import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenFigures } from "./harness/measurement.ts";
import { MEASUREMENTS } from "./measurements.ts";

for (const measurement of MEASUREMENTS.filter(({ browser }) => browser !== true)) {
  test(`${measurement.id} ${measurement.title}`, async () => assert.deepEqual(await brokenFigures(measurement), []));
}
