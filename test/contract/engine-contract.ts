import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import type { Engine, EngineEvent, EngineOutput, EngineRequest } from "../../local-server/engines/engine.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import type { BackOff } from "../../local-server/remote/back-off.ts";
import type { Result } from "../../protocol/errors.ts";
import type { FakeServer, FakeWire } from "../fakes/engines/misbehaving-server.ts";
import { startMisbehavingServer } from "../fakes/engines/misbehaving-server.ts";

/** A key that must never be seen again. */
export const CANARY = "sk-canary-0123456789";

export interface Subject {
  readonly name: string;
  /** The fake's side of the wire; `png` is a picture to answer with. */
  wire(png: Uint8Array): FakeWire;
  /** The adapter, pointed at `url`, with deadlines of `deadlineMs` and the key `CANARY`. */
  create(url: string, more: { readonly codec: Codec; readonly backOff: BackOff; readonly deadlineMs: number }): Engine;
}

const BACK_OFF: BackOff = { tries: 3, baseMs: 5, mostMs: 50 };
/** As slow as the machine may be today; the impatient deadline is for the server that hangs. */
const PATIENT_MS = 15_000;
const DEADLINE_MS = 600;

export function gradient(width: number, height: number): RasterImage {
  const image = createRaster(width, height);
  for (let i = 0; i < width * height; i++) image.data.set([i % 256, (i >> 4) % 256, 90, 255], i * 4);
  return image;
}

export const requestFor = (source: RasterImage, more: Partial<EngineRequest> = {}): EngineRequest => ({
  source,
  plan: { instruction: "replace the vase with a lamp", operations: [{ kind: "object.replace", target: "vase", value: "lamp" }] },
  references: [],
  seed: 7,
  options: {},
  ...more,
});

/** What every adapter of a server over HTTP holds to, whatever the server does. */
export function engineContract(subject: Subject): void {
  const source = gradient(96, 64);
  let codec: Codec;
  let server: FakeServer;
  let engine: Engine;

  before(async () => {
    codec = createChildCodec({ logger: createLogger("error", () => undefined) });
    const png = await codec.encode(gradient(96, 64), "png");
    assert.ok(png.ok);
    server = await startMisbehavingServer(subject.wire(png.value));
    engine = subject.create(server.url, { codec, backOff: BACK_OFF, deadlineMs: PATIENT_MS });
  });
  after(async () => {
    await engine.dispose?.();
    await server.close();
    await codec.close();
  });

  const edit = (more: Partial<EngineRequest> = {}, signal: AbortSignal = new AbortController().signal, events: EngineEvent[] = []) =>
    engine.edit(requestFor(source, more), signal, (event) => events.push(event));
  const codeOf = (result: Result<EngineOutput>): string => (result.ok ? "ok" : result.error.code);
  const fact = (what: string, run: () => Promise<void>) => test(`${subject.name}: ${what}`, { timeout: 20_000 }, run);

  fact("a well server gives a picture and the part of the source it shows", async () => {
    server.moods("well");
    const done = await edit();
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual(done.value.frame, { x: 0, y: 0, width: 96, height: 64 });
    assert.equal(done.value.mask, undefined);
    assert.ok(done.value.image.width > 0);
  });

  fact("a region is shown with surroundings, inside the picture", async () => {
    server.moods("well");
    const large = gradient(800, 600);
    const done = await edit({ source: large, region: { x: 700, y: 10, width: 60, height: 60 } });
    assert.ok(done.ok);
    assert.deepEqual(done.value.frame, { x: 636, y: 0, width: 164, height: 134 });
  });

  fact("it is available with a server and says what it can do", async () => {
    assert.equal((await engine.check()).available, true);
    assert.ok(engine.capabilities().operations.includes("object.replace"));
  });

  fact("steps are told only by those that promise them", async () => {
    server.moods("well");
    const events: EngineEvent[] = [];
    await edit({}, new AbortController().signal, events);
    if (engine.capabilities().progress === "none") assert.equal(events.length, 0);
    else assert.ok(events.length > 0);
  });

  fact("a slow server is waited for", async () => {
    server.moods("slow");
    assert.equal(codeOf(await edit()), "ok");
  });

  fact("a hanging server ends at the deadline", async () => {
    server.moods("hang");
    const impatient = subject.create(server.url, { codec, backOff: BACK_OFF, deadlineMs: DEADLINE_MS });
    const begin = performance.now();
    assert.equal(codeOf(await impatient.edit(requestFor(source), new AbortController().signal, () => undefined)), "engine_timeout");
    assert.ok(performance.now() - begin < DEADLINE_MS + 2_000);
    await impatient.dispose?.();
  });

  fact("a server that dies in mid-answer is a failure within a second, and the next edit works", async () => {
    server.moods("die", "well");
    const begin = performance.now();
    assert.equal(codeOf(await edit()), "engine_failed");
    assert.ok(performance.now() - begin < 1_000);
    assert.equal(codeOf(await edit()), "ok");
  });

  fact("being asked to wait is waited out, with and without a time", async () => {
    server.moods("429", "429 retry-after 0", "well");
    assert.equal(codeOf(await edit()), "ok");
    assert.equal(server.asked.length, 3);
  });

  fact("being asked to wait for hours ends at once", async () => {
    server.moods("429 retry-after 9999");
    assert.equal(codeOf(await edit()), "rate_limited");
    assert.equal(server.asked.length, 1);
  });

  fact("a server that never has time is given up after the tries", async () => {
    server.moods("429");
    assert.equal(codeOf(await edit()), "rate_limited");
    assert.equal(server.asked.length, BACK_OFF.tries);
  });

  fact("a cold start is waited out", async () => {
    server.moods("503 loading", "well");
    assert.equal(codeOf(await edit()), "ok");
  });

  for (const mood of ["500 html", "400 odd", "not json", "not an image"] as const) {
    fact(`"${mood}" is a typed failure`, async () => {
      server.moods(mood);
      assert.equal(codeOf(await edit()), "engine_failed");
    });
  }

  fact("an answer beyond every measure is a typed failure", async () => {
    server.moods("oversized");
    assert.equal(codeOf(await edit()), "engine_failed");
  });

  fact("a cancelled edit answers at once", async () => {
    server.moods("hang");
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const begin = performance.now();
    assert.equal(codeOf(await edit({}, controller.signal)), "cancelled");
    assert.ok(performance.now() - begin < 400);
  });

  fact("the key is in no message, even where the server repeats it", async () => {
    server.moods("echo the key");
    const refused = await edit();
    assert.equal(codeOf(refused), "engine_unavailable");
    assert.equal(JSON.stringify(refused).includes(CANARY), false);
  });
}
