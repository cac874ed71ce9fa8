import type { Saying } from "./sentences-in-source.ts";

/** Words that no person reads: rules of the grammar, prompts for models, descriptions of the API and of metrics. */
const UNSPOKEN = [
  /^imaging\/instruction\/(?!clarify)/,
  /^imaging\/typeface\//,
  /^local-server\/engines\/write-prompt\.ts/,
  /^local-server\/phrasing\/plan-request\.ts/,
  /^local-server\/transport\/openapi\//,
  /^local-server\/store\/[\w-]*migrations\.ts/,
  // A layer's name in the file.
  /^src\/insertion\/patch-layer\.ts/,
  // Only the names are shown.
  /^local-server\/engines\/setting-names\.ts/,
  /^local-server\/observability\/metrics\.ts/,
];
const UNSPOKEN_FIELD = /^(?:usage|authorization|Authorization|".*"):$/;
const WORDS = /\p{L}{2,}['’]?\p{L}* \p{L}{1,}|\} \p{L}{2,}|\p{L}{2,} \{/u;
const OPENS = /^(?:\p{Lu}|[“"{\d-]|emend )/u;
const CLOSES = /[.?!…:)]$|\}$/;
const MACHINE = /\\[bsdw]|\(\?[:=!<]|SELECT |UPDATE |WHERE |^emend \{1\}$|HTTP\/1|^\{\d+\}[^ ]*$/;

/** Whether a literal is a sentence for a person, by its looks. */
const isSentence = ({ text, handedTo }: Saying): boolean =>
  WORDS.test(text) && (OPENS.test(text) || text.endsWith(".")) && (CLOSES.test(text) || handedTo === "emendError") && !MACHINE.test(text);

/** Every sentence of the source that a person may read, once. */
export function spokenSentences(all: readonly Saying[]): readonly Saying[] {
  const spoken = all.filter((s) => !UNSPOKEN.some((file) => file.test(s.at)) && !UNSPOKEN_FIELD.test(s.handedTo) && isSentence(s));
  return [...new Map(spoken.map((saying) => [saying.text, saying])).values()];
}
