import { emendError, err, ok } from "../../../protocol/errors.ts";
import { checkedModels } from "../../registry/model-cards.ts";
import type { Command } from "../command.ts";

export const models: Command = {
  name: "models",
  usage: "models list | verify [--json]",
  summary: "Lists the models with licence and size; verify reads every file and compares its digest with the card.",
  positionals: { min: 0, max: 1 },
  options: {},
  run: async (args, { output, json }) => {
    const [action = "list"] = args.positionals;
    if (action !== "list" && action !== "verify") {
      return err(emendError("bad_usage", `models does not know "${action}".`, { help: "Use models list or models verify." }));
    }
    const rows = await checkedModels();
    if (json) output.json({ models: rows });
    else {
      for (const { id, title, licence, files, state } of rows) {
        const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
        output.line(`${id}  ${state}  ${megabytes.toFixed(1)} MB  ${licence}  ${title}`);
      }
    }
    const bad = rows.filter(({ state }) => state !== "present");
    if (action === "list" || bad.length === 0) return ok(0);
    const message = `Not as their cards say: ${bad.map(({ id, state }) => `${id} (${state})`).join(", ")}.`;
    return err(emendError("verify_failed", message, { help: "Run npm ci." }));
  },
};
