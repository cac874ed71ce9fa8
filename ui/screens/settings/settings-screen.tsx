import type { EngineView } from "../../../protocol/edit.ts";
import type { ModelView } from "../../../protocol/models.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Diagnostics } from "../../components/diagnostics.tsx";
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
      <Diagnostics />
    </section>
  );
}

function Consent({ engine }: { readonly engine: EngineView }) {
  const { dispatch } = usePanel();
  const m = useMessages().shell.settings;
  const { consent, name } = engine;
  if (!consent) return null;
  const fixed = consent.by === "environment";
  return (
    <label class="consent">
      <input
        type="checkbox"
        checked={consent.given}
        disabled={fixed}
        onChange={(event) => dispatch({ type: "shell.consent", engine: name, allowed: event.currentTarget.checked })}
      />
      <span>{m.mayLeave(consent.host)}</span>
    </label>
  );
}

/** What an edit by this engine takes, as far as it is known. */
function Cost({ engine: { estimate, cost } }: { readonly engine: EngineView }) {
  const m = useMessages().shell.settings;
  const facts = [
    estimate?.seconds && m.seconds(estimate.seconds.typical),
    estimate?.price && m.price(estimate.price.amount, estimate.price.currency),
    cost === "free" && m.free,
  ].filter(Boolean);
  return facts.length > 0 ? <p class="hint">{facts.join(" · ")}</p> : null;
}

/** The engines of this companion: whether they work here, what they cost, and which of them may be sent pictures. */
function Engines() {
  const { engines, connection } = usePanel().state;
  const m = useMessages().shell.settings;
  if (connection.kind !== "connected" || !engines) return null;
  return (
    <section class="section" id="engines">
      <h2>{m.engines}</h2>
      <ul class="engines">
        {engines.map((engine) => (
          <li key={engine.name}>
            <p class="engine">
              <span class="label">{engine.name}</span>
              <Badge tone={engine.available ? "good" : "quiet"}>{engine.available ? m.ready : m.notReady}</Badge>
              <Badge tone="quiet">{engine.local ? m.local : m.away}</Badge>
            </p>
            <Cost engine={engine} />
            {!engine.available && engine.reason && <p class="hint">{engine.reason}</p>}
            <Consent engine={engine} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const gigabytes = (bytes: number): number => Math.round(bytes / 1e8) / 10;

function ModelLine({ model }: { readonly model: ModelView }) {
  const { dispatch } = usePanel();
  const m = useMessages().shell.settings;
  const { id, title, state, bytes, done = 0, error } = model;
  const busy = state === "installing" || state === "waiting";
  const share = bytes === 0 ? 0 : Math.floor((100 * done) / bytes);
  return (
    <li>
      <p class="engine">
        <span class="label">{title}</span>
        <Badge tone="quiet">{m.gigabytes(gigabytes(bytes))}</Badge>
        {state === "present" && <Badge tone="good">{m.installed}</Badge>}
        {state === "altered" && <Badge tone="quiet">{m.altered}</Badge>}
        {busy && <Badge tone="quiet">{state === "waiting" ? m.waiting : m.installing(share)}</Badge>}
        {busy && (
          <Button kind="quiet" label={m.stopAria(title)} onClick={() => dispatch({ type: "shell.stopInstall", model: id })}>
            {m.stop}
          </Button>
        )}
        {!busy && state !== "present" && (
          <Button
            kind="quiet"
            label={state === "partial" ? m.goOnAria(title) : m.installAria(title)}
            onClick={() => dispatch({ type: "shell.install", model: id })}
          >
            {state === "partial" ? m.goOn : m.install}
          </Button>
        )}
      </p>
      {error && <p class="hint">{error.message}</p>}
    </li>
  );
}

/** What local engines need and this machine can take: sets and programs; their parts come with them. */
function Models() {
  const { models, connection } = usePanel().state;
  const m = useMessages().shell.settings;
  const offered = models?.models.filter(({ kind }) => kind === "set" || kind === "program") ?? [];
  if (connection.kind !== "connected" || models === undefined || offered.length === 0) return null;
  return (
    <section class="section" id="models">
      <h2>{m.models}</h2>
      {models.freeBytes !== undefined && <p class="lead">{m.modelsLead(m.gigabytes(gigabytes(models.freeBytes)))}</p>}
      <ul class="engines">
        {offered.map((model) => (
          <ModelLine key={model.id} model={model} />
        ))}
      </ul>
    </section>
  );
}

/** What holds whatever the layer: language and companion. */
export function SettingsScreen() {
  const { dispatch } = usePanel();
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
      <Engines />
      <Models />
      <section class="section">
        <Button kind="quiet" onClick={() => dispatch({ type: "shell.guide", to: "start" })}>
          {m.guide.show}
        </Button>
      </section>
    </div>
  );
}
