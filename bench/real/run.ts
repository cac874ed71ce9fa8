/**
 * Real pictures, which never lie in this repository: every edit of a list on a folder of them, scored, with a strip to look at.
 *   node bench/real/run.ts PICTURES [--edits FILE] [--out STRIPS] [--from N] [--only WORD] [--count N]
 * PICTURES is a folder; `--edits` a list like bench/real/edits.json (the default). Prints the table of bench/real/RESULTS.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { silentLogger } from "../../local-server/observability/logger.ts";
import { createPipeline } from "../../local-server/pipeline/pipeline.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { createMemoryBlobStore } from "../../local-server/store/memory-blob-store.ts";
import type { Digest, EditResult } from "../../protocol/edit.ts";
import { HEADER, type RealEdit, rowOf, type Truth } from "./real-edit.ts";
import { drawRealStrip } from "./real-strip.ts";
import { truthScore } from "./truth-score.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: "string" },
    out: { type: "string" },
    from: { type: "string" },
    only: { type: "string" },
    count: { type: "string" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name the folder of pictures: node bench/real/run.ts PICTURES");
const listed = JSON.parse(readFileSync(values.edits ?? join(import.meta.dirname, "edits.json"), "utf8")) as RealEdit[];
const edits = listed
  .slice(Number(values.from ?? 1) - 1)
  .filter((edit) => values.only === undefined || `${edit.picture} ${edit.say}`.includes(values.only))
  .slice(0, Number(values.count ?? listed.length));

const blobs = createMemoryBlobStore();
const codec = createChildCodec({ logger: silentLogger });
const ports = createImagingPorts();
const pipeline = createPipeline({ blobs, codec, engines: [createInstantEngine(ports)], plan: planInstruction });

async function decoded(bytes: Uint8Array): Promise<RasterImage> {
  const picture = await codec.decode(bytes);
  if (!picture.ok) throw new Error(picture.error.message);
  return picture.value.image;
}

async function stored(name: string): Promise<{ readonly digest: Digest; readonly image: RasterImage }> {
  const bytes = readFileSync(join(folder!, name));
  const digest = await blobs.put(bytes);
  if (!digest.ok) throw new Error(digest.error.message);
  return { digest: digest.value, image: await decoded(bytes) };
}

async function pictureOf(result: EditResult): Promise<Uint8Array> {
  const bytes = await blobs.get(result.result.sha256);
  if (bytes === undefined) throw new Error("the result was not stored");
  return bytes;
}

async function scored(edit: RealEdit, index: number): Promise<string> {
  const { digest, image } = await stored(edit.picture);
  const started = performance.now();
  const request = { source: digest, instruction: edit.say, engine: "instant" };
  const made = await pipeline.edit(request, { signal: new AbortController().signal, onProgress: () => {} });
  const seconds = (performance.now() - started) / 1000;
  if (!made.ok) return rowOf(edit, { seconds, refused: made.error });
  const [result] = made.value;
  const bytes = await pictureOf(result);
  const after = await decoded(bytes);
  const truth: Truth | undefined =
    edit.truth === undefined ? undefined : truthScore({ source: image, after, truth: (await stored(edit.truth)).image });
  if (values.out !== undefined) {
    mkdirSync(values.out, { recursive: true });
    const name = join(values.out, String(index + 1).padStart(2, "0"));
    writeFileSync(`${name}.png`, drawRealStrip(image, after, { edit, result }));
    writeFileSync(`${name}-whole.png`, bytes);
  }
  return rowOf(edit, { seconds, result, truth });
}

for (const line of HEADER) console.log(line);
for (const [index, edit] of edits.entries()) console.log(await scored(edit, listed.indexOf(edit) >= 0 ? listed.indexOf(edit) : index));
await Promise.all([codec.close(), ports.dispose()]);
