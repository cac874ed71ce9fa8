import { planInstruction } from "../../imaging/instruction/plan.ts";
import { createEngines } from "../engines/create-engines.ts";
import { serveEdits } from "./serve-edits.ts";

/** The process that edits: pipeline, engines and models. Started by the companion with its data folder. */
await serveEdits(process.argv[2]!, createEngines(), planInstruction);
