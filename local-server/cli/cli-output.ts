import type { EmendError } from "../../protocol/errors.ts";

/** stdout carries the result and nothing else; people are talked to on stderr. */
export interface CliOutput {
  /** A line of the result. */
  line(text: string): void;
  /** The result as one JSON document. */
  json(value: unknown): void;
  /** A remark for the person watching. */
  note(text: string): void;
  /** Progress: overwrites itself on a terminal, silent elsewhere. */
  progress(text: string): void;
}

/** A stream as far as text goes into it. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export function createCliOutput(out: TextSink, errors: TextSink): CliOutput {
  let drawn = false;
  const clear = (): void => {
    if (drawn) errors.write("\r\u001b[K");
    drawn = false;
  };
  return {
    line: (text) => void out.write(`${text}\n`),
    json: (value) => void out.write(`${JSON.stringify(value)}\n`),
    note: (text) => {
      clear();
      errors.write(`${text}\n`);
    },
    progress: (text) => {
      if (errors.isTTY !== true) return;
      clear();
      errors.write(text);
      drawn = text !== "";
    },
  };
}

/** One clear sentence, then what to do. */
export function reportError(error: EmendError, output: CliOutput, json: boolean): void {
  output.progress("");
  if (json) output.json({ error });
  output.note(`emend: ${error.message}`);
  if (error.help !== undefined) output.note(`       ${error.help}`);
}
