import { emendError, err, type Result } from "../../protocol/errors.ts";
import { dataFolderOf } from "../config/data-folder.ts";
import { VERSION } from "../config/version.ts";
import { createLogger, logLevelOf } from "../observability/logger.ts";
import { type CliTools, folderOf } from "./cli-context.ts";
import { type CliOutput, createCliOutput, reportError, type TextSink } from "./cli-output.ts";
import type { Command, CommandArgs, ExitCode } from "./command.ts";
import { COMMANDS } from "./command-list.ts";
import { exitCodeOf } from "./exit-code.ts";
import { commandHelp, overview } from "./help-text.ts";
import { parseCommand } from "./parse-command.ts";
import type { SecretSource } from "./read-secret.ts";
import { spokenFor } from "./spoken-for.ts";

/** The part of `process` the command line needs. */
export interface CliProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly stdin?: SecretSource;
}

export interface CliRun {
  readonly process: CliProcess;
  readonly tools: CliTools;
  readonly signal: AbortSignal;
}

/** A run and where its words go. */
interface Spoken {
  readonly run: CliRun;
  readonly output: CliOutput;
}

const unknownCommand = (name: string): Result<never> => {
  const help = `Commands: ${COMMANDS.map((command) => command.name).join(", ")}.`;
  return err(emendError("bad_usage", `There is no command "${name}".`, { help }));
};

function runCommand(command: Command, args: CommandArgs, { run, output }: Spoken): Promise<Result<ExitCode>> {
  const { env, stderr } = run.process;
  const folder = folderOf(env, run.process.cwd());
  return command.run(args, {
    output,
    tools: run.tools,
    env,
    folder,
    input: run.process.stdin,
    dataFolder: dataFolderOf(args.text("data"), env, { folder }),
    logger: createLogger(logLevelOf(env.EMEND_LOG), (line) => void stderr.write(line)),
    json: args.flag("json"),
    signal: run.signal,
  });
}

async function dispatch(words: readonly string[], { run, output }: Spoken): Promise<Result<ExitCode>> {
  const [name, ...rest] = words;
  const shown = (text: string): Result<ExitCode> => {
    output.line(text);
    return { ok: true, value: 0 };
  };
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return shown(overview(COMMANDS));
  if (name === "--version" || name === "version") return shown(VERSION);
  const entry = COMMANDS.find((command) => command.name === name);
  if (entry === undefined) return unknownCommand(name);
  const command = await entry.load();
  const args = parseCommand(command, rest);
  if (!args.ok) return args;
  return args.value.flag("help") ? shown(commandHelp(command)) : runCommand(command, args.value, { run, output });
}

/** Runs one command line and gives its exit code. A bug becomes one sentence; its stack shows with `EMEND_LOG=debug` only. */
export async function runCli(words: readonly string[], run: CliRun): Promise<ExitCode> {
  const { env, stdout, stderr } = run.process;
  const spoken = spokenFor(words, env);
  const output = createCliOutput(stdout, stderr, spoken.ok ? spoken.value : undefined);
  if (!spoken.ok) {
    reportError(spoken.error, output, words.includes("--json"));
    return exitCodeOf(spoken.error.code);
  }
  const outcome = await dispatch(words, { run, output }).catch((error: unknown): Result<never> => {
    if (logLevelOf(env.EMEND_LOG) === "debug" && error instanceof Error) output.note(error.stack ?? error.message);
    return err(emendError("internal", "Emend hit a bug.", { help: "Run again with EMEND_LOG=debug and report what it prints." }));
  });
  if (outcome.ok) return outcome.value;
  reportError(outcome.error, output, words.includes("--json"));
  return exitCodeOf(outcome.error.code);
}
