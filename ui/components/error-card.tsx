import type { EmendError } from "../../protocol/errors.ts";
import type { Messages } from "../i18n/en.ts";
import { isSpoken } from "../i18n/is-spoken.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { agreementTo } from "../session/job/agreement.ts";
import { readySource } from "../session/layer/layer-state.ts";
import { placesThere, type Remedy, remedyOf, textsThere } from "../session/remedy.ts";
import { whereOf } from "../session/where-of.ts";
import { Button } from "./button.tsx";
import { START_LINE } from "./command-lines.ts";
import { CopyLine } from "./copy-line.tsx";
import { Icon } from "./icon.tsx";

export interface ErrorCardProps {
  readonly error: EmendError;
  readonly onRetry: () => void;
  /** Left out where the card is all there is to see. */
  readonly onDismiss?: () => void;
}

function useRemedy({ error, onRetry, onDismiss }: ErrorCardProps): { readonly remedy: Remedy; readonly act: () => void } {
  const { state, dispatch, go } = usePanel();
  const wanted = remedyOf(error);
  // The link came back by itself meanwhile: what is left to do is to try again.
  const remedy = wanted === "reconnect" && state.connection.kind === "connected" ? "retry" : wanted;
  const act: Record<Remedy, () => void> = {
    retry: onRetry,
    reload: () => dispatch({ type: "layer.reload" }),
    reconnect: () => dispatch({ type: "shell.reconnect" }),
    pair: () => dispatch({ type: "shell.reconnect" }),
    texts: () => {},
    agree: () => dispatch({ type: "job.agreed", ...go() }),
    dismiss: onDismiss ?? onRetry,
  };
  return { remedy, act: act[remedy] };
}

/** Texts alike: each by its third of the picture. */
function PlacesThere({ error }: { readonly error: EmendError }) {
  const { state, dispatch } = usePanel();
  const m = useMessages();
  const source = readySource(state.work);
  if (!source) return null;
  return (
    <div class="texts-there">
      <p>{m.error.places}</p>
      {placesThere(error).map(({ string, at }) => (
        <Button key={`${at.x},${at.y}`} onClick={() => dispatch({ type: "instruct.place.chosen", at })}>
          {string} · {m.operations.where[whereOf(at, source)]}
        </Button>
      ))}
    </div>
  );
}

function TextsThere({ error }: { readonly error: EmendError }) {
  const { dispatch } = usePanel();
  const m = useMessages().error;
  if (placesThere(error).length > 0) return <PlacesThere error={error} />;
  return (
    <div class="texts-there">
      <p>{m.texts}</p>
      {textsThere(error).map((text) => (
        <Button key={text} onClick={() => dispatch({ type: "instruct.text.chosen", text })}>
          {text}
        </Button>
      ))}
    </div>
  );
}

/** The companion speaks the panel's language; what the panel itself met is said by the catalogue, and its words go under Details. */
function useWhy(error: EmendError): { readonly why: string; readonly aside: string } {
  const m = useMessages();
  const { language } = usePanel().state;
  const said = [error.message, error.help].filter(Boolean).join(" ");
  // The companion's help speaks of the command line.
  const touched = agreementTo(error)?.confirmed ?? [];
  if (touched.length > 0) return { why: touched.map((kind) => m.error.sensitive[kind]).join(" "), aside: "" };
  // Where the texts follow as buttons, the sentence that lists them would only repeat them.
  const own = (isSpoken(error.message, language) && remedyOf(error) !== "texts") || error.code === "instruction_unclear";
  return own ? { why: said, aside: "" } : { why: m.errors[error.code].why ?? said, aside: said };
}

/** The button of an agreement says what is agreed to. */
function wordsFor(error: EmendError, remedy: Remedy, m: Messages): string {
  const host = remedy === "agree" ? agreementTo(error)?.host : undefined;
  return host === undefined ? m.error[remedy] : m.error.sendTo(host);
}

/** An error in three parts: what happened, why, and the button that helps. */
export function ErrorCard(props: ErrorCardProps) {
  const { error, onDismiss } = props;
  const m = useMessages();
  const { remedy, act } = useRemedy(props);
  const { why, aside } = useWhy(error);
  return (
    <div class="card card-bad" role="alert">
      <p class="card-title">
        <Icon name={error.code === "instruction_unclear" ? "question" : "warning"} />
        {m.errors[error.code].what}
      </p>
      <p class="card-why">{why}</p>
      {remedy === "texts" && <TextsThere error={error} />}
      {error.code === "companion_unreachable" && <CopyLine line={START_LINE} />}
      <div class="card-actions">
        {remedy !== "texts" && (
          <Button onClick={act}>{remedy === "dismiss" && !onDismiss ? m.error.retry : wordsFor(error, remedy, m)}</Button>
        )}
        {remedy !== "dismiss" && onDismiss && (
          <Button kind="quiet" onClick={onDismiss}>
            {m.error.dismiss}
          </Button>
        )}
      </div>
      <details class="details">
        <summary>{m.error.details}</summary>
        {aside !== "" && <p lang="en">{aside}</p>}
        <code>
          {error.code}
          {error.stage && ` · ${error.stage}`}
        </code>
      </details>
    </div>
  );
}
