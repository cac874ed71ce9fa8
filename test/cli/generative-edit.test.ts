import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { warpOutput } from "../../imaging/compositing/drift/warp-output.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createRaster } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { translation } from "../../protocol/geometry.ts";

const SIZE = { width: 320, height: 256 };
let codec: Codec;
let server: Server;
let folder: string;

function picture(): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    image.data.set([128 + 60 * Math.sin(x / 9 + y / 23), 128 + 60 * Math.sin(y / 6), 128 + 50 * Math.sin(x / 17 - y / 5), 255], i * 4);
  }
  return image;
}

/** A model's way of editing: a red square added, everything shifted by a pixel and a half and a little darker. */
function paint(seen: RasterImage): RasterImage {
  const edited = { ...seen, data: Uint8ClampedArray.from(seen.data) };
  const [x0, y0, side] = [seen.width * 0.6, seen.height * 0.3, seen.width * 0.15];
  for (let i = 0; i < seen.width * seen.height; i++) {
    const [x, y] = [i % seen.width, Math.floor(i / seen.width)];
    if (x >= x0 && x < x0 + side && y >= y0 && y < y0 + side) edited.data.set([250, 10, 20, 255], i * 4);
  }
  const colour = { gain: [0.97, 0.97, 0.97], offset: [0, 0, 0] } as const;
  const moved = warpOutput(edited, { transform: translation(1.5, -1.2), colour }, { x: 0, y: 0, width: seen.width, height: seen.height });
  for (let i = 3; i < moved.data.length; i += 4) moved.data[i] = 255;
  return moved;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "emend-generative-"));
  codec = createChildCodec({ logger: createLogger("error", () => undefined) });
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const form = await new Response(Buffer.concat(parts), { headers: { "content-type": request.headers["content-type"]! } }).formData();
    const seen = await codec.decode(new Uint8Array(await (form.get("image") as File).arrayBuffer()));
    assert.ok(seen.ok);
    const png = await codec.encode(paint(seen.value.image), "png");
    assert.ok(png.ok);
    response.end(JSON.stringify({ data: [{ b64_json: Buffer.from(png.value).toString("base64") }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const png = await codec.encode(picture(), "png");
  assert.ok(png.ok);
  writeFileSync(join(folder, "in.png"), png.value);
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await codec.close();
  rmSync(folder, { recursive: true });
});

function emend(...args: string[]): Promise<{ code: number | null; stderr: string }> {
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, EMEND_OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` };
  const child = spawn(process.execPath, ["local-server/main.ts", ...args, "--data", join(folder, "data")], { env });
  let stderr = "";
  child.stderr.on("data", (part) => (stderr += part));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
}

test("an edit by a drifting model changes the square it was asked for and nothing else", { timeout: 60_000 }, async () => {
  const paths = ["in.png", "out.png", "report.json"].map((name) => join(folder, name));
  const done = await emend("edit", paths[0], "-i", "add a red balloon", "--engine", "openai", "-o", paths[1], "--report", paths[2]);
  assert.ok(done.code === 0 || done.code === 3, done.stderr);
  const report = JSON.parse(readFileSync(paths[2], "utf8"));
  assert.equal(report.engine, "openai");
  assert.equal(report.outside.changed, 0);
  const result = await codec.decode(readFileSync(paths[1]));
  assert.ok(result.ok);
  const [before, after] = [picture().data, result.value.image.data];
  let changed = 0;
  for (let i = 0; i < SIZE.width * SIZE.height; i++) if (before[i * 4] !== after[i * 4]) changed++;
  const square = (SIZE.width * 0.15) ** 2;
  assert.ok(changed > 0.9 * square && changed < 2.2 * square, `${changed} of ${square}`);
  const middle = (Math.round(SIZE.height * 0.38) * SIZE.width + Math.round(SIZE.width * 0.67)) * 4;
  assert.ok(after[middle] > 235 && after[middle + 1] < 30);
});
