import type { Result } from "../../protocol/errors.ts";
import type { CliContext } from "./cli-context.ts";

/** 0 done · 1 failed · 2 bad usage or input · 3 needs review (result written) · 4 engine not available. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface CommandOption {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** Placeholder of the value in the help. */
  readonly value?: string;
  readonly help: string;
}

/** Parsed arguments by name; an option not declared by the command does not exist. */
export interface CommandArgs {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

export interface Command {
  readonly name: string;
  /** What comes after `emend`, as in the help. */
  readonly usage: string;
  readonly summary: string;
  readonly positionals: { readonly min: number; readonly max: number };
  /** Beside `--json`, `--data` and `--help`, which every command has. */
  readonly options: Readonly<Record<string, CommandOption>>;
  run(args: CommandArgs, context: CliContext): Promise<Result<ExitCode>>;
}
