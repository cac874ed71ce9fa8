import { flushCompileCache } from "node:module";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import { setUpEngines } from "../set-up-engines.ts";
import { serveEdits } from "./serve-edits.ts";

/** By then it has done some work, and what that needed is compiled. A worker is ended without being asked. */
const KEEP_COMPILED_AFTER_MS = 10_000;

/** The process that edits: pipeline, engines and models. Started by the companion with its data folder. */
const dataFolder = process.argv[2]!;
await serveEdits(dataFolder, setUpEngines(dataFolder), planInstruction);
setTimeout(flushCompileCache, KEEP_COMPILED_AFTER_MS).unref();
