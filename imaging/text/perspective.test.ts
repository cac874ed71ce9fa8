import assert from "node:assert/strict";
import { test } from "node:test";
import { type Frame2, nearPoint, type Perspective, seenAt, seenFrom, turnedFrame } from "./perspective.ts";

const SEEN: Perspective = { along: 0.0006, across: 0.001 };
const FRAME: Frame2 = { sizePx: 50, condense: 1.1, slant: 0.2 };
const close = (a: number, b: number, within = 1e-9) => assert.ok(Math.abs(a - b) < within, `${a}, not ${b}`);

/** A point of the em square on the flat line. */
const flat = ({ sizePx, condense, slant }: Frame2, x: number, y: number) => ({
  u: sizePx * (condense * x - Math.tan(slant) * y),
  v: sizePx * y,
});

test("what is written from another point of the line lies where it did", () => {
  const moved = seenFrom(SEEN, 90, FRAME);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, -1],
    [-3, 0.5],
  ]) {
    const at = flat(FRAME, x, y);
    const before = seenAt(SEEN, { u: at.u + 90, v: at.v });
    const after = seenAt(moved.perspective, flat(moved, x, y));
    close(after.u + moved.u, before.u);
    close(after.v, before.v);
  }
});

test("close to a point the plane is its slope there", () => {
  const point = { u: 40, v: -18 };
  const near = nearPoint(SEEN, point, FRAME);
  const step = flat(FRAME, 1e-4, 0);
  const beside = seenAt(SEEN, { u: point.u + step.u, v: point.v + step.v });
  close(Math.atan2(beside.v - near.v, beside.u - near.u), near.turn, 1e-4);
  close(Math.hypot(beside.u - near.u, beside.v - near.v), 1e-4 * near.sizePx * near.condense, 1e-7);
});

test("a turned frame comes apart into its turn and itself", () => {
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)];
  const turn = turnedFrame(
    [
      [cos, -sin],
      [sin, cos],
    ],
    FRAME,
  );
  close(turn.turn, 0.3);
  close(turn.sizePx, FRAME.sizePx);
  close(turn.condense, FRAME.condense);
  close(turn.slant, FRAME.slant);
});
