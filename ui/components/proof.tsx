import type { ComponentChildren } from "preact";
import type { EditResult } from "../../protocol/edit.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { isAbout, type Outcome } from "../session/proof/proof-state.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";

type Told = Extract<Outcome, { kind: "told" }>;

/** The layer's own pixels, which anybody may have changed since. */
function LayerLine({ answer, layer }: Told) {
  const m = useMessages().proof;
  const compared = layer === "compared" ? answer.layer : undefined;
  const words = compared ? m.layer(compared.changed, compared.pixels) : layer === "compared" ? "" : m.layers[layer];
  return <p class={layer === "restyled" || compared?.changed ? "hint hint-bad" : "hint"}>{words}</p>;
}

function Verified(told: Told) {
  const m = useMessages().proof;
  const { verified, broken, outside } = told.answer;
  return (
    <>
      <p class={verified ? "hint hint-good" : "hint hint-bad"}>
        {verified ? m.verified(outside.pixels) : m.broken(broken.map((check) => m.checks[check]).join(" · "))}
      </p>
      <LayerLine {...told} />
    </>
  );
}

function OutcomeOf({ outcome }: { readonly outcome: Outcome }) {
  const m = useMessages();
  if (outcome.kind === "told") return <Verified {...outcome} />;
  if (outcome.kind === "asked") return <p class="hint">{m.proof.busy}</p>;
  return <p class="hint hint-bad">{m.errors[outcome.error.code].why ?? outcome.error.message}</p>;
}

export interface ProofProps {
  readonly jobId: string;
  readonly result: EditResult;
  /** What else is told of the result, beside the certificate. */
  readonly children?: ComponentChildren;
}

/** The certificate in a few words, and the button that has it computed anew. */
export function Proof({ jobId, result, children }: ProofProps) {
  const { state, dispatch } = usePanel();
  const m = useMessages();
  const { outside, patch } = result;
  const claim = { jobId, patch };
  const outcome = isAbout(state.proof, claim) ? state.proof.outcome : undefined;
  const busy = outcome?.kind === "asked" || state.connection.kind !== "connected";
  return (
    <div class="proof">
      <div class="proof-head">
        <Badge tone={outside.changed === 0 ? "good" : "bad"}>{m.result.outside(outside.changed, outside.pixels)}</Badge>
        {children}
        <Button disabled={busy} onClick={() => dispatch({ type: "proof.wanted", claim })}>
          {m.proof.verify}
        </Button>
      </div>
      <div role="status">{outcome && <OutcomeOf outcome={outcome} />}</div>
    </div>
  );
}
