import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import * as v from "valibot";
import { CertificateSchema } from "../../protocol/edit.ts";
import { createMask, createRaster } from "../raster/raster.ts";
import { canonicalJson } from "./canonical-json.ts";
import { certify, maskBytes, pixelParts } from "./certify.ts";

const sha256 = (...parts: readonly Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");

const INPUT = {
  source: sha256(new Uint8Array([1])),
  sourcePixels: createRaster(4, 3),
  mask: createMask(4, 3),
  patchBytes: new Uint8Array([9, 9]),
  result: createRaster(4, 3),
  settings: { seed: 1, options: { b: true, a: "x" } },
  engine: "instant",
  createdAt: "2026-01-01T00:00:00.000Z",
};

test("a certificate keeps the contract and repeats", () => {
  const certificate = certify(INPUT, sha256);
  assert.ok(v.is(CertificateSchema, certificate));
  assert.deepEqual(certify(INPUT, sha256), certificate);
});

test("one changed pixel, mask byte or setting changes its own digest only", () => {
  const before = certify(INPUT, sha256);
  const result = createRaster(4, 3);
  result.data[5] = 1;
  assert.deepEqual(changedKeys(before, certify({ ...INPUT, result }, sha256)), ["resultPixels"]);
  const mask = createMask(4, 3);
  mask.data[0] = 255;
  assert.deepEqual(changedKeys(before, certify({ ...INPUT, mask }, sha256)), ["mask"]);
  assert.deepEqual(changedKeys(before, certify({ ...INPUT, settings: { seed: 2 } }, sha256)), ["settings"]);
});

const changedKeys = (a: object, b: object): string[] =>
  Object.entries(a)
    .filter(([k, value]) => value !== (b as Record<string, unknown>)[k])
    .map(([k]) => k);

test("the order of keys does not matter to the settings' digest", () => {
  const other = { options: { a: "x", b: true }, seed: 1 };
  assert.equal(certify({ ...INPUT, settings: other }, sha256).settings, certify(INPUT, sha256).settings);
});

test("canonical JSON sorts keys at every depth, drops undefined and refuses NaN", () => {
  assert.equal(canonicalJson({ b: [1, { z: null, y: "ä" }], a: undefined, A: -0.5 }), '{"A":-0.5,"b":[1,{"y":"ä","z":null}]}');
  assert.throws(() => canonicalJson({ a: Number.NaN }), RangeError);
});

test("pictures with the same bytes but another shape have other digests; masks are 0 or 255", () => {
  assert.notEqual(sha256(...pixelParts(createRaster(4, 3))), sha256(...pixelParts(createRaster(3, 4))));
  const mask = createMask(2, 1);
  mask.data[1] = 7;
  assert.deepEqual([...maskBytes(mask)], [0, 255]);
});
