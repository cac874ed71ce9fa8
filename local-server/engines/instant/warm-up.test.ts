import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createImagingPorts } from "../../runtime/imaging-ports.ts";
import { rehearse, warmUp } from "./warm-up.ts";

const ports = createImagingPorts();
after(() => ports.dispose());

test("warming up runs both networks, then finds and replaces a line of its own", async () => {
  const runs: string[] = [];
  const ocr = {
    ...ports.ocr,
    detect: (...args: Parameters<typeof ports.ocr.detect>) => {
      runs.push("detect");
      return ports.ocr.detect(...args);
    },
    recognise: (...args: Parameters<typeof ports.ocr.recognise>) => {
      runs.push("recognise");
      return ports.ocr.recognise(...args);
    },
  };
  const before: number[] = [];
  for await (const _step of warmUp({ ...ports, ocr })) before.push(runs.length);
  assert.equal(before.length, 3);
  assert.deepEqual(runs.slice(0, 2), ["detect", "recognise"]);
  assert.ok(runs.filter((run) => run === "detect").length > 1, "the rehearsed edit looks for its text");
});

test("the rehearsed edit comes out", async () => {
  const codes: string[] = [];
  for await (const done of rehearse(ports)) codes.push(done.ok ? "ok" : done.error.code);
  assert.deepEqual(codes, ["ok", "ok"]);
});
