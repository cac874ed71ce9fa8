import assert from "node:assert/strict";
import { test } from "node:test";
import { isFarFetched, isSqueezed, redrawnShare } from "./evidence.ts";

const UPRIGHT = { slant: 0, italic: false };

test("only a leaning or bent line is too short a sample for a much longer one", () => {
  assert.equal(isFarFetched({ slant: 0.2, italic: false }, "Sale", "Fresh every morning"), true);
  assert.equal(isFarFetched({ slant: 0, italic: true }, "Sale", "SOLD OUT SOON"), true);
  assert.equal(isFarFetched(UPRIGHT, "Sale", "Fresh every morning"), false);
  assert.equal(isFarFetched({ slant: 0.2, italic: false }, "Summer sale", "Winter sale"), false);
  assert.equal(isFarFetched({ slant: 0.2, italic: false }, "新品上市", "Arrivals"), false, "full-width letters count for two");
});

test("letters drawn together between words pulled apart are squeezed, tight type is not", () => {
  assert.equal(isSqueezed({ tracking: -0.03, wordGap: 0.026 }), true);
  assert.equal(isSqueezed({ tracking: -0.04, wordGap: 0 }), false);
  assert.equal(isSqueezed({ tracking: 0, wordGap: 0.05 }), false);
});

test("ink outside the touched pixels is that of letters which stayed", () => {
  const mask = (data: readonly number[]) => ({ width: 6, height: 1, data: Uint8Array.from(data) });
  assert.equal(redrawnShare(mask([255, 255, 0, 255, 255, 0]), mask([255, 0, 255, 0, 0, 0])), 0.25);
  assert.equal(redrawnShare(mask([0, 0, 0, 0, 0, 0]), mask([255, 0, 0, 0, 0, 0])), 1);
});
