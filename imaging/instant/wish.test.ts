import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, PLAIN } from "../../test/fixtures/lettering.ts";
import type { FontFace } from "../ports.ts";
import type { Rgb } from "../raster/colour.ts";
import { evenStops, type Paint, rampOver } from "../text/fit/paint.ts";
import { changesLook, edgesOf, isGuessed, nearestWeight, repaint, restyle, shadowFor } from "./wish.ts";

const { fonts } = createPress();
const face = (id: string): FontFace => {
  const found = fonts.faces().find((f) => f.id === id);
  assert.ok(found, id);
  return found;
};
const restyled = (wish: Parameters<typeof restyle>[1]["wish"], more: { text?: string; id?: string } = {}) => {
  const id = more.id ?? "inter";
  const setting = { ...PLAIN, faceId: id, weight: 400, tracking: 0.2, condense: 0.9 };
  return restyle(fonts, { setting, face: face(id), outline: undefined, text: more.text ?? "Sale", wish });
};

test("letters made darker or lighter keep their hue, each colour of a gradient by its own share", () => {
  const at = { before: "A", after: "A", edges: [-Infinity, Infinity], ends: { u: [0, 9], v: [0, 9] }, span: [0, 9] } as const;
  const painted = (colour: Rgb, shade: number): Rgb => {
    const paint = repaint({ kind: "solid", colour }, { ...at, wish: { shade } });
    return paint.kind === "solid" ? paint.colour : [0, 0, 0];
  };
  const red = painted([200, 40, 40], -0.3);
  assert.ok(red[0] < 150 && red[0] > 2 * red[1], `${red}`);
  assert.ok(painted([0, 0, 0], 0.2)[0] > 15 && painted([255, 255, 255], -0.2)[0] < 220);
  assert.deepEqual(painted([90, 90, 90], -1), [0, 0, 0]);
  assert.ok(changesLook({ shade: -0.2 }));
});

test("without a wish the setting is the original's", () => {
  const same = restyled(undefined);
  assert.deepEqual(same?.setting, { ...PLAIN, faceId: "inter", weight: 400, tracking: 0.2, condense: 0.9 });
  assert.deepEqual([same?.fresh, same?.warnings], [false, []]);
});

test("weight, size, slant and outline go as wished", () => {
  assert.equal(restyled({ weight: 800 })?.setting.weight, 800);
  assert.equal(restyled({ weight: 1000 })?.setting.weight, 900);
  assert.equal(restyled({ size: 30 })?.setting.sizePx, 30);
  assert.equal(restyled({ sizeFactor: 1.5 })?.setting.sizePx, 72);
  assert.deepEqual(
    [4, -4].map((sizeBy) => restyled({ sizeBy })?.setting.sizePx),
    [52, 44],
  );
  assert.deepEqual([restyled({ italic: true })?.setting.italic, restyled({ italic: true })?.setting.slant], [true, 0]);
  const leaning = restyled({ italic: true }, { id: "oswald" });
  assert.ok(leaning && !leaning.setting.italic && leaning.setting.slant > 0.1, "a face without italics leans");
  assert.deepEqual(restyled({ outline: { colour: "#102030", widthPx: 3 } })?.outline, { colour: [16, 32, 48], widthPx: 3 });
  assert.ok(restyled({ weight: 800 })?.fresh);
});

test("a wished family is taken by any spelling; an unknown one is said and the fitted one kept", () => {
  const other = restyled({ font: "playfair-display" });
  assert.equal(other?.setting.faceId, "playfair-display");
  assert.equal(other?.setting.condense, 1, "a squeeze belongs to the face it was fitted with");
  const unknown = restyled({ font: "No Such Font" });
  assert.equal(unknown?.setting.faceId, "inter");
  assert.match(unknown?.warnings[0] ?? "", /No Such Font/);
});

test("where the face lacks the characters one of its kind stands in, and it is said", () => {
  const sans = restyled(undefined, { text: "新品" });
  const serif = restyled(undefined, { text: "新品", id: "playfair-display" });
  assert.ok(sans && face(sans.setting.faceId).scripts.includes("han") && /stands in/.test(sans.warnings[0]));
  assert.equal(serif && face(serif.setting.faceId).category, "serif");
  assert.equal(restyled(undefined, { text: "\u{1F600}" }), undefined);
});

test("the nearest weight is one the face has", () => {
  assert.equal(nearestWeight(face("inter"), 650), 650);
  assert.equal(nearestWeight(face("lato"), 650), 700);
  assert.equal(nearestWeight(face("anton"), 900), 400);
});

test("only alignment leaves the look of letters as it is", () => {
  assert.equal(changesLook(undefined), false);
  assert.equal(changesLook({ align: "left" }), false);
  assert.equal(changesLook({ colour: undefined } as object), false);
  assert.equal(changesLook({ colour: "#ff0000" }), true);
});

const [RED, BLUE, GOLD]: Rgb[] = [
  [255, 0, 0],
  [0, 0, 255],
  [255, 200, 0],
];
const ENDS = { u: [-50, 50], v: [-12, 14] } as const;
const carried = (before: string, after: string, colours: readonly Rgb[]) => {
  const paint: Paint = { kind: "perCharacter", colours, edges: [] };
  const out = repaint(paint, { wish: undefined, before, after, edges: [0], ends: ENDS, span: [-9, 9] });
  return out.kind === "perCharacter" ? out.colours : [];
};

test("characters that stay keep their colours; new ones go through those they replace", () => {
  assert.deepEqual(carried("ABC", "AXC", [RED, BLUE, GOLD]), [RED, BLUE, GOLD]);
  assert.deepEqual(carried("AB C", "AXYZ C", [RED, BLUE, GOLD]), [RED, BLUE, BLUE, BLUE, GOLD]);
  assert.deepEqual(carried("ABCD", "AD", [RED, BLUE, BLUE, GOLD]), [RED, GOLD]);
  assert.deepEqual(carried("AB", "WXYZ", [RED, BLUE]), [RED, BLUE, RED, BLUE]);
  assert.deepEqual(carried("AB", "ABC", [RED, BLUE]), [RED, BLUE, BLUE]);
});

test("a wished colour or gradient replaces the paint; a gradient runs over the new ink the way it is said to", () => {
  const at = { before: "A", after: "A", edges: [], ends: ENDS, span: [-9, 9] as const };
  const solid: Paint = { kind: "solid", colour: RED };
  assert.deepEqual(repaint(solid, { ...at, wish: { colour: "#0000ff" } }), { kind: "solid", colour: BLUE });
  const gradient = ["#ff0000", "#0000ff"];
  assert.deepEqual(repaint(solid, { ...at, wish: { gradient } }), rampOver(ENDS, [RED, BLUE], 90));
  assert.deepEqual(repaint(solid, { ...at, wish: { gradient, gradientAngle: 0 } }), rampOver(ENDS, [RED, BLUE], 0));
  assert.equal(repaint(solid, { ...at, wish: { weight: 900 } }), solid);
  const along: Paint = { kind: "linear", angle: 0, from: -9, to: 9, stops: evenStops([RED, BLUE]) };
  assert.deepEqual(repaint(along, { ...at, wish: undefined }), { ...along, from: -50, to: 50 });
  const across: Paint = { ...along, angle: Math.PI / 2 };
  const carried = repaint(across, { ...at, wish: undefined });
  assert.ok(carried.kind === "linear" && Math.abs(carried.from + 9) < 1e-9 && Math.abs(carried.to - 9) < 1e-9);
});

test("cells of a set string meet half-way between its characters, spaces left out", () => {
  assert.deepEqual(edgesOf("A BC", [0, 10, 20, 30, 50]), [-Infinity, 15, 32.5, Infinity]);
});

test("letters beyond those of a line whose letters differ in colour have guessed colours", () => {
  const [red, blue]: readonly Rgb[] = [
    [200, 0, 0],
    [0, 0, 200],
  ];
  const paint: Paint = { kind: "perCharacter", colours: [red, blue, red], edges: [] };
  const guessed = (after: string, wish?: Parameters<typeof isGuessed>[1]["wish"]) => isGuessed(paint, { before: "abc", after, wish });
  assert.deepEqual([guessed("xyzw"), guessed("xyz"), guessed("xy")], [true, false, false]);
  assert.equal(guessed("abcc"), true);
  assert.equal(guessed("xyzw", { colour: "#ffffff" }), false);
  assert.equal(isGuessed({ ...paint, colours: [red, red, red] }, { before: "abc", after: "wxyz", wish: undefined }), false);
});

test("a shadow is of the colour said of it, whether it is new or there already", () => {
  const wish = { shadow: true, shadowColour: "#ff0000" } as const;
  assert.deepEqual(shadowFor(undefined, wish, 100)?.colour, [255, 0, 0]);
  assert.deepEqual(shadowFor({ dx: 1, dy: 1, blurPx: 2, colour: [0, 0, 0], opacity: 0.3 }, wish, 100)?.colour, [255, 0, 0]);
  assert.deepEqual(shadowFor(undefined, { shadow: true }, 100)?.colour, [0, 0, 0]);
});
