import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../raster/colour.ts";
import { areGuessed, carriedColours } from "./carried-colours.ts";

const [WHITE, GOLD, RED]: readonly Rgb[] = [
  [255, 255, 255],
  [250, 180, 40],
  [200, 20, 20],
];
const coloured = (...words: readonly (readonly [word: string, colour: Rgb])[]) =>
  words.flatMap(([word, colour]) => [...word].map(() => colour));

test("where one word was coloured, one word is again, though words and letters are fewer", () => {
  const colours = coloured(["Reduce", WHITE], ["your", WHITE], ["flu", GOLD], ["risk", WHITE]);
  const [before, after] = ["Reduce your flu risk", "Stop colds now"];
  assert.deepEqual(carriedColours(colours, { before, after }), coloured(["Stop", WHITE], ["colds", GOLD], ["now", WHITE]));
  const same = carriedColours(colours, { before, after: "Know your cold danger" });
  assert.deepEqual(same, coloured(["Know", WHITE], ["your", WHITE], ["cold", GOLD], ["danger", WHITE]));
});

test("words that stay keep their colour wherever letters come or go", () => {
  const colours = coloured(["SALE", RED], ["now", WHITE]);
  assert.deepEqual(carriedColours(colours, { before: "SALE now", after: "CLEARANCE now" }), coloured(["CLEARANCE", RED], ["now", WHITE]));
  assert.equal(areGuessed(colours, { before: "SALE now", after: "CLEARANCE now" }), false);
  assert.equal(areGuessed(colours, { before: "SALE now", after: "BIG OFF THING" }), true);
});

test("a name in two colours keeps its parts in proportion; letters coloured one by one go in turn", () => {
  const name = coloured(["牛肉米", WHITE], ["线店", RED]);
  assert.deepEqual(carriedColours(name, { before: "牛肉米线店", after: "酸辣粉面" }), coloured(["酸辣", WHITE], ["粉面", RED]));
  assert.deepEqual(carriedColours([RED, GOLD], { before: "AB", after: "XYZ" }), [RED, GOLD, RED]);
});

test("of many colours each is its own, however near the next: they go on letter by letter", () => {
  const rainbow: readonly Rgb[] = [
    [220, 30, 30],
    [220, 120, 30],
    [40, 160, 60],
    [40, 90, 160],
    [90, 40, 200],
    [200, 40, 200],
  ];
  assert.deepEqual(carriedColours(rainbow, { before: "abcdef", after: "uvwxyz qr" }), [...rainbow, rainbow[0], rainbow[1]]);
});

test("a name of two colours that light has shaded is still one of two, and passes them on to whole words", () => {
  const shaded: readonly Rgb[] = [[70, 70, 72], [78, 78, 80], [112, 112, 114], [40, 40, 42], RED, RED];
  const colours = carriedColours(shaded, { before: "泡椒牛肉米线", after: "Spicy Beef Noodles" });
  const isRed = colours.map((colour) => colour === RED);
  assert.deepEqual(
    isRed,
    [..."SpicyBeef", ..."Noodles"].map((_, i) => i >= 9),
  );
});
