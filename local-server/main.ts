import { enableCompileCache } from "node:module";

// Before anything else is loaded: keeps the stripped and compiled modules between runs, which halves the start.
enableCompileCache();

const { runCli } = await import("./cli/run-cli.ts");
const { ENGINE_NAMES } = await import("./engines/engine-names.ts");

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interrupted.signal.aborted) process.exit(1);
    interrupted.abort();
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  process,
  signal: interrupted.signal,
  tools: {
    createEngines: async (dataFolder) => (await import("./set-up-engines.ts")).setUpEngines(dataFolder),
    engineNames: ENGINE_NAMES,
    loadPlanner: async () => (await import("../imaging/instruction/plan.ts")).planInstruction,
    workerEntry: new URL("./worker/edit-worker.ts", import.meta.url),
  },
});
