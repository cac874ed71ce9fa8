import { runCli } from "../../local-server/cli/run-cli.ts";
import { FAKE_TOOLS } from "../cli/run-emend.ts";

/** The command line with the fake engine: what `main.ts` does, without models. */
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interrupted.abort());

process.exitCode = await runCli(process.argv.slice(2), { process, signal: interrupted.signal, tools: FAKE_TOOLS });
