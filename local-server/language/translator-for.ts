import type { Language } from "../../protocol/language.ts";
import { createTranslator, type Translator } from "./translator.ts";
import { ZH_CN } from "./zh-cn/vocabulary.ts";

let chinese: Translator | undefined;

/** Made at first use; `undefined` for English, in which everything is written. */
export function translatorFor(language: Language): Translator | undefined {
  if (language === "en") return undefined;
  chinese ??= createTranslator(ZH_CN);
  return chinese;
}
