import { ok } from "../../../protocol/errors.ts";
import { engineViewOf } from "../../pipeline/engine-view.ts";
import type { Command } from "../command.ts";

export const engines: Command = {
  name: "engines",
  usage: "engines [--json]",
  summary: "Lists the engines, what they can do, and whether they can do it now.",
  positionals: { min: 0, max: 0 },
  options: {},
  run: async (_args, { tools, dataFolder, output, json, signal }) => {
    const created = await tools.createEngines(dataFolder);
    const views = await Promise.all(created.map((engine) => engineViewOf(engine, signal)));
    await Promise.all(created.map((engine) => engine.dispose?.()));
    if (json) output.json({ engines: views });
    else
      for (const view of views)
        output.line(`${view.name}  ${view.available ? "ready" : `not available: ${view.reason}`}  ${view.operations.join(" ")}`);
    return ok(0);
  },
};
