/**
 * Runs node's own test runner over the project's tests.
 *   node scripts/run-tests.ts            everything
 *   node scripts/run-tests.ts unit       all but end-to-end
 *   node scripts/run-tests.ts e2e        end-to-end in a browser
 */
import { spawnSync } from "node:child_process";

const UNIT = ["protocol", "imaging", "src", "ui", "local-server", "playground"].map((f) => `${f}/**/*.test.ts`);
const CROSS = [
  "test/architecture/**/*.test.ts",
  "test/contract/**/*.test.ts",
  "test/security/**/*.test.ts",
  "test/faults/**/*.test.ts",
  "test/hosts/*.test.ts",
  "test/cli/**/*.test.ts",
  "test/engine/**/*.test.ts",
  "test/language/**/*.test.ts",
];
const E2E = ["test/e2e/**/*.test.ts"];

const wanted = process.argv[2] ?? "all";
const globs = wanted === "unit" ? [...UNIT, ...CROSS] : wanted === "e2e" ? E2E : [...UNIT, ...CROSS, ...E2E];
const run = spawnSync(process.execPath, ["--test", "--test-concurrency=2", ...globs], { stdio: "inherit" });
process.exit(run.status ?? 1);
