import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

/** The part of a terminal or pipe that a secret is read from. */
export interface SecretSource extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
}

const MAX_CHARS = 4096;
const [END, ERASE, INTERRUPT] = ["\r\n\u0004", "\u007f\b", "\u0003"];

/** A terminal in raw mode shows nothing of what is typed, so we do its line editing: erase, and end at the first line end. */
function typed(known: string, text: string): { readonly line: string; readonly ended: boolean; readonly broken: boolean } {
  let line = known;
  for (const char of text) {
    if (END.includes(char)) return { line, ended: true, broken: false };
    if (char === INTERRUPT) return { line: "", ended: true, broken: true };
    line = ERASE.includes(char) ? line.slice(0, -1) : line + char;
  }
  return { line, ended: false, broken: false };
}

async function readLine(source: SecretSource): Promise<string> {
  let line = "";
  for await (const part of source) {
    const next = typed(line, String(part));
    line = next.line;
    if (next.ended || line.length > MAX_CHARS) break;
  }
  return line.trim();
}

/** One line from standard input, never shown: a secret on the command line would be in the shell's history and in process lists. */
export async function readSecret(source: SecretSource | undefined): Promise<Result<string>> {
  if (source === undefined) return err(emendError("bad_usage", "There is no standard input to read the key from."));
  if (source.isTTY) source.setRawMode?.(true);
  try {
    const secret = await readLine(source);
    if (secret !== "" && secret.length <= MAX_CHARS && !/\s/.test(secret)) return ok(secret);
    const help = "Paste it and press Enter, or pipe it in: emend engines set-key NAME < key.txt";
    return err(emendError("bad_usage", "That is no key: it is empty, too long or has spaces.", { help }));
  } finally {
    if (source.isTTY) source.setRawMode?.(false);
  }
}
