import { planInstruction } from "../../imaging/instruction/plan.ts";
import { setUpEngines } from "../set-up-engines.ts";
import { serveEdits } from "./serve-edits.ts";

/** The process that edits: pipeline, engines and models. Started by the companion with its data folder. */
const dataFolder = process.argv[2]!;
await serveEdits(dataFolder, setUpEngines(dataFolder), planInstruction);
