import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../protocol/language.ts";
import { en, type Messages } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

const CATALOGUE: Record<Language, Messages> = { en, "zh-CN": zhCn };

export const messagesIn = (language: Language): Messages => CATALOGUE[language];

export const MessagesContext = createContext<Messages>(en);

/** The words in the language in use. */
export const useMessages = (): Messages => useContext(MessagesContext);
