import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type Language, languageFor } from "../../protocol/language.ts";
import { inLanguage } from "../language/in-language.ts";
import { sayLines } from "../language/say-lines.ts";
import { translatorFor } from "../language/translator-for.ts";
import type { Spoken } from "./cli-output.ts";

/** Read before everything else, so that help and complaints speak it too. */
function asked(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  return at < 0 ? undefined : (words[at]!.split("=")[1] ?? words[at + 1] ?? "");
}

/** The system's: POSIX names, the strongest first. */
const systemLanguage = (env: Readonly<Record<string, string | undefined>>): Language =>
  languageFor([env.LC_ALL, env.LC_MESSAGES, env.LANG].filter((tag) => tag !== undefined && tag !== "").slice(0, 1) as string[]);

/** The language of a command line: what `--lang` names, else the system's for people and English for programs. `bad_usage` for others. */
export function spokenFor(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Result<Spoken> {
  const name = asked(words);
  if (name !== undefined && !/^(?:en|zh)(?![a-z])/i.test(name))
    return err(emendError("bad_usage", `"${name}" is no language.`, { help: "Use en or zh." }));
  const language = name === undefined ? systemLanguage(env) : languageFor([name]);
  const translator = translatorFor(language);
  return ok({
    say: translator === undefined ? (text) => text : sayLines(translator),
    document: (value) => inLanguage(value, name === undefined ? "en" : language),
  });
}
