import { neededBy } from "./needed.ts";

/** More lists than these turn hardly a text away that the first let through. */
const MOST_LISTS = 3;

/** One list of literals, shared by all patterns that need it and looked for once in a text. */
class AnyOf {
  readonly #literals: readonly string[];
  #text = "";
  #found = false;
  constructor(literals: readonly string[]) {
    this.#literals = literals;
  }
  in(text: string): boolean {
    if (text !== this.#text) {
      this.#found = this.#literals.some((literal) => text.includes(literal));
      this.#text = text;
    }
    return this.#found;
  }
}

const lists = new Map<string, AnyOf>();

function listOf(literals: readonly string[]): AnyOf {
  const name = literals.join("\0");
  const list = lists.get(name) ?? new AnyOf(literals);
  lists.set(name, list);
  return list;
}

/**
 * Whether a pattern can match in a text at all, told by the words it needs: two thousand turns of phrase are asked of every
 * instruction, and looking for a word costs a fraction of asking (or first compiling) a pattern.
 */
export function canMatch(pattern: RegExp): (text: string) => boolean {
  let needs: readonly AnyOf[] | undefined;
  return (text) => {
    needs ??= neededBy(pattern).slice(0, MOST_LISTS).map(listOf);
    for (const list of needs) if (!list.in(text)) return false;
    return true;
  };
}
