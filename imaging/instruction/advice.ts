import { LIMITS } from "../../protocol/limits.ts";
import { phraseOf, wordsOf } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";

/** What the panel may tell a person while they type: length against the advised one, and the words without politeness. */
export interface Advice {
  /** Characters as a person counts them: one for 字, one for an emoji. */
  readonly length: number;
  readonly tooLong: boolean;
  /** The instruction without please, 请帮我, 谢谢 and outer spaces. Quoted strings keep their words but lose their marks. */
  readonly shorter: string;
}

/** Advice on an instruction's length (`LIMITS.instructionAdvice`). Nothing is refused here. */
export function adviseLength(instruction: string): Advice {
  const length = [...instruction.trim()].length;
  return { length, tooLong: length > LIMITS.instructionAdvice, shorter: wordsOf(plain(phraseOf(instruction))) };
}
