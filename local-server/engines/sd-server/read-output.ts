/** What sd-server's output tells besides its API. */
export interface OutputEvents {
  /** A sampling step is done. */
  step(done: number, total: number): void;
  /** The text encoder sees no pictures: edits would come out as inventions. */
  blind(): void;
}

const STEP = /\|[=> ]*\|\s*(\d+)\/(\d+) - [\d.]+\s*(?:s\/it|it\/s)/;

/**
 * Reads stdout piece by piece. Steps count only between "generating image" and "sampling completed": VAE tiles draw the same bar.
 * Texts are matched without file and line, which change with every build.
 */
export function createOutputReader(events: OutputEvents): (piece: string) => void {
  let rest = "";
  let sampling = false;
  const read = (line: string): void => {
    if (line.includes("generating image")) sampling = true;
    else if (line.includes("sampling completed")) sampling = false;
    else if (line.includes("no vision weights detected")) events.blind();
    const step = sampling ? STEP.exec(line) : null;
    if (step !== null) events.step(Number(step[1]), Number(step[2]));
  };
  return (piece) => {
    // A bar is complete with the escape that clears the rest of its line: its line break comes only after the last step.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what ends a bar
    const lines = (rest + piece).split(/\r|\n|\u001b\[K/);
    rest = lines.pop() ?? "";
    lines.forEach(read);
  };
}
