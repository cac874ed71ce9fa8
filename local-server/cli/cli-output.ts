import type { EmendError } from "../../protocol/errors.ts";

/** stdout carries the result and nothing else; people are talked to on stderr. */
export interface CliOutput {
  /** A line of the result, in the person's language. */
  line(text: string): void;
  /** A line of the result that is data: texts, names, numbers, as they are. */
  data(text: string): void;
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

/** In which language people are talked to; the English text is all there is where nothing is given. */
export interface Spoken {
  /** What a line or a remark says, columns and all. */
  readonly say: (text: string) => string;
  /** The sentences in a JSON document; they stay English unless a language was asked for by name. */
  readonly document: (value: unknown) => unknown;
}

const AS_IT_IS: Spoken = { say: (text) => text, document: (value) => value };

export function createCliOutput(out: TextSink, errors: TextSink, { say, document }: Spoken = AS_IT_IS): CliOutput {
  let drawn = false;
  const clear = (): void => {
    if (drawn) errors.write("\r\u001b[K");
    drawn = false;
  };
  return {
    line: (text) => void out.write(`${say(text)}\n`),
    data: (text) => void out.write(`${text}\n`),
    json: (value) => void out.write(`${JSON.stringify(document(value))}\n`),
    note: (text) => {
      clear();
      errors.write(`${say(text)}\n`);
    },
    progress: (text) => {
      if (errors.isTTY !== true) return;
      clear();
      errors.write(say(text));
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
