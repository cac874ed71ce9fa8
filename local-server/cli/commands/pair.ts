import { ok } from "../../../protocol/errors.ts";
import { readToken, renewToken } from "../../store/token-file.ts";
import type { Command } from "../command.ts";
import { linkOf, runningPort } from "../running-companion.ts";

export const pair: Command = {
  name: "pair",
  usage: "pair [--renew] [--json]",
  summary: "Shows the token of this data folder, for the person at this machine. Whoever has it can use the companion.",
  positionals: { min: 0, max: 0 },
  options: { renew: { type: "boolean", help: "Make a new token; panels paired with the old one are locked out." } },
  run: async (args, { dataFolder, output, json }) => {
    const token = args.flag("renew") ? await renewToken(dataFolder) : await readToken(dataFolder);
    if (!token.ok) return token;
    const port = await runningPort(dataFolder);
    const open = port === undefined ? undefined : linkOf(port, token.value);
    if (json) output.json({ token: token.value, ...(open !== undefined && { open }) });
    else output.data(token.value);
    if (!json) output.note(open === undefined ? "No companion runs on this data folder: emend serve starts one." : `Playground: ${open}`);
    return ok(0);
  },
};
