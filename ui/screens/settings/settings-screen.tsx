import { LanguageSwitch } from "../../components/language-switch.tsx";
import { TokenForm } from "../../components/token-form.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { ConnectScreen } from "../connect-screen.tsx";

function Companion() {
  const { connection } = usePanel().state;
  const m = useMessages().shell.settings;
  if (connection.kind !== "connected" && connection.kind !== "searching") return <ConnectScreen />;
  return (
    <section class="section">
      <h2>{m.connection}</h2>
      <p class="lead">{m.connectionLead}</p>
      <details class="details">
        <summary>{m.token}</summary>
        <TokenForm />
      </details>
    </section>
  );
}

/** What holds whatever the layer: language and companion. */
export function SettingsScreen() {
  const m = useMessages().shell;
  return (
    <div class="settings">
      <h1 class="visually-hidden">{m.screen.settings}</h1>
      <section class="section setting-line">
        <h2>
          <label for="language">{m.settings.language}</label>
        </h2>
        <LanguageSwitch />
      </section>
      <Companion />
    </div>
  );
}
