import { marked, unmarked } from "./marked.ts";

/** Words of orders, long enough that no other word of an order lies one slip away. */
const WORDS =
  "please remove delete replace background watermark headline subtitle heading picture image colour bottom lettering button banner sticker shadow border opacity contrast brightness saturation transparent gradient discount translate instead everything enlarge increase decrease highlight".split(
    " ",
  );
/** Words of their own, one letter from these. */
const OTHERWISE = new Set(
  "lease pleas deplete remote removal relate replay boarder boulder broader bother bottle butter latter ladder banger banter centre enter shallow shadowy digger budget wanner warmed shaper sharpen better sticky stickers stocker color bolder order images imagine imago headlines headlong hearing beading subtile button buttons mutton brightness contracts contrasts contract".split(
    " ",
  ),
);

const shortened = (word: string): string[] => [word, ...[...word].map((_, i) => word.slice(0, i) + word.slice(i + 1))];

/** Every word with one letter left out, to the words it may come from. */
const NEAR = new Map<string, string>(WORDS.flatMap((word) => shortened(word).map((part) => [part, word] as const)));
const KNOWN: ReadonlySet<string> = new Set(WORDS);

/** Whether one is the other with one letter more, less, another, or two that trade places. */
function isOneSlip(a: string, b: string): boolean {
  let lead = 0;
  while (lead < a.length && a[lead] === b[lead]) lead++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - lead && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [x, y] = [a.slice(lead, a.length - tail), b.slice(lead, b.length - tail)];
  return x.length + y.length <= 2 ? x.length <= 1 && y.length <= 1 : x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}

function meant(word: string): string | undefined {
  if (KNOWN.has(word) || OTHERWISE.has(word)) return undefined;
  const near = shortened(word)
    .map((part) => NEAR.get(part))
    .find((known) => known !== undefined && isOneSlip(word, known));
  // "removes", "replaced", "deleting": a form of the word, and its first letter is seldom the slip.
  return near === undefined || near[0] !== word[0] || word.startsWith(near) || near.startsWith(word) ? undefined : near;
}

/** Orders misspelt by one letter are put right: "plese remvoe the waterkmark". Quoted strings and what spelling is spoken of stay. */
export function respelt(instruction: string): string {
  if (!/[a-z]{5}/i.test(instruction) || /spel|typo|correct|错字|错别|拼写/i.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  const words = text.replace(/(?<![\w@#./-])[A-Za-z]?[a-z]{4,}(?![\w@/-]|\.\w)/g, (word, at: number) => {
    // A capital inside a sentence is a name or a wording.
    if (/^[A-Z]/.test(word) && at > 0) return word;
    const right = meant(word.toLowerCase());
    return right === undefined || text.toLowerCase().includes(right) ? word : right;
  });
  return words === text ? instruction : unmarked({ text: words, quotes });
}
