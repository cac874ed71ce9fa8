import { useEffect } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { GUIDE_STEPS, stepAfter } from "../session/shell/guide.ts";
import { Button } from "./button.tsx";

/** The introduction: what this step is for, over the screen it speaks of, and the ways on and out. */
export function Guide() {
  const { state, dispatch } = usePanel();
  const m = useMessages().shell.guide;
  const { guide, models, engines, selection } = state;
  useEffect(() => {
    if (guide === "engine" || guide === "model") document.getElementById(`${guide}s`)?.scrollIntoView();
  }, [guide, models !== undefined, engines !== undefined]);
  if (!guide) return null;
  const to = (way: "next" | "end") => () => dispatch({ type: "shell.guide", to: way });
  return (
    <section class="guide" aria-label={m.title}>
      <p class="guide-title">
        <strong>{m.steps[guide].title}</strong>
        <span class="section-count">{m.stepOf(GUIDE_STEPS.indexOf(guide) + 1, GUIDE_STEPS.length)}</span>
      </p>
      <p>{m.steps[guide].lead}</p>
      <div class="page-actions">
        {guide === "sample" && (
          <Button kind={selection.length > 0 ? "secondary" : "primary"} onClick={() => dispatch({ type: "shell.sample" })}>
            {m.sample}
          </Button>
        )}
        {guide !== "pair" && <Button onClick={to("next")}>{stepAfter(guide) ? m.next : m.done}</Button>}
        {stepAfter(guide) && (
          <Button kind="quiet" onClick={to("end")}>
            {m.skip}
          </Button>
        )}
      </div>
    </section>
  );
}
