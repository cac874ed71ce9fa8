import * as v from "valibot";
import { OWNER_TENANT } from "../../../protocol/access.ts";
import { DigestSchema } from "../../../protocol/edit.ts";
import { emendError, err, ok } from "../../../protocol/errors.ts";
import { openTables } from "../../open-tables.ts";
import { createEditHistory } from "../../store/edit-history.ts";
import type { Command } from "../command.ts";

export const history: Command = {
  name: "history",
  usage: "history list [--source SHA256] [--search TEXT] [--json]",
  summary: "Lists the edits made with this data folder, newest first, with the digests before and after.",
  positionals: { min: 0, max: 1 },
  options: {
    source: { type: "string", value: "SHA256", help: "Only edits of this picture." },
    search: { type: "string", value: "TEXT", help: "Only edits whose instruction or texts contain this." },
  },
  run: async (args, { dataFolder, env, output, json }) => {
    const [action = "list"] = args.positionals;
    if (action !== "list") return err(emendError("bad_usage", `history does not know "${action}".`, { help: "Use history list." }));
    const source = args.text("source");
    if (source !== undefined && !v.is(DigestSchema, source))
      return err(emendError("bad_usage", "--source takes a SHA-256: 64 hex digits."));
    const tables = await openTables(dataFolder, env);
    if (!tables.ok) return tables;
    const entries = await createEditHistory(tables.value.queries, OWNER_TENANT).list({ source, search: args.text("search") });
    await tables.value.close();
    if (json) output.json({ entries });
    else
      for (const { createdAt, result } of entries)
        output.data(`${createdAt}  ${result.engine}  ${result.source.sha256.slice(0, 12)} → ${result.result.sha256.slice(0, 12)}`);
    return ok(0);
  },
};
