import assert from "node:assert/strict";
import { test } from "node:test";
import type { FontCategory, FontFace } from "../ports.ts";
import { askedFont, fontWarning } from "./asked-font.ts";

const face = (family: string, category: FontCategory): FontFace => ({
  id: family.toLowerCase(),
  family,
  category,
  weights: [400, 700],
  variable: false,
  italic: false,
  scripts: ["latin"],
  source: "shipped",
});
const FACES = [
  face("Inter", "grotesque"),
  face("Arimo", "grotesque"),
  face("Lora", "serif"),
  face("Noto Serif SC", "serif"),
  face("Caveat", "handwriting"),
];
const family = (name: string): string | undefined => askedFont(FACES, name)?.face.family;

test("a family's own name wins, however it is spelled", () => {
  assert.deepEqual(askedFont(FACES, "noto-serif sc"), { face: FACES[3], exact: true });
});

test("a commercial name means the open face drawn to its measure", () => assert.equal(family("Helvetica Neue"), "Arimo"));

test("a kind of face means a face of that kind, in both languages", () => {
  assert.equal(family("serif"), "Lora");
  assert.equal(family("sans-serif"), "Inter");
  assert.equal(family("宋体"), "Noto Serif SC");
  assert.equal(family("手写体"), "Caveat");
});

test("an unknown name means none, and the person is told what was done", () => {
  assert.equal(family("Zapfino Extra"), undefined);
  assert.match(fontWarning("Zapfino Extra", undefined) ?? "", /was kept/);
  assert.match(fontWarning("Arial", askedFont(FACES, "Arial")) ?? "", /Arimo/);
  assert.equal(fontWarning("Inter", askedFont(FACES, "Inter")), undefined);
});
