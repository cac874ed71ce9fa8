/** Reads server-sent events: feeds on bytes as they come, gives the JSON of every complete `data:` line. Other lines are skipped. */
export class EventLines {
  readonly #decoder = new TextDecoder();
  #pending: string[] = [];

  push(part: Uint8Array): readonly unknown[] {
    const text = this.#decoder.decode(part, { stream: true });
    if (!text.includes("\n")) {
      this.#pending.push(text);
      return [];
    }
    const lines = (this.#pending.join("") + text).split("\n");
    this.#pending = [lines.pop() ?? ""];
    return lines.flatMap(read);
  }
}

function read(line: string): readonly unknown[] {
  if (!line.startsWith("data:")) return [];
  try {
    return [JSON.parse(line.slice(5)) as unknown];
  } catch {
    return [];
  }
}
