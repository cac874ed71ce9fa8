import { setFlagsFromString } from "node:v8";
import type { Command } from "./command.ts";

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** A companion rests most of its life: its young objects keep the little room they begin with, a fifth less memory all in all. Before its code is loaded. */
const staySmall = (): void => setFlagsFromString("--semi-space-growth-factor=1");

/** Each command loads when it is used, so that `serve` starts without what `edit` needs. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "serve",
    summary: "Run the companion for the plugin and the playground.",
    load: async () => {
      staySmall();
      return (await import("./commands/serve.ts")).serve;
    },
  },
  { name: "edit", summary: "Change a picture as told.", load: async () => (await import("./commands/edit.ts")).edit },
  { name: "batch", summary: "Change every picture of a folder.", load: async () => (await import("./commands/batch.ts")).batch },
  { name: "find", summary: "List every text in a picture.", load: async () => (await import("./commands/find.ts")).find },
  { name: "plan", summary: "Show what an instruction is understood to mean.", load: async () => (await import("./commands/plan.ts")).plan },
  {
    name: "verify",
    summary: "Check that a result changed nothing outside its mask.",
    load: async () => (await import("./commands/verify.ts")).verify,
  },
  { name: "pair", summary: "Show the token the plugin asks for.", load: async () => (await import("./commands/pair.ts")).pair },
  {
    name: "store",
    summary: "Remove stored pictures that nothing names any more.",
    load: async () => (await import("./commands/store.ts")).store,
  },
  {
    name: "migrate",
    summary: "Move a data folder to a team's database and object store.",
    load: async () => (await import("./commands/migrate.ts")).migrate,
  },
  {
    name: "worker",
    summary: "Run edits for the companions of a shared database.",
    load: async () => (await import("./commands/worker.ts")).worker,
  },
  {
    name: "tokens",
    summary: "Give out, list and revoke tokens for a team.",
    load: async () => (await import("./commands/tokens.ts")).tokens,
  },
  {
    name: "engines",
    summary: "List the engines and whether they can work now.",
    load: async () => (await import("./commands/engines.ts")).engines,
  },
  { name: "models", summary: "List or verify the model files.", load: async () => (await import("./commands/models.ts")).models },
  { name: "history", summary: "List the edits made so far.", load: async () => (await import("./commands/history.ts")).history },
  {
    name: "audit",
    summary: "Show who did what, or check that this log is whole.",
    load: async () => (await import("./commands/audit.ts")).audit,
  },
  {
    name: "doctor",
    summary: "Check this machine and say what is missing.",
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
];
