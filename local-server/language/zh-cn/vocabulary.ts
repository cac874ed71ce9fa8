import { QUESTIONS } from "../../../imaging/instruction/clarify.ts";
import type { Catalogue, Vocabulary } from "../translator.ts";
import { CANVAS } from "./canvas.ts";
import { COMMAND_HELP } from "./command-help.ts";
import { COMMAND_LINE } from "./command-line.ts";
import { ENGINES } from "./engines.ts";
import { HOUSE } from "./house.ts";
import { JUDGING } from "./judging.ts";
import { LIGHT } from "./light.ts";
import { MODELS } from "./models.ts";
import { PHRASES } from "./phrases.ts";
import { TEXT } from "./text.ts";

const slotted = (question: string): string => question.replace("{0}", "{1}");

/** Questions are written in both languages where they are asked; whoever wrote English in a Chinese panel reads them in Chinese. */
const CLARIFYING: Catalogue = Object.fromEntries(Object.values(QUESTIONS).map(({ en, zh }) => [slotted(en), slotted(zh)]));

export const ZH_CN: Vocabulary = {
  sentences: { ...TEXT, ...LIGHT, ...JUDGING, ...ENGINES, ...HOUSE, ...MODELS, ...CANVAS, ...COMMAND_HELP, ...COMMAND_LINE, ...CLARIFYING },
  phrases: PHRASES,
};
