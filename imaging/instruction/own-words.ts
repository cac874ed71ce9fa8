import { clausesOf } from "./phrase/clauses.ts";
import { fold } from "./phrase/fold.ts";
import { phraseOf, wordsOf } from "./phrase/phrase.ts";

/** Letters and figures alone: quote marks and spaces differ between what was written and what was read. */
const bare = (words: string): string => fold(words).replace(/[^\p{L}\p{N}]/gu, "");

const wordsIn = (key: string): readonly string[] => fold(key).match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];

/** How much of a clause is in the words, as a share of both: a clause that only holds them among many others is the worse one. */
function likeness(clause: string, words: ReadonlySet<string>): number {
  const own = wordsIn(clause);
  const shared = own.filter((word) => words.has(word)).length;
  return (2 * shared) / (own.length + words.size);
}

/** What a question names, in the words the person wrote: an order put into plainer words is never quoted back at whoever said it otherwise. */
export function ownWords(instruction: string, words: string): string {
  if (bare(instruction).includes(bare(words))) return words;
  const said = new Set(wordsIn(words));
  const clauses = clausesOf(phraseOf(instruction)).map(wordsOf);
  const [best] = clauses.sort((a, b) => likeness(b, said) - likeness(a, said));
  return best !== undefined && likeness(best, said) >= 0.4 ? best : instruction;
}
