import type { Command, CommandOption } from "./command.ts";
import { COMMON_OPTIONS } from "./parse-command.ts";

const helpOf = ({ help, multiple }: CommandOption): string => (multiple ? `${help} May be given several times.` : help);

export function commandHelp(command: Command): string {
  const rows = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(([name, option]) => {
    const short = option.short === undefined ? "    " : `-${option.short}, `;
    const left = `${short}--${name}${option.value === undefined ? "" : ` ${option.value}`}`;
    return `  ${left.padEnd(34)}${helpOf(option)}`;
  });
  return [`emend ${command.usage}`, "", command.summary, "", ...rows].join("\n");
}

export function overview(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`);
  const exits = "Exit codes: 0 done, 1 failed, 2 bad usage or input, 3 needs review, 4 engine not available.";
  return [
    "Say what to change. Get a layer, not a new picture.",
    "",
    "emend COMMAND …",
    "",
    ...rows,
    "",
    "emend COMMAND --help says more.",
    exits,
  ].join("\n");
}
