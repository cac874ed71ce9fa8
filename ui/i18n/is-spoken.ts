import type { Language } from "../../protocol/language.ts";

/** Whether a sentence is in the panel's language: failures met in the panel itself are worded in English, the companion's come translated. */
export const isSpoken = (sentence: string, language: Language): boolean => language === "en" || /[。？！]$/.test(sentence);
