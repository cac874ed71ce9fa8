import { serveEdits } from "../../local-server/worker/serve-edits.ts";
import { createFakeEngine } from "./engine.ts";
import { fakePlan } from "./plan.ts";

/** The edit worker with the fake engine: the module `startCompanion` is given in tests. */
await serveEdits(process.argv[2]!, [createFakeEngine()], fakePlan);
