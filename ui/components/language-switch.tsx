import { LANGUAGES, type Language } from "../../protocol/language.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";

export function LanguageSwitch() {
  const { state, dispatch } = usePanel();
  const m = useMessages().language;
  return (
    <select
      id="language"
      class="select"
      aria-label={m.label}
      value={state.language}
      onChange={(event) => dispatch({ type: "shell.language", language: event.currentTarget.value as Language })}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {m[language]}
        </option>
      ))}
    </select>
  );
}
