import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeCanvas, pixelsOf, testPicture } from "../../test/fakes/node-canvas.ts";
import { recordPorts } from "../../test/fakes/session-ports.ts";
import { createFigma } from "../document/create-figma.ts";
import { FigmaDocument } from "../document/figma-document.ts";
import { createCanvasRenderer } from "./canvas-renderer.ts";

// biome-ignore lint/suspicious/noExplicitAny: the API is imitated at run time
type Loose = any;

function open(): Loose {
  const ports = recordPorts(createCanvasRenderer(nodeCanvas));
  return createFigma({ document: new FigmaDocument(), ports, manifest: { id: "1", name: "Test" } }).figma;
}

function pictureLayer(figma: Loose, width: number, height: number): Loose {
  const image = figma.createImage(testPicture(width, height));
  const layer = figma.createRectangle();
  layer.resize(width, height);
  layer.fills = [{ type: "IMAGE", imageHash: image.hash, scaleMode: "FILL" }];
  return layer;
}

const at = (p: { width: number; data: Uint8ClampedArray }, x: number, y: number): number[] => [
  ...p.data.subarray((y * p.width + x) * 4, (y * p.width + x) * 4 + 4),
];
const RED = [0xcc, 0x33, 0x44, 255];
const GREEN = [0x22, 0xaa, 0x66, 255];

test("a picture layer at scale 1 exports its own pixels, bit for bit", async () => {
  const figma = open();
  const source = await pixelsOf(testPicture(64, 48));
  const layer = pictureLayer(figma, 64, 48);
  layer.x = 17;
  const exported = await pixelsOf(await layer.exportAsync({ format: "PNG", useAbsoluteBounds: true, colorProfile: "SRGB" }));
  assert.deepEqual(exported.data, source.data);
});

test("a turned layer exports in its upright box, transparent in the corners", async () => {
  const figma = open();
  const layer = pictureLayer(figma, 100, 100);
  layer.rotation = 45;
  const p = await pixelsOf(await layer.exportAsync({ format: "PNG" }));
  assert.deepEqual([p.width, p.height], [141, 141]);
  assert.deepEqual(at(p, 1, 1), [0, 0, 0, 0]);
  assert.deepEqual(at(p, 70, 70), GREEN);
});

test("a frame clips, a mask masks, and hidden layers are left out", async () => {
  const figma = open();
  const frame = figma.createFrame();
  frame.fills = [];
  const layer = pictureLayer(figma, 200, 200);
  frame.appendChild(layer);
  const clipped = await pixelsOf(await frame.exportAsync({ format: "PNG" }));
  assert.deepEqual([clipped.width, at(clipped, 10, 10)], [100, RED]);
  const mask = figma.createRectangle();
  mask.resize(20, 100);
  frame.insertChild(0, mask);
  mask.isMask = true;
  const masked = await pixelsOf(await frame.exportAsync({ format: "PNG" }));
  assert.deepEqual([at(masked, 10, 10), at(masked, 30, 10)], [RED, [0, 0, 0, 0]]);
});

test("children of a group in a moved frame are drawn where they are", async () => {
  const figma = open();
  const frame = figma.createFrame();
  frame.x = 500;
  frame.fills = [];
  const layer = pictureLayer(figma, 40, 40);
  frame.appendChild(layer);
  layer.x = 30;
  layer.y = 30;
  const group = figma.group([layer], frame);
  group.opacity = 0.5;
  const p = await pixelsOf(await frame.exportAsync({ format: "PNG" }));
  assert.deepEqual(at(p, 10, 10), [0, 0, 0, 0]);
  assert.ok(Math.abs(at(p, 50, 50)[3]! - 128) <= 1);
});

test("CROP shows the part of the picture its transform names", async () => {
  const figma = open();
  const layer = pictureLayer(figma, 100, 100);
  layer.fills = [
    {
      ...layer.fills[0],
      scaleMode: "CROP",
      imageTransform: [
        [0.5, 0, 0.25],
        [0, 0.5, 0.25],
      ],
    },
  ];
  const p = await pixelsOf(await layer.exportAsync({ format: "PNG" }));
  assert.deepEqual([at(p, 3, 3), at(p, 96, 96)], [GREEN, GREEN]);
});
