import { ALL_OF_THEM, type Operation, type Plan, type StyleWish } from "../../protocol/plan.ts";

const KEEP = "Keep everything else exactly as it is.";

/** Strings that must appear stand verbatim in double quotes; quotes inside them would end them early. */
const quoted = (text: string): string => (text.includes('"') ? `“${text}”` : `"${text}"`);

const WEIGHTS = [
  [600, "bold"],
  [350, "regular"],
  [0, "light"],
] as const;

/** A style in English words: `in #c8a035, bold, italic`. */
function looksOf(style: StyleWish | undefined): string {
  if (style === undefined) return "";
  const { colour, gradient, weight, italic, font, size, sizeFactor, sizeBy, align, lines, outline, shadow, shadowColour, plate } = style;
  const words = [
    colour && `in the colour ${colour}`,
    gradient && `with a gradient from ${gradient.join(" to ")}`,
    weight && WEIGHTS.find(([least]) => weight >= least)?.[1],
    italic && "italic",
    font && `in the font ${font}`,
    size && `${size} pixels high`,
    sizeFactor && `${Math.round(sizeFactor * 100)}% of its present size`,
    sizeBy && `${Math.abs(sizeBy)} pixels ${sizeBy > 0 ? "larger" : "smaller"} than at present`,
    align && `aligned ${align}`,
    lines && `set in ${lines} ${lines === 1 ? "line" : "lines"}`,
    outline && `with an outline in ${outline.colour}`,
    plate && `on a plate in ${plate}`,
    shadow !== undefined && (shadow ? `with a shadow${shadowColour ? ` in ${shadowColour}` : ""}` : "without a shadow"),
  ].filter((word) => typeof word === "string");
  return words.length === 0 ? "" : `, ${words.join(", ")}`;
}

const placeOf = ({ where }: Operation): string => (where === undefined ? "" : ` at the ${where.replace("-", " ")}`);
const thingOf = ({ target }: Operation, otherwise = "it"): string => (target === undefined || target === "" ? otherwise : target);
const detailOf = ({ value }: Operation): string => (value === undefined ? "" : String(value));

function textSentence(operation: Operation): string {
  const { kind, text, target, style } = operation;
  const from = text?.from ?? target;
  const named = from === undefined ? "the text" : `the text ${quoted(from)}`;
  const looks = looksOf(style);
  const as = looks === "" ? ", in the same font, size, colour and place" : `${looks}, otherwise in the same style and place`;
  if (kind === "text.replace") return `Replace ${named} with ${quoted(text?.to ?? "")}${as}.`;
  if (kind === "text.remove") return `Remove ${named} and restore the background behind it.`;
  if (kind === "text.add") return `Add the text ${quoted(text?.to ?? "")}${placeOf(operation)}${looks}.`;
  return `Set ${named}${looks}${placeOf(operation)}; keep its words.`;
}

/** One sentence for what is done to things. `target` and `value` stay in the person's words, whatever their language. */
function thingSentence(operation: Operation): string {
  const [thing, value, place] = [thingOf(operation), detailOf(operation), placeOf(operation)];
  const finish = value === "" || value === ALL_OF_THEM ? "" : `, ${value}`;
  const looks = looksOf(operation.style);
  const sentences: Partial<Record<Operation["kind"], string>> = {
    "object.remove": `Remove ${thing}${place} and restore what is behind it.`,
    "object.replace": `Replace ${thing} with ${value || "something else"}${looks}, in the same place.`,
    "object.modify": `Change ${thing}${value === "" ? "" : `: ${value}`}${looks}.`,
    "object.add": `Add ${operation.target ?? value}${place}${looks}.`,
    "object.recolour": `Change the colour of ${thing}${operation.style?.colour ? ` to ${operation.style.colour}${finish}` : value && ` to ${value}`}.`,
    "object.move": `Move ${thing}${operation.where ? ` to the ${operation.where.replace("-", " ")}` : value && ` to ${value}`}.`,
    "background.replace": `Replace the background with ${value || thingOf(operation, "another one")}${looks}.`,
    "background.recolour": `Change the background${looks || (value && ` to ${value}`)}.`,
    "image.add": `Put the thing in picture 2 into picture 1${place}.`,
    "style.transfer": `Redraw the picture in this style: ${value || thing}.`,
  };
  return sentences[operation.kind] ?? `Carry out ${operation.kind} on ${thing}${value && `: ${value}`}${place}${looks}.`;
}

const sentenceOf = (operation: Operation): string =>
  operation.kind.startsWith("text.") ? textSentence(operation) : thingSentence(operation);

/** Beyond Latin script the models understand less well: such instructions are put into English, with the person's own words after it. */
const isEnglish = (words: string): boolean =>
  !/[^\s!-~\u00a0-\u024f\u2000-\u206f\u20a0-\u20cf]/.test(words.replace(/["“「『'‘].*?["”」』'’]/g, ""));

const ended = (words: string): string => (words === "" || /[.!?。！？]$/.test(words) ? words : `${words}.`);

/** The strings that must appear, if the words do not hold them verbatim. */
function missingStrings({ operations }: Plan, words: string): string {
  const wanted = operations.flatMap(({ text }) => (text?.to ? [text.to] : []));
  const missing = wanted.filter((text) => !words.includes(quoted(text)));
  return missing.length === 0 ? "" : ` The new text reads exactly: ${missing.map(quoted).join(", ")}.`;
}

function askedOf(plan: Plan): string {
  const words = plan.instruction.trim();
  const english = plan.operations.map(sentenceOf).join(" ");
  if (words === "") return english;
  if (isEnglish(words) || english === "") return `${ended(words)}${missingStrings(plan, words)}`;
  return `${english} (In the person's own words: ${ended(words)})`;
}

export interface PromptOptions {
  /**
   * The person's own frame for prompts: `{asked}` what is wanted, `{instruction}` their words, `{operations}` the same in English,
   * `{text}` the strings that must appear, `{keep}` that the rest stays. Without `{…}` it is put before the prompt.
   */
  readonly template?: string | undefined;
  /** Longest prompt, UTF-16 units; only the person's repeated words are dropped to keep to it. */
  readonly chars?: number;
}

function filled(template: string, plan: Plan, asked: string): string {
  const strings = plan.operations.flatMap(({ text }) => (text?.to ? [quoted(text.to)] : []));
  const values: Readonly<Record<string, string>> = {
    asked,
    instruction: plan.instruction.trim(),
    operations: plan.operations.map(sentenceOf).join(" "),
    text: strings.join(", "),
    keep: KEEP,
  };
  if (!/\{(asked|instruction|operations|text|keep)\}/.test(template)) return `${ended(template.trim())} ${asked} ${KEEP}`;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole));
}

/**
 * What an instruction-driven model is told: the person's own words where they are English; else English sentences for the plan with
 * their words after them; every string that must appear verbatim in double quotes; and to leave the rest alone.
 */
export function writePrompt(plan: Plan, { template, chars = 4000 }: PromptOptions = {}): string {
  const write = (asked: string): string => (template === undefined ? `${asked} ${KEEP}` : filled(template, plan, asked));
  const whole = write(askedOf(plan));
  if (whole.length <= chars) return whole;
  const short = write(plan.operations.length > 0 ? plan.operations.map(sentenceOf).join(" ") : ended(plan.instruction.trim()));
  return short.length <= chars ? short : short.slice(0, chars);
}
