import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenFigures } from "../security/harness/measurement.ts";
import { hostileBrowser } from "../security/hostile-browser.ts";

test(`${hostileBrowser.id} ${hostileBrowser.title}`, async () => assert.deepEqual(await brokenFigures(hostileBrowser), []));
