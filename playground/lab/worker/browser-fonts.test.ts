import assert from "node:assert/strict";
import { test } from "node:test";
import { packRanges } from "../../../imaging/typeface/packed-ranges.ts";
import type { FontIndex } from "../font-index.ts";
import { createBrowserFonts } from "./browser-fonts.ts";

const file = (url: string, ...ranges: number[]) => ({ url, ranges: packRanges(Uint32Array.from(ranges)) });
const INDEX: FontIndex = {
  faces: [
    {
      id: "duo",
      family: "Duo",
      category: "grotesque",
      weights: [400, 700],
      variable: false,
      italic: false,
      scripts: ["latin", "han"],
      source: "shipped",
      cuts: [400, 700].map((weight) => ({
        weight,
        italic: false,
        files: [
          file(`latin-${weight}`, 0x20, 0x7e),
          file(`han-${weight}`, 0x4e00, 0x4fff),
          file(`more-${weight}`, 0x30, 0x39, 0x5000, 0x5fff),
        ],
      })),
    },
  ],
};

function library() {
  const added: { alias: string; url: string; unicodeRange: string }[] = [];
  const fonts = createBrowserFonts(INDEX, async (font) => void added.push(font));
  return { fonts, added };
}

test("a text brings the subsets it needs, in every weight, once", async () => {
  const { fonts, added } = library();
  await fonts.prepare(["duo"], "一 9");
  await fonts.prepare(["duo"], "丁8");
  assert.deepEqual(added.map((f) => f.url).sort(), ["han-400", "han-700", "latin-400", "latin-700"]);
});

test("each subset serves only the characters it is for: digits in a Han subset are set wide", async () => {
  const { fonts, added } = library();
  await fonts.prepare(["duo"], "9倀");
  assert.deepEqual(added.find((f) => f.url === "latin-400")?.unicodeRange, "U+20-7e");
  assert.equal(fonts.typesetting({ faceId: "duo", weight: 620, text: "9", sizePx: 10, trackingPx: 0 }).family, added[2].alias);
});

test("a face covers what its subsets have together", () => {
  const { fonts } = library();
  assert.equal(fonts.covers("duo", "A 一"), true);
  assert.equal(fonts.covers("duo", "A龘"), false);
});
