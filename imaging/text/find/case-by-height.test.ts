import assert from "node:assert/strict";
import { test } from "node:test";
import type { FloatImage } from "../../raster/raster.ts";
import { withCaseByHeight } from "./case-by-height.ts";

const HEIGHT = 48;
const BASE = 38;
const PITCH = 20;
const TOPS = { small: 20, large: 11 } as const;

interface Colours {
  readonly ground: number;
  readonly inks: readonly [number, number];
}
const DARK: Colours = { ground: 240, inks: [30, 90] };

/** A strip with a block of ink for each letter, as high as the letter that is meant. */
function stripOf(meant: string, { ground, inks }: Colours = DARK): FloatImage {
  const width = PITCH * meant.length;
  const data = new Float32Array(width * HEIGHT * 3).fill(ground);
  [...meant].forEach((char, n) => {
    if (char === " ") return;
    const top = /[a-z]/.test(char) && !/[bdfhklt]/.test(char) ? TOPS.small : TOPS.large;
    for (let y = top; y < BASE; y++) data.fill(inks[n % 2], 3 * (y * width + n * PITCH + 4), 3 * (y * width + n * PITCH + 16));
  });
  return { data, width, height: HEIGHT };
}

const spotsOf = (read: string) => [...read].map((char, i) => ({ char, at: (i + 0.5) / read.length, confidence: 0.9 }));

function settled(read: string, meant: string, colours?: Colours): string {
  return withCaseByHeight(spotsOf(read), stripOf(meant, colours))
    .map(({ char }) => char)
    .join("");
}

test("a letter drawn alike in both cases takes the case its height among the others tells", () => {
  assert.equal(settled("Book week", "Book Week"), "Book Week");
  assert.equal(settled("BooK Week", "Book Week"), "BooK Week");
  assert.equal(settled("Sunny Side", "Sunny side"), "Sunny side");
});

test("small letters alone tell a capital, and capitals alone a small letter", () => {
  assert.equal(settled("summer", "Summer"), "Summer");
  assert.equal(settled("WINTEr cold", "WINTEr cold"), "WINTEr cold");
  assert.equal(settled("BEx", "BEX"), "BEX");
  assert.equal(settled("BE X", "BE x"), "BE x");
});

test("a letter into whose columns a neighbour's descender reaches tells nothing", () => {
  const strip = stripOf("Subject");
  const at = "Subject".indexOf("b") * PITCH;
  for (let y = BASE; y < BASE + 9; y++) strip.data.fill(30, 3 * (y * strip.width + at + 12), 3 * (y * strip.width + at + 16));
  const read = withCaseByHeight(spotsOf("subject"), strip);
  assert.equal(read[0]!.char, "S");
});

test("a word that would mix cases stays as it was read", () => {
  assert.equal(settled("Deals", "DealS"), "Deals");
});

test("light letters on dark are told too", () => {
  assert.equal(settled("Book week", "Book Week", { ground: 20, inks: [240, 170] }), "Book Week");
});

test("where no other letter stands beside, or the ground is busy, letters stay as they were read", () => {
  assert.equal(settled("cow", "COW"), "cow");
  const busy = stripOf("Book Week");
  for (let i = 0; i < busy.data.length; i++) busy.data[i] = (i * 7919) % 256;
  const read = spotsOf("Book week");
  assert.deepEqual(withCaseByHeight(read, busy), read);
});
