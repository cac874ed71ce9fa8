import assert from "node:assert/strict";
import { test } from "node:test";
import { detectHardware, readNvidia, readWindowsCards } from "./detect-hardware.ts";

test("of several NVIDIA cards the largest counts", () => {
  const card = readNvidia("8192, NVIDIA GeForce RTX 3070\n24576, NVIDIA GeForce RTX 4090\n");
  assert.deepEqual(card, { gpu: "cuda", vramGiB: 24, name: "NVIDIA GeForce RTX 4090" });
});

test("what the driver's tool says when there is no card is no card", () => {
  assert.equal(readNvidia("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."), undefined);
  assert.equal(readNvidia(""), undefined);
});

test("Windows tells card memory in hexadecimal bytes", () => {
  const text =
    "HKEY_LOCAL_MACHINE\\…\\0000\n    HardwareInformation.qwMemorySize    REG_QWORD    0x400000000\n\nEnd of search: 1 match(es) found.\n";
  assert.deepEqual(readWindowsCards(text), { gpu: "vulkan", vramGiB: 16 });
  assert.equal(readWindowsCards("End of search: 0 match(es) found."), undefined);
});

test("main memory is known, and the card's can be overruled", async () => {
  const { ramGiB } = await detectHardware({});
  assert.ok(ramGiB > 0.5);
  assert.equal((await detectHardware({ EMEND_SD_VRAM_GB: "12" })).vramGiB, 12);
});
