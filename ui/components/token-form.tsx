import { useState } from "preact/hooks";
import { isTokenShaped } from "../connection/token-shape.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { Button } from "./button.tsx";

/** One box for the token; tells a wrong shape at once, without sending it. */
export function TokenForm() {
  const { dispatch } = usePanel();
  const m = useMessages().connect;
  const [token, setToken] = useState("");
  const [bad, setBad] = useState(false);
  const submit = () => {
    const good = isTokenShaped(token.trim());
    setBad(!good);
    if (good) dispatch({ type: "shell.pair", token });
  };
  return (
    <div class="stack">
      <label class="label" for="token">
        {m.tokenLabel}
      </label>
      <div class="pair-line">
        <input
          id="token"
          class="field secret"
          type="text"
          spellcheck={false}
          autocomplete="off"
          value={token}
          aria-invalid={bad}
          aria-describedby="token-hint"
          onInput={(event) => setToken(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && submit()}
        />
        <Button kind="primary" disabled={token.trim() === ""} onClick={submit}>
          {m.pair}
        </Button>
      </div>
      <p id="token-hint" class={bad ? "hint hint-bad" : "hint"} role={bad ? "alert" : undefined}>
        {bad ? m.tokenBad : m.tokenHint}
      </p>
    </div>
  );
}
