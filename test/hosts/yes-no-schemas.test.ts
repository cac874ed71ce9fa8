import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as v from "valibot";
import { HistoryEntrySchema } from "../../protocol/history.ts";
import { withoutReasons, yesNoSchemas } from "../../scripts/build/yes-no-schemas.ts";
import { someResult } from "../fakes/edit-result.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type Judge = (value: unknown) => { readonly success: boolean; readonly output: unknown };

/** The schema of a version as the panel's bundle holds it. */
async function bundledJudge(): Promise<Judge> {
  const contents = `
    import * as v from "valibot";
    import { HistoryEntrySchema } from "./protocol/history.ts";
    export const judge = (value) => v.safeParse(HistoryEntrySchema, value);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [yesNoSchemas],
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`)).judge;
}

const version = {
  id: 3,
  jobId: "job-00000003",
  createdAt: "2026-11-21T20:00:00.000Z",
  result: someResult(),
  recipe: { source: "a".repeat(64), instruction: "Replace “a” with “b”", callback: "https://example.org/", seed: 4 },
};
const STRANGE: readonly unknown[] = [undefined, null, "", "x".repeat(5000), -1, 0.5, Number.NaN, true, [], {}, [[]], { type: "x" }];

/** The version with one place in it, any, as something strange. */
function* spoilt(value: unknown, put: (instead: unknown) => unknown): Generator<unknown> {
  for (const strange of STRANGE) yield put(strange);
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const withPart = (instead: unknown) =>
      put(Array.isArray(value) ? value.map((old, i) => (String(i) === key ? instead : old)) : { ...value, [key]: instead });
    yield* spoilt(part, withPart);
  }
  yield put(Array.isArray(value) ? [...value, 1] : { ...value, more: 1 });
}

test("without its reasons the library judges every spoilt version as with them", async () => {
  const judge = await bundledJudge();
  const cases = [version, ...spoilt(version, (instead) => instead)];
  let refused = 0;
  for (const value of cases) {
    const whole = v.safeParse(HistoryEntrySchema, value);
    const bare = judge(value);
    assert.deepEqual([bare.success, bare.output], [whole.success, whole.output], JSON.stringify(value));
    if (!whole.success) refused += 1;
  }
  assert.ok(judge(version).success && refused > 300, `${refused} of ${cases.length} refused`);
});

test("a library that reads otherwise stops the build", () => {
  assert.throws(() => withoutReasons("export const string = () => ({});"), /valibot no longer holds/);
});
