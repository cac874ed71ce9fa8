import { type ParseArgsConfig, parseArgs } from "node:util";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Command, CommandArgs, CommandOption } from "./command.ts";

/** Every command has these. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  json: { type: "boolean", help: "Print the result as one JSON document." },
  data: { type: "string", value: "DIR", help: "Keep data in this folder instead of the usual one." },
  lang: { type: "string", value: "LANG", help: "Speak this language: en or zh. Default: the system's." },
  help: { type: "boolean", short: "h", help: "Show this help." },
};

const configOf = (options: Readonly<Record<string, CommandOption>>): ParseArgsConfig["options"] =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short !== undefined && { short }), ...(multiple !== undefined && { multiple }) },
    ]),
  );

const badUsage = (command: Command, message: string): Result<never> => {
  const valid = Object.keys({ ...command.options, ...COMMON_OPTIONS }).map((name) => `--${name}`);
  const help = `Usage: emend ${command.usage}. Options: ${valid.join(", ")}. See emend ${command.name} --help.`;
  return err(emendError("bad_usage", message, { help }));
};

const isParseError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** `--region -20,10,300,80`: a number below zero is a value, though it begins like an option. Joins the two words. */
function joinedNumbers(words: readonly string[], options: NonNullable<ParseArgsConfig["options"]>): string[] {
  const out: string[] = [];
  for (const word of words) {
    const before = out.at(-1);
    const takesValue = before?.startsWith("--") && options[before.slice(2)]?.type === "string";
    if (takesValue && /^-[\d.]/.test(word)) out[out.length - 1] = `${before}=${word}`;
    else out.push(word);
  }
  return out;
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

const argsOf = (values: Values, positionals: readonly string[]): CommandArgs => ({
  positionals,
  text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
  list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
  flag: (name) => values[name] === true,
});

/** Reads the words after the command's name. `bad_usage` says what is wrong and what would be valid. */
export function parseCommand(command: Command, words: readonly string[]): Result<CommandArgs> {
  try {
    const options = configOf({ ...command.options, ...COMMON_OPTIONS }) ?? {};
    const { values, positionals } = parseArgs({ args: joinedNumbers(words, options), options, allowPositionals: true, strict: true });
    const args = argsOf(values as Values, positionals);
    if (args.flag("help")) return ok(args);
    const { min, max } = command.positionals;
    if (positionals.length < min) return badUsage(command, "Something is missing.");
    if (positionals.length > max) return badUsage(command, `"${positionals[max]}" is one too many.`);
    return ok(args);
  } catch (error) {
    if (!isParseError(error)) throw error;
    return badUsage(command, `${error.message.split(/\. |\n/)[0]}.`);
  }
}
