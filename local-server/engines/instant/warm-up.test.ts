import assert from "node:assert/strict";
import { test } from "node:test";
import { createImagingPorts } from "../../runtime/imaging-ports.ts";
import { createInstantEngine } from "./index.ts";

test("warming up runs both networks once and makes no result", async () => {
  const ports = createImagingPorts();
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
  await createInstantEngine({ ...ports, ocr }).warmUp?.();
  assert.deepEqual(runs, ["detect", "recognise"]);
  await ports.dispose();
});
