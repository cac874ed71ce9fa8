import { Button } from "../../components/button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";

/** Earlier rounds on this source: the next instruction speaks of them. */
export function Rounds({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { rounds } = state.instruct;
  if (rounds?.source !== source.sha256) return null;
  return (
    <section class="section rounds">
      <p>
        <span class="hint">{m.goesOnFrom}</span> {rounds.words}
      </p>
      <Button kind="quiet" onClick={() => dispatch({ type: "instruct.rounds.ended" })}>
        {m.startAfresh}
      </Button>
    </section>
  );
}
