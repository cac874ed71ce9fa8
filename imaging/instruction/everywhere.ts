import { ALL_OF_THEM, type Operation } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";
import type { Reading } from "./reading.ts";

/** Said of a wording: wherever it stands. */
const EVERYWHERE =
  /所有|全部|全都|通通|统统|一律|(?:各|每一?)[个处行句张]|每次出现|\b(?:all|every|each|both|everywhere|throughout|wherever|anywhere)\b/u;

/** “A”和“B”都, "both 'A' and 'B'": all that are listed, not each place of one. */
const LISTED =
  /(?:\b(?:both|all)(?: of)?(?: the (?:words|texts))?\s*)?\uE000(?:(?:\s*(?:,|、|和|与|跟|&|\band\b))+\s*\uE000)+\s*(?:(?:这|那)?[几两三四]个字?)?(?:全部|全都|都|\b(?:both|all|each)\b)?/gu;

/** “3月”都改成“4月”: of one wording, each of its places. */
const EACH_ZH =
  /都(?:要|请|给我|帮我)?(?:(?:改|换|替换|更新|写)(?:成|为|作)|(?:删|去|移|清|抹|擦)(?:掉|除|了|干净)|不要(?!再?(?:更?动|改|变|碰|移|调)))/u;

/** The same said beside the order, which no clause of it need hold: "…, wherever it appears". */
const WHEREVER =
  /\b(?:everywhere|wherever|throughout|anywhere|all over|in all places|every time|(?:all|every) occurrences?)\b|处处|各处|所有地方/u;

/** Which one is meant is said otherwise. */
const isSingled = ({ nth, at, value }: Operation): boolean => nth !== undefined || at !== undefined || value !== undefined;

const everywhere = (operation: Operation): Operation =>
  operation.kind.startsWith("text.") && operation.text?.from !== undefined && !isSingled(operation)
    ? { ...operation, value: ALL_OF_THEM }
    : operation;

/** A reading whose quoted or named wordings are meant wherever they stand, where the clause says so: 把2024全部换成2025, "change every “A” to “B”". */
export function wordingsEverywhere(clause: Phrase, reading: Reading): Reading {
  if (reading.does !== "operate") return reading;
  const each = reading.operations.length === 1 && EACH_ZH.test(clause.key);
  if (!each && !EVERYWHERE.test(clause.key.replace(LISTED, ""))) return reading;
  return { ...reading, operations: reading.operations.map(everywhere) };
}

/** The operations of a whole instruction, its own wordings meant everywhere where it says so beside its order; those of earlier rounds stay. */
export const wordingsWherever = (key: string, operations: readonly Operation[], earlier: readonly Operation[]): readonly Operation[] =>
  WHEREVER.test(key) || (EACH_ZH.test(key) && operations.length === earlier.length + 1)
    ? operations.map((op) => (earlier.includes(op) ? op : everywhere(op)))
    : operations;
