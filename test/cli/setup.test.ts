import assert from "node:assert/strict";
import { test } from "node:test";
import { findChromium, type Machine } from "../../scripts/chromium.ts";
import { installSteps } from "../../scripts/install-steps.ts";

const machine = (files: readonly string[], more: Partial<Machine> = {}): Machine => ({
  platform: "linux",
  env: { PATH: "/usr/local/bin:/usr/bin" },
  runs: (path) => files.includes(path),
  ...more,
});

test("a browser named in EMEND_CHROMIUM is taken, and a wrong name is not replaced behind one's back", () => {
  const env = { PATH: "/usr/bin", EMEND_CHROMIUM: "/opt/mine" };
  assert.equal(findChromium(machine(["/opt/mine", "/usr/bin/chromium"], { env })), "/opt/mine");
  assert.equal(findChromium(machine(["/usr/bin/chromium"], { env })), undefined);
});

test("browsers are found on PATH, chromium first, and in the places of a Mac", () => {
  assert.equal(findChromium(machine(["/usr/bin/google-chrome", "/usr/bin/chromium"])), "/usr/bin/chromium");
  assert.equal(findChromium(machine(["/usr/bin/google-chrome"])), "/usr/bin/google-chrome");
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  assert.equal(findChromium(machine([chrome], { platform: "darwin" })), chrome);
  assert.equal(findChromium(machine([])), undefined);
});

test("the system's package manager installs it, through sudo where that is needed and there", () => {
  const has = (...names: string[]) => ({ has: (name: string) => names.includes(name) });
  assert.deepEqual(installSteps({ ...has("apk"), isRoot: true }), [["apk", "add", "chromium"]]);
  assert.deepEqual(installSteps({ ...has("dnf", "sudo"), isRoot: false }), [["sudo", "dnf", "install", "-y", "chromium"]]);
  assert.equal(installSteps({ ...has("apt-get"), isRoot: false }), undefined);
  assert.equal(installSteps({ ...has("brew"), isRoot: false })?.[0]?.[0], "brew");
  assert.equal(installSteps({ ...has(), isRoot: true }), undefined);
});
